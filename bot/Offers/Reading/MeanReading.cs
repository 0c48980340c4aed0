using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>A test on an average per person, read by the same gates and the same rule as one on a rate: first whether it can be read at all, then Welch's range. Sources: facts/statistics.md 1, facts/coaching.md 6.3.</summary>
internal sealed record MeanReading
{
    public required MeanData Data { get; init; }

    public required OfferReadingOptions Options { get; init; }

    /// <summary>Planned shares, adding up to 1, in the order of the arms.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Whether the people were split as planned. A mismatch stops everything: nothing below is to be shown.</summary>
    public required SampleRatio Split { get; init; }

    public required PeekingReading Peeking { get; init; }

    /// <summary>Each arm against the control, in the order of the data's arms without the control.</summary>
    public required IReadOnlyList<MeanArmReading> Versus { get; init; }

    /// <summary>The arm that the decision is about: the best of those above the control, else the one with the highest mean.</summary>
    public required MeanArmReading Main { get; init; }

    /// <summary>Invalid for a broken split, ship or stop for a range wholly above or below zero, else continue.</summary>
    public required OfferDecision Decision { get; init; }

    /// <summary>Main without the few largest amounts of all arms; null where no tail can be seen.</summary>
    public MeanComparison? WithoutLargest { get; init; }

    /// <summary>What a tie needs; null when it is decided. The effect is in the unit of the means.</summary>
    public Settling? Settling { get; init; }

    public ExaggerationReading? Exaggerated { get; init; }

    /// <summary>First day on which every first full-price payment is known; null without such a rule.</summary>
    public DateOnly? EarliestRead { get; init; }

    /// <summary>Read before <see cref="EarliestRead"/>.</summary>
    public bool Provisional { get; init; }

    public IReadOnlyList<OfferNote> Reasons { get; init; } = [];

    public IReadOnlyList<OfferNote> Holds { get; init; } = [];

    public IReadOnlyList<OfferNote> Cautions { get; init; } = [];

    public required OfferNote DecideNow { get; init; }

    public bool CanBeRead => Decision != OfferDecision.Invalid;

    /// <summary>Without the few largest amounts the result would be another: they carry it, and one of them more or less turns it.</summary>
    public bool Carried => WithoutLargest is { } rest && Main.Decided && (!rest.Decided || Math.Sign(rest.Difference) != Math.Sign(Main.Compared.Difference));

    /// <returns>The reading, or why there is none. Exactly one is set.</returns>
    public static (MeanReading? Reading, Refusal? Refusal) Of(MeanData data, OfferReadingOptions? options = null)
    {
        options ??= new OfferReadingOptions();
        return MeanChecks.Refuse(data, options) is { } refusal ? (null, refusal) : (new MeanReader(data, options).Read(), null);
    }
}

/// <summary>One arm against the control.</summary>
/// <param name="Index">In the data's arms.</param>
/// <param name="Compared">At <paramref name="Confidence"/>; its P is not adjusted.</param>
/// <param name="AdjustedP">Holm's over all comparisons; equal to P for a single one.</param>
/// <param name="Confidence">.95 for a single comparison; wider where several were made, so that range and adjusted p agree.</param>
internal sealed record MeanArmReading(int Index, string Name, MeanComparison Compared, double AdjustedP, double Confidence)
{
    public bool Above => Compared.Range.Low > 0;

    public bool Below => Compared.Range.High < 0;

    public bool Decided => Above || Below;
}
