using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Coaching;

/// <summary>The date at which the mentor asks what became of a decision.</summary>
internal sealed class FollowUp
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid DecisionId { get; init; }

    /// <summary>Later than agreed only where asking has failed (<see cref="StepAside"/>).</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>How often asking has failed in a row.</summary>
    public int Faults { get; private set; }

    public FollowUpState State { get; private set; }

    public DateTimeOffset? AskedAt { get; private set; }

    public int Version { get; private set; }

    public void Asked(DateTimeOffset now) => (State, AskedAt, Version) = (FollowUpState.Asked, now, Version + 1);

    public void Answered() => (State, Version) = (FollowUpState.Answered, Version + 1);

    /// <returns>When it is tried again; null when it is given up.</returns>
    public DateTimeOffset? StepAside(DateTimeOffset now)
    {
        Faults++;
        var next = now + Setback.After(Faults);
        (DueAt, State) = next is { } later ? (later, State) : (DueAt, FollowUpState.Failed);
        return next;
    }

    /// <summary>The person was told that it was missed.</summary>
    public void OwnUp() => (State, Version) = (FollowUpState.Missed, Version + 1);

    /// <summary>The person is gone, or has never written from anywhere.</summary>
    public void Cancel() => (State, Version) = (FollowUpState.Cancelled, Version + 1);
}

internal enum FollowUpState
{
    Planned,
    Asked,
    Answered,
    Cancelled,

    /// <summary>It could not be asked, however often it was tried.</summary>
    Failed,

    /// <summary>It failed, and the person knows.</summary>
    Missed,
}

internal sealed class FollowUpMap : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("follow_ups").HasKey(f => f.Id);
        builder.HasOne<Decision>().WithMany().HasForeignKey(f => f.DecisionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => new { f.State, f.DueAt });
        builder.HasIndex(f => new { f.PersonId, f.State });
        builder.Property(f => f.Version).IsConcurrencyToken();
    }
}
