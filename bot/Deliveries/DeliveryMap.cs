using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Deliveries;

internal sealed class DeliveryMap : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries").HasKey(d => d.Seq);
        builder.Property(d => d.Seq).ValueGeneratedOnAdd();
        builder.Ignore(d => d.Message).Ignore(d => d.Address);
        builder.HasIndex(d => d.Id).IsUnique();
        builder.HasIndex(d => d.Key).IsUnique();
        // What is sent stays for the transcript; the lease looks only at what is not.
        builder.HasIndex(d => new { d.Class, d.DueAt, d.Seq }).HasFilter("\"State\" < 2");
        builder.HasIndex(d => new { d.Channel, d.Conversation, d.Seq });
        // Whether an earlier one of the same conversation is still open, without reading all that was ever said there.
        builder.HasIndex(d => new { d.Channel, d.Conversation, d.Seq }, "IX_deliveries_open").HasFilter("\"State\" < 2");
    }
}
