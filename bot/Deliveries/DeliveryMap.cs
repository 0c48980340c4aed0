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
        builder.HasIndex(d => new { d.State, d.Class, d.DueAt });
        builder.HasIndex(d => new { d.Channel, d.Conversation, d.Seq });
    }
}
