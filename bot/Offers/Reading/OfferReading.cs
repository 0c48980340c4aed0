using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>A test, read: first whether it can be read at all, then what it says. Sources: facts/statistics.md 1, facts/coaching.md 6.3.</summary>
internal sealed record OfferReading
{
    /// <summary>The counts that were read, without the days that were left out and outside the test phase.</summary>
    public required OfferData Data { get; init; }

    public required OfferReadingOptions Options { get; init; }

    /// <summary>Planned shares, adding up to 1, in the order of the arms.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Whether the people were split as planned. A mismatch stops everything: nothing below is to be shown.</summary>
    public required SampleRatio Split { get; init; }

    public required PeekingReading Peeking { get; init; }

    /// <summary>Each arm against the control, in the order of the data's arms without the control.</summary>
    public required IReadOnlyList<ArmReading> Versus { get; init; }

    /// <summary>The arm that the decision is about: the best of those above the control, else the one with the highest rate.</summary>
    public required ArmReading Main { get; init; }

    /// <summary>By the contract: invalid for a broken split, ship or stop for a range wholly above or below zero, else continue.</summary>
    public required OfferDecision Decision { get; init; }

    public IReadOnlyList<GuardrailReading> Guardrails { get; init; } = [];

    public IReadOnlyList<SegmentsReading> Segments { get; init; } = [];

    /// <summary>Null without two whole weeks of days.</summary>
    public NoveltyReading? Novelty { get; init; }

    /// <summary>The days that were left out because the person named them.</summary>
    public IReadOnlyList<DateOnly> LeftOut { get; init; } = [];

    /// <summary>Null where no money per conversion is known, or nothing was decided for the arm.</summary>
    public ValueReading? Value { get; init; }

    /// <summary>Chance of each arm to be the best one, in the order of the data's arms.</summary>
    public required IReadOnlyList<double> ChanceBest { get; init; }

    /// <summary>Expected loss of rate if <see cref="Main"/> is chosen and is not the best.</summary>
    public required double ExpectedLoss { get; init; }

    /// <summary>By how much a winner of this size overstates; null where the test was large enough.</summary>
    public ExaggerationReading? Exaggerated { get; init; }

    /// <summary>What a tie needs; null when it is decided.</summary>
    public Settling? Settling { get; init; }

    /// <summary>First day on which every first full-price payment is known; null without such a rule.</summary>
    public DateOnly? EarliestRead { get; init; }

    /// <summary>Read before <see cref="EarliestRead"/>.</summary>
    public bool Provisional { get; init; }

    /// <summary>Why the decision is what it is, in order; the first sentence names it.</summary>
    public IReadOnlyList<OfferNote> Reasons { get; init; } = [];

    /// <summary>What stands against acting on the decision today; empty when nothing does.</summary>
    public IReadOnlyList<OfferNote> Holds { get; init; } = [];

    /// <summary>What else the reader should know.</summary>
    public IReadOnlyList<OfferNote> Cautions { get; init; } = [];

    /// <summary>What can be decided now.</summary>
    public required OfferNote DecideNow { get; init; }

    public bool CanBeRead => Decision != OfferDecision.Invalid;

    /// <returns>The reading, or why there is none. Exactly one is set.</returns>
    public static (OfferReading? Reading, Refusal? Refusal) Of(OfferData data, OfferReadingOptions? options = null) => new OfferReader(data, options ?? new OfferReadingOptions()).Read();
}

internal enum OfferDecision
{
    Invalid,
    Ship,
    Stop,
    Continue,
}

/// <summary>One arm against the control.</summary>
/// <param name="Index">In the data's arms.</param>
/// <param name="Compared">At <paramref name="Confidence"/>; its P is not adjusted.</param>
/// <param name="AdjustedP">Holm's over all comparisons; equal to P for a single one.</param>
/// <param name="Confidence">.95 for a single comparison; wider where several were made, so that range and adjusted p agree.</param>
internal sealed record ArmReading(int Index, string Name, RateComparison Compared, double AdjustedP, double Confidence)
{
    public bool Above => Compared.Range.Low > 0;

    public bool Below => Compared.Range.High < 0;

    public bool Decided => Above || Below;
}

/// <param name="FalsePositiveRate">Chance that one of so many looks shows a difference where there is none.</param>
/// <param name="Anytime">Range of the main arm's difference that holds however often one looks; null when it cannot be given.</param>
internal sealed record PeekingReading(int Looks, double FalsePositiveRate, Interval? Anytime)
{
    public bool Peeked => Looks > 1;

    /// <summary>The range that pays for the looks holds zero.</summary>
    public bool AnytimeHoldsZero => Anytime is not { } range || range.Contains(0);
}

/// <summary>What a decided difference is worth at the cautious end of its range. Never the point estimate, never carried forward in time.</summary>
/// <param name="PerConversion">Money.</param>
/// <param name="PerThousand">Money per 1,000 people: gained at least (ship), or lost at least (stop, negative).</param>
/// <param name="FromData">The value of a conversion was computed from the data's own money.</param>
internal sealed record ValueReading(double PerConversion, double PerThousand, string? Currency, bool FromData);

/// <param name="EffectAssumed">The true difference that is assumed, absolute.</param>
/// <param name="Planned">The assumption is the plan's effect; else half of what was seen.</param>
internal sealed record ExaggerationReading(double EffectAssumed, bool Planned, Exaggeration Exaggeration);

/// <summary>What would settle a tie.</summary>
/// <param name="Effect">Difference of rates to be told apart, positive: the plan's, else the one seen.</param>
/// <param name="Planned">The effect is the plan's.</param>
/// <param name="PerArm">People per arm in all, for power 80 %; null when nothing was seen to settle, or no size would do.</param>
/// <param name="More">Of <paramref name="PerArm"/>, still to come.</param>
/// <param name="Weeks">Whole weeks at this traffic for <paramref name="More"/>; null when the traffic is unknown.</param>
internal sealed record Settling(double Effect, bool Planned, double? PerArm, double? More, double? Weeks)
{
    /// <summary>More than half a year: never at this traffic.</summary>
    public bool Never => Weeks > OfferPlan.NeverWeeks;
}

internal enum GuardrailVerdict
{
    /// <summary>Shown to be no worse than the margin allows.</summary>
    Kept,

    /// <summary>Neither shown to be kept nor to be broken.</summary>
    Unproven,

    /// <summary>The whole range is worse than before.</summary>
    Broken,
}

/// <param name="Worsening">The arm's rate minus the control's, turned so that above 0 is worse.</param>
/// <param name="Range">Newcombe's, of <paramref name="Worsening"/>.</param>
/// <param name="Upper">One-sided upper limit of the worsening, held against the margin.</param>
/// <param name="Needed">People per arm that would show it kept if nothing changed; null when it is kept or broken.</param>
internal sealed record GuardrailReading(GuardrailPlan Plan, string Name, Arm Control, Arm Treated, double Worsening, Interval Range, double Upper, GuardrailVerdict Verdict, double? Needed);

/// <summary>The main arm against the control over the values of one planned key, each segment compared with itself.</summary>
/// <param name="Stratified">Mantel-Haenszel over the segments.</param>
/// <param name="Pooled">Difference of the totals.</param>
/// <param name="MixP">Small when the arms hold different mixes of segments.</param>
/// <param name="Simpson">Every total says one thing and the segments, compared with themselves, the other.</param>
internal sealed record SegmentsReading(string Key, IReadOnlyList<SegmentReading> Parts, StratifiedDifference Stratified, double Pooled, double MixP, bool Simpson)
{
    /// <summary>The segments do not share one difference.</summary>
    public bool Differ => Stratified.HeterogeneityP < .05;
}

/// <param name="AdjustedP">Holm's over the segments of the key.</param>
internal sealed record SegmentReading(string Value, RateComparison Compared, double AdjustedP);

internal enum NoveltyVerdict
{
    Steady,

    /// <summary>The first week's difference was larger, and that is more than chance.</summary>
    Fading,

    /// <summary>The later difference is larger, and that is more than chance.</summary>
    Growing,
}

/// <summary>The main arm against the control in its first week and afterwards.</summary>
/// <param name="P">That both have one difference.</param>
/// <param name="Weeks">First day of each week, with its comparison; the last one may be shorter.</param>
internal sealed record NoveltyReading(RateComparison First, RateComparison Later, double P, NoveltyVerdict Verdict, IReadOnlyList<(DateOnly From, RateComparison Compared)> Weeks);
