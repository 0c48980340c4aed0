using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Coaching;

/// <summary>One person in one flow. It belongs to the person, not to a channel.</summary>
internal sealed class FlowRun
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    public required string FlowId { get; init; }

    /// <summary>The version it began with, and keeps to.</summary>
    public required string FlowVersion { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public RunPhase Phase { get; private set; }

    /// <summary>The step it stands at; for counts of where people stop.</summary>
    public string? Step { get; private set; }

    /// <summary>When a waiting run goes on by itself.</summary>
    public DateTimeOffset? WakeAt { get; private set; }

    /// <summary>How often waking it has failed in a row.</summary>
    public int Faults { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The <see cref="RunState"/> as JSON.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Two turns that race for one run: the second is run again.</summary>
    public int Version { get; private set; }

    public RunState State => RunState.FromJson(Body);

    public void MoveTo(RunState state, DateTimeOffset now)
    {
        Phase = state.Phase;
        Step = state.Step;
        WakeAt = state.Phase == RunPhase.Waiting ? state.WakeAt : null;
        UpdatedAt = now;
        Body = state.ToJson();
        Faults = 0;
        Version++;
    }

    /// <summary>It could not be woken: nothing of it is read here, for its own words may be what fails.</summary>
    /// <returns>When it is tried again; null when it is given up.</returns>
    public DateTimeOffset? StepAside(DateTimeOffset now)
    {
        Faults++;
        WakeAt = now + Setback.After(Faults);
        Phase = WakeAt is null ? RunPhase.Failed : Phase;
        return WakeAt;
    }

    /// <summary>The person was told that it could not be woken.</summary>
    public void OwnUp() => (Phase, Version) = (RunPhase.Cancelled, Version + 1);
}

internal sealed class FlowRunMap : IEntityTypeConfiguration<FlowRun>
{
    public void Configure(EntityTypeBuilder<FlowRun> builder)
    {
        builder.ToTable("flow_runs").HasKey(r => r.Id);
        builder.Ignore(r => r.State);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.PersonId, r.Phase });
        builder.HasIndex(r => new { r.Phase, r.WakeAt });
    }
}
