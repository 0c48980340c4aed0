namespace MentorBot.Statistics;

/// <summary>One stretch of a series against another, rate against rate.</summary>
/// <param name="Before">Sum of the tested values; with exposure, the rate.</param>
/// <param name="Change">After over before, minus 1; NaN when nothing happened before.</param>
/// <param name="Range">95 % range of <paramref name="Change"/>; high may be infinite.</param>
/// <param name="Error">Standard error of the log ratio.</param>
/// <param name="N">Events in both stretches for counts, else steps.</param>
internal sealed record PeriodChange(double Before, double After, double Change, Interval Range, double P, double Error, double N)
{
    private const double Power = .8;

    /// <summary>Below it a count is judged by the exact conditional binomial as well.</summary>
    private const double FewEvents = 1_000;

    /// <summary>
    /// Log rate ratio with variance 1/a + 1/b (facts/statistics.md 2.1, log method) plus the variation beyond counting noise that the file itself shows, stretched by its persistence. On
    /// few events p is the larger of this one and the exact conditional binomial's.
    /// </summary>
    /// <param name="pairs">Steps to compare: the same weekday before and after, both usable.</param>
    /// <param name="fit">Gives the noise; null: counting noise alone, which amounts do not have.</param>
    /// <returns>Null when there is no pair, no exposure, or no way to know the noise.</returns>
    public static PeriodChange? Of(SeasonalSeries series, SeasonalFit? fit, IReadOnlyList<(int Before, int After)> pairs) =>
        Of(series, fit, [.. pairs.Select(p => p.Before)], [.. pairs.Select(p => p.After)]);

    /// <summary>The same for stretches of unequal length; volumes are compared per step.</summary>
    /// <param name="before">Usable steps of the first stretch.</param>
    public static PeriodChange? Of(SeasonalSeries series, SeasonalFit? fit, IReadOnlyList<int> before, IReadOnlyList<int> after)
    {
        var (a, b) = (before.Sum(i => series.Values[i]), after.Sum(i => series.Values[i]));
        var (ea, eb) = (before.Sum(i => series.Exposure[i]), after.Sum(i => series.Exposure[i]));
        if (before.Count == 0 || after.Count == 0 || ea <= 0 || eb <= 0 || a < 0 || b < 0 || (a == 0 && b == 0) || (fit is null && !series.Counts))
        {
            return null;
        }

        var extra = fit is null ? 0 : (Excess(series, fit, before, a) + Excess(series, fit, after, b));
        var plain = Array.TrueForAll(series.Exposure, e => e == 1);
        var change = b / eb / (a / ea) - 1;
        var n = series.Counts ? a + b : before.Count;
        if (a == 0 || b == 0)
        {
            var exact = PoissonCounts.ExactRatio(a, b, ea, eb);
            return new PeriodChange(plain ? a : a / ea, plain ? b : b / eb, change, exact.Range.Map(r => r - 1), exact.P, Math.Sqrt(1 / Math.Max(a, .5) + 1 / Math.Max(b, .5)), n);
        }

        var error = Math.Sqrt((series.Counts ? 1 / a + 1 / b : 0) + extra);
        var noisy = extra > .01 * error * error;
        var reach = error * (noisy ? NormalQuantile.StudentTwoSided(.95, fit!.Freedom) : NormalQuantile.TwoSided(.95));
        var z = Math.Log(1 + change) / Math.Max(error, 1e-9);
        var p = NormalQuantile.TwoSidedP(noisy ? NormalQuantile.FromStudent(z, fit!.Freedom) : z);
        if (series.Counts && a + b < FewEvents)
        {
            p = Math.Max(p, PoissonCounts.ExactRatio(a, b, ea, eb).P);
        }

        return new PeriodChange(plain ? a : a / ea, plain ? b : b / eb, change,
            new Interval((1 + change) * Math.Exp(-reach) - 1, (1 + change) * Math.Exp(reach) - 1), p, error, n);
    }

    /// <summary>How many times this much data would show a change of the size seen, with power 80 %.</summary>
    /// <param name="chance">Two-sided chance of calling a change where there is none.</param>
    /// <returns>At least 1; infinite when nothing moved.</returns>
    public double TimesNeeded(double chance = .05)
    {
        var size = Math.Abs(Math.Log(1 + Change));
        var reach = NormalQuantile.TwoSided(1 - chance) + MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Power);
        return !(size > 1e-6) ? double.PositiveInfinity : double.IsFinite(size) ? Math.Max(1, Math.Pow(reach * Error / size, 2)) : 2;
    }

    private static double Excess(SeasonalSeries series, SeasonalFit fit, IEnumerable<int> steps, double total) =>
        total <= 0 ? 0 : steps.Sum(i => fit.Variation * series.Values[i] * series.Values[i]) / (total * total) * (1 + fit.Persistence) / (1 - fit.Persistence);
}
