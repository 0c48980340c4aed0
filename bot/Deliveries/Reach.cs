using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Deliveries;

/// <summary>Where a person's own conversation is on one channel, as last seen, and whether anything arrives there. One per person, channel and workspace.</summary>
internal sealed class Reach
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    public required string Channel { get; init; }

    public required string Workspace { get; init; }

    /// <summary>JSON of an Address; null while only its absence is known.</summary>
    public string? Address { get; set; }

    /// <summary>When they were last seen there; null for never. Not to the minute.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>Why nothing arrives, as a key in the texts of "deliveries"; null while it does.</summary>
    public string? Unreachable { get; set; }

    public DateTimeOffset? UnreachableSince { get; set; }
}

internal sealed class ReachMap : IEntityTypeConfiguration<Reach>
{
    public void Configure(EntityTypeBuilder<Reach> builder)
    {
        builder.ToTable("reaches").HasKey(r => r.Id);
        builder.HasIndex(r => new { r.PersonId, r.Channel, r.Workspace }).IsUnique();
    }
}
