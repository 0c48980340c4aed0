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
        builder.HasIndex(e => new { e.State, e.Lane, e.Seq });
        builder.HasIndex(e => new { e.Channel, e.Conversation, e.Seq });

        // Whoever commits a turn must still be the one who leased it.
        builder.Property(e => e.LeaseOwner).IsConcurrencyToken();
        builder.Property(e => e.Attempts).IsConcurrencyToken();
    }
}
