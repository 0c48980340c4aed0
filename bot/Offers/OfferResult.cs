using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Offers;

/// <summary>One reading of a test and what was decided on it; with the person's own reading before it, from which they alone can see how well their confidence fits.</summary>
internal sealed class OfferResult
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The planned test; null for one that was planned elsewhere.</summary>
    public required Guid? TestId { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>"invalid", "ship", "stop", "continue": what the figures allow.</summary>
    public required string Verdict { get; init; }

    /// <summary>What the person decided: "ship", "stop", "continue", "retest", or their own words.</summary>
    public required string Decided { get; init; }

    /// <summary>Read before it was ripe.</summary>
    public required bool Provisional { get; init; }

    /// <summary>Difference of the rates, the arm minus the control; null where nothing could be read.</summary>
    public required double? Difference { get; init; }

    public required double? Low { get; init; }

    public required double? High { get; init; }

    /// <summary>What the person saw before the figures were read: "A", "B", "unclear".</summary>
    public required string? Own { get; init; }

    /// <summary>How sure they were, .5 to 1.</summary>
    public required double? OwnConfidence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The first day of a test that was started again; null where the start stands.</summary>
    public DateOnly? NewStart { get; init; }

    /// <summary>The last day to which this result moved the test, extended or started again; null where the plan's stands.</summary>
    public DateOnly? NewEnd { get; init; }

    /// <summary>When it is read then; set with <see cref="NewEnd"/>.</summary>
    public DateOnly? NewReadOn { get; init; }

    /// <summary>The split was broken: nothing was read, so that the test is still to be read or started again.</summary>
    public bool Invalid => Verdict == OfferDecisions.Invalid;

    /// <summary>Nothing more is expected of the test.</summary>
    public bool Closes => !Provisional && (Invalid ? Decided == OfferDecisions.Drop : Decided != OfferDecisions.Continue);
}

/// <summary>What a person can decide on a test.</summary>
internal static class OfferDecisions
{
    public const string Ship = "ship";
    public const string Stop = "stop";
    public const string Continue = "continue";
    public const string Retest = "retest";

    /// <summary>Nobody can decide on it: the split was not the planned one.</summary>
    public const string Invalid = "invalid";

    /// <summary>The broken test is given up.</summary>
    public const string Drop = "drop";
}

internal sealed class OfferResultMap : IEntityTypeConfiguration<OfferResult>
{
    public void Configure(EntityTypeBuilder<OfferResult> builder)
    {
        builder.ToTable("offer_results").HasKey(r => r.Id);
        builder.Ignore(r => r.Closes).Ignore(r => r.Invalid);
        builder.HasOne<OfferTest>().WithMany().HasForeignKey(r => r.TestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.PersonId, r.At });
    }
}
