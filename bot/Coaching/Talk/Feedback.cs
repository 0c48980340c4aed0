using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Coaching;

/// <summary>What a person said of one message of the mentor's; the last word counts.</summary>
internal sealed class Feedback
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid DeliveryId { get; init; }

    public required bool Helped { get; set; }

    /// <summary>What was missing, in their own words.</summary>
    public string? Text { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class FeedbackMap : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("feedback").HasKey(f => f.Id);
        builder.HasIndex(f => new { f.PersonId, f.DeliveryId }).IsUnique();
    }
}
