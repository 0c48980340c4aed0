namespace MentorBot.Statistics;

/// <summary>
/// What an ad added, told by people who were held out at random: the difference of the two rates carried over to everybody who could see it. Source: facts/statistics.md 3.3. Without a random hold-out
/// the numbers say nothing of the ad.
/// </summary>
/// <param name="Extra">Additional conversions among the exposed: (rate exposed - rate held out) × exposed people; negative when the exposed bought less.</param>
/// <param name="ExtraRange">Normal limits with the two variances apart; Newcombe's where an arm has fewer than ten conversions, or fewer than ten people without.</param>
/// <param name="Relative">Rate exposed over rate held out, minus 1; null where nobody held out converted.</param>
/// <param name="P">Two-sided, of the same z as <paramref name="ExtraRange"/>, so that the two never contradict each other; <see cref="RateComparison"/>'s where the range is Newcombe's.</param>
/// <param name="CostPerExtra">Spend over <paramref name="Extra"/>; null when nothing was added.</param>
/// <param name="Iroas">Additional revenue for one unit of spend; null without an order value or without spend.</param>
internal sealed record IncrementalLift(double Extra, Interval ExtraRange, double? Relative, double P, double? CostPerExtra, double? Iroas)
{
    private const double FewestForNormal = 10;

    /// <summary>Katz' range of <see cref="Relative"/>; null where an arm has no conversion.</summary>
    public Interval? RelativeRange { get; private init; }

    /// <summary>Spend over the ends of <see cref="ExtraRange"/>; infinite above when nothing may have been added, infinite on both ends when less than nothing was.</summary>
    public Interval CostRange { get; private init; }

    /// <summary><see cref="ExtraRange"/> × order value / spend; null as <see cref="Iroas"/> is.</summary>
    public Interval? IroasRange { get; private init; }

    /// <summary>420 of 30,000 held out, 1,530 of 90,000 exposed, 18,000 spent, orders of 45: 270 more (128 to 412), +21.4 %, p .00019, 66.67 each, return .675.</summary>
    /// <param name="spend">Of the exposed, 0 or more.</param>
    /// <param name="orderValue">Revenue of one conversion in the currency of <paramref name="spend"/>; null when not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">Conversions outside 0..users; spend or value negative or not finite.</exception>
    public static IncrementalLift Of(Arm heldOut, Arm exposed, double spend, double? orderValue)
    {
        Domain.NotNegative(spend);
        Domain.NotNegative(orderValue ?? 0);
        var comparison = RateComparison.Of(heldOut, exposed);
        var extra = comparison.Difference * exposed.Users;
        var (perPerson, p) = Difference(comparison);
        var range = perPerson.Map(d => d * exposed.Users);
        var worth = spend > 0 ? orderValue / spend : null;
        return new IncrementalLift(extra, range, comparison.Lift, p, extra > 0 ? spend / extra : null, extra * worth)
        {
            RelativeRange = comparison.LiftRange,
            CostRange = new Interval(Each(spend, range.High), Each(spend, range.Low)),
            IroasRange = worth is { } each ? range.Map(n => n * each) : null,
        };
    }

    /// <summary>
    /// People treated and held out that show a relative lift of the held-out rate at 5 % two-sided with power 80 % (variances apart): 1.4 %, +10 %, three quarters treated need 226,556 and 75,519.
    /// </summary>
    /// <param name="lift">Relative, not 0; may be negative.</param>
    /// <param name="treatedShare">Share of people who may see the ad, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate, before or after the lift, or a share outside (0, 1); a lift of 0.</exception>
    public static (double Treated, double HeldOut) Needed(double heldOutRate, double lift, double treatedShare)
    {
        if (!(treatedShare is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(treatedShare), treatedShare, "A share strictly between 0 and 1 is needed.");
        }

        ArgumentOutOfRangeException.ThrowIfZero(lift);
        return SampleSize.Unequal(heldOutRate, heldOutRate * (1 + lift), (1 - treatedShare) / treatedShare);
    }

    private static (Interval Range, double P) Difference(RateComparison of)
    {
        if (Math.Min(of.A.Scarcer, of.B.Scarcer) < FewestForNormal)
        {
            return (of.Range, of.P);
        }

        var error = Math.Sqrt(of.A.Rate * (1 - of.A.Rate) / of.A.Users + of.B.Rate * (1 - of.B.Rate) / of.B.Users);
        var half = NormalQuantile.TwoSided(.95) * error;
        return (new Interval(of.Difference - half, of.Difference + half), NormalQuantile.TwoSidedP(of.Difference / error));
    }

    private static double Each(double spend, double extra) => extra > 0 ? spend / extra : double.PositiveInfinity;
}
