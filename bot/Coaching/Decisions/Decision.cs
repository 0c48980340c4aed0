using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Coaching;

/// <summary>An entry of the decision journal, written before the outcome is known. Private to its person until they share it.</summary>
internal sealed class Decision
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>What was to be decided.</summary>
    public required string Question { get; init; }

    /// <summary>What the figures said, with their range.</summary>
    public required string Reading { get; init; }

    public required string Text { get; init; }

    /// <summary>The figure that would prove it wrong.</summary>
    public required string? Threshold { get; init; }

    public required DateOnly ReviewOn { get; init; }

    public required string Owner { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What happened, in the person's words; null until they said.</summary>
    public string? Outcome { get; private set; }

    public DateTimeOffset? OutcomeAt { get; private set; }

    /// <summary>When its author showed it to their team; null while it is theirs alone.</summary>
    public DateTimeOffset? SharedAt { get; private set; }

    public int Version { get; private set; }

    public void Share(DateTimeOffset now) => (SharedAt, Version) = (now, Version + 1);

    public void Withdraw() => (SharedAt, Version) = (null, Version + 1);

    public void Happened(string outcome, DateTimeOffset now)
    {
        Outcome = outcome;
        OutcomeAt = now;
        Version++;
    }
}

internal sealed class DecisionMap : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions").HasKey(d => d.Id);
        builder.HasIndex(d => new { d.PersonId, d.CreatedAt });
        builder.HasIndex(d => new { d.OrganisationId, d.SharedAt });
        builder.Property(d => d.Version).IsConcurrencyToken();
    }
}
