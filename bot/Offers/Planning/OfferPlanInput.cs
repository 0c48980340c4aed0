using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>What a test of an offer is sized from.</summary>
/// <param name="Baseline">Conversion rate of today's offer, a fraction strictly between 0 and 1; with a <see cref="Spread"/>, today's average per person.</param>
/// <param name="Target">The rate (or average) that would change the decision; below the baseline where a loss is to be seen.</param>
internal sealed record OfferPlanInput(double Baseline, double Target)
{
    public const double UsualPower = .8;
    public const double UsualAlpha = .05;

    /// <summary>Chance to see the difference if it is there.</summary>
    public double Power { get; init; } = UsualPower;

    /// <summary>Chance to see one that is not there, two-sided, for the whole test: shared between the comparisons of several arms.</summary>
    public double Alpha { get; init; } = UsualAlpha;

    /// <summary>People per day who could be in the test; null when nobody knows.</summary>
    public double? Daily { get; init; }

    /// <summary>With the control.</summary>
    public int Arms { get; init; } = 2;

    /// <summary>Part of <see cref="Daily"/> that enters the test, above 0 to 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>How many times as many people the control has as each other arm; null or 1: an equal split.</summary>
    public double? ControlPerTreated { get; init; }

    /// <summary>How the amounts behind an average per person spread; null: a conversion rate is tested.</summary>
    public MeanSpread? Spread { get; init; }

    public bool IsMean => Spread is not null;

    /// <summary>Conversions that the baseline was measured on; null when it was typed without.</summary>
    public double? BaselineCases { get; init; }

    public double Difference => Target - Baseline;

    public double Lift => Target / Baseline - 1;

    /// <summary>Alpha of one comparison with the control.</summary>
    public double AlphaPerArm => Alpha / (Arms - 1);

    public bool IsEqualSplit => ControlPerTreated is null or 1;

    /// <summary>From a lift or a target rate; exactly one of them.</summary>
    /// <param name="lift">Relative, such as .2; may be negative.</param>
    /// <param name="to">The target rate.</param>
    public static (OfferPlanInput? Input, Refusal? Refusal) Of(double baseline, double? lift, double? to) =>
        (lift, to) switch
        {
            ({ }, { }) => (null, Refusal.Of("offers.refused.lift-and-to")),
            (null, null) => (null, Refusal.Of("offers.refused.lift-or-to")),
            ({ } l, null) => (new OfferPlanInput(baseline, baseline * (1 + l)), null),
            (null, { } t) => (new OfferPlanInput(baseline, t), null),
        };

    /// <summary>From a rate or from an average with its deviation; exactly one of the two.</summary>
    /// <inheritdoc cref="Of(double, double?, double?)"/>
    public static (OfferPlanInput? Input, Refusal? Refusal) Of(double? baseline, double? mean, double? deviation, double? lift, double? to)
    {
        if ((baseline, mean, deviation) is ({ } rate, null, null))
        {
            return Of(rate, lift, to);
        }

        if ((baseline, mean, deviation) is not (null, { } average, { } spread))
        {
            return (null, Refusal.Of(baseline is null ? "offers.mean.refused.mean-and-deviation" : "offers.mean.refused.baseline-and-mean"));
        }

        var (input, refusal) = Of(average, lift, to);
        return (input is null ? null : input with { Spread = new MeanSpread(spread) }, refusal);
    }

    /// <summary>With a planned split, the control first: "90:10" gives the control nine times as many people. The other arms share equally, as they are sized alike.</summary>
    /// <param name="weights">Null: equal.</param>
    /// <param name="arms">Null: as many as the split has parts, else two.</param>
    /// <returns>The input, or why the split is none. Exactly one is set.</returns>
    public (OfferPlanInput? Input, Refusal? Refusal) Divided(IReadOnlyList<double>? weights, int? arms) =>
        weights is null ? (this with { Arms = arms ?? 2 }, null)
        : weights.Count < 2 || (arms is { } given && given != weights.Count) ? (null, Refusal.Of("offers.refused.weights", ("weights", (double)weights.Count), ("arms", (double)(arms ?? 2))))
        : !weights.All(w => w > 0 && double.IsFinite(w)) ? (null, Refusal.Of("offers.refused.weight"))
        : weights.Skip(2).Any(w => Math.Abs(w - weights[1]) > 1e-9 * weights[1]) ? (null, Refusal.Of("offers.refused.split-unlike"))
        : (this with { Arms = weights.Count, ControlPerTreated = weights[0] / weights[1] }, null);

    /// <returns>Null when a test can be sized from it.</returns>
    public Refusal? Check() =>
        MeanSpread.Check(this) is { } unfit ? unfit
        : !IsMean && !(Baseline > 0 && Baseline < 1) ? Refusal.Of("offers.refused.baseline", ("given", Finite(Baseline)))
        : !IsMean && !(Target > 0 && Target < 1) ? Refusal.Of("offers.refused.target", ("given", Finite(Target)))
        : Target == Baseline ? Refusal.Of("offers.refused.no-difference", ("given", Baseline))
        : !(Power > 0 && Power < 1) ? Refusal.Of("offers.refused.power", ("given", Finite(Power)))
        : !(Alpha > 0 && Alpha < 1) ? Refusal.Of("offers.refused.alpha", ("given", Finite(Alpha)))
        : Power <= Alpha ? Refusal.Of("offers.refused.power-below-alpha", ("power", Power), ("alpha", Alpha))
        : Arms < 2 ? Refusal.Of("offers.refused.arms", ("given", (double)Arms))
        : Arms > MostArms ? Refusal.Of("offers.refused.too-many-arms", ("given", (double)Arms), ("most", (double)MostArms))
        : !(Share > 0 && Share <= 1) ? Refusal.Of("offers.refused.share", ("given", Finite(Share)))
        : Daily is { } daily && !(daily > 0 && double.IsFinite(daily)) ? Refusal.Of("offers.refused.daily", ("given", Finite(daily)))
        : ControlPerTreated is { } times && !(times > 0 && double.IsFinite(times)) ? Refusal.Of("offers.refused.split", ("given", Finite(times)))
        : null;

    private const int MostArms = 100;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
