using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Turns;

internal sealed class InboundEventMap : IEntityTypeConfiguration<InboundEvent>
{
    public void Configure(EntityTypeBuilder<InboundEvent> builder)
    {
        builder.ToTable("inbox").HasKey(e => e.Seq);
        builder.Property(e => e.Seq).ValueGeneratedOnAdd();
        builder.Ignore(e => e.Address);
        builder.HasIndex(e => e.Id).IsUnique();
        builder.HasIndex(e => new { e.Channel, e.Workspace, e.Key }).IsUnique();
        builder.HasIndex(e => new { e.Channel, e.Workspace, e.SecondKey }).IsUnique();
        // What is handled stays for the transcript; the lease looks only at what is not.
        builder.HasIndex(e => e.Seq).HasFilter("\"State\" < 2");
        builder.HasIndex(e => new { e.Lane, e.Seq }).HasFilter("\"State\" < 2");
        builder.HasIndex(e => new { e.Channel, e.Conversation, e.Seq });

        // Whoever commits a turn must still be the one who leased it.
        builder.Property(e => e.LeaseOwner).IsConcurrencyToken();
        builder.Property(e => e.Attempts).IsConcurrencyToken();
    }
}
