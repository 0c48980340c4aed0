namespace MentorBot.Statistics;

/// <summary>Two arms of a test by the one convention used everywhere: Newcombe's range of the difference, the pooled z for p. Source: facts/statistics.md 1.1 and 6.</summary>
/// <param name="Difference">Rate of b minus rate of a.</param>
/// <param name="Range">Newcombe's, of <paramref name="Difference"/>.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Exact">P is Fisher's, because a cell is expected to hold fewer than five.</param>
/// <param name="Lift">Rate of b over rate of a, minus 1; null where a has no conversion.</param>
/// <param name="LiftRange">Katz' range minus 1; null where an arm has no conversion.</param>
internal sealed record RateComparison(Arm A, Arm B, double Difference, Interval Range, double P, bool Exact, double? Lift, Interval? LiftRange)
{
    private const double FewestExpected = 5;

    /// <exception cref="ArgumentOutOfRangeException">Conversions outside 0..users.</exception>
    public static RateComparison Of(Arm a, Arm b, double confidence = .95)
    {
        var range = RateDifference.Newcombe(a, b, confidence);
        var exact = SmallestExpected(a, b) < FewestExpected;
        var p = exact ? FisherExact.P(a, b) : Proportions.PooledZ(a.Conversions, a.Users, b.Conversions, b.Users).P;
        return new RateComparison(a, b, b.Rate - a.Rate, range, p, exact, a.Conversions > 0 && b.Users > 0 ? b.Rate / a.Rate - 1 : null, RelativeRate.Katz(a, b, confidence)?.Map(r => r - 1));
    }

    /// <summary>The range lies wholly on one side of zero.</summary>
    public bool Decided => Range.Low > 0 || Range.High < 0;

    private static double SmallestExpected(Arm a, Arm b)
    {
        var all = a.Users + b.Users;
        var share = all > 0 ? (a.Conversions + b.Conversions) / all : 0;
        return Math.Min(a.Users, b.Users) * Math.Min(share, 1 - share);
    }
}
