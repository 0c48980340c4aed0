using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Readouts;

/// <summary>Something a person knows about a day that no export tells: a TV spot, a strike, a broken page. Theirs alone.</summary>
internal sealed class NotedEvent
{
    public const int LongestWords = 120;

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class NotedEventMap : IEntityTypeConfiguration<NotedEvent>
{
    public void Configure(EntityTypeBuilder<NotedEvent> builder)
    {
        builder.ToTable("noted_events").HasKey(e => e.Id);
        builder.Property(e => e.Words).HasMaxLength(NotedEvent.LongestWords);
        builder.HasIndex(e => new { e.PersonId, e.From });
    }
}
