using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Coaching;

/// <summary>A version of a flow that some run began with, kept so that the run can go on after the files have changed.</summary>
internal sealed class FlowVersion
{
    public required string FlowId { get; init; }

    public required string Hash { get; init; }

    /// <summary>A <see cref="FlowSource"/> as JSON.</summary>
    public required string Source { get; init; }
}

internal sealed class FlowVersionMap : IEntityTypeConfiguration<FlowVersion>
{
    public void Configure(EntityTypeBuilder<FlowVersion> builder) => builder.ToTable("flow_versions").HasKey(v => new { v.FlowId, v.Hash });
}
