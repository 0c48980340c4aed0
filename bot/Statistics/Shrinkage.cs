using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>
/// Which units (campaigns, ads) really differ: a rate from few events is drawn towards the rate of all, by as much as the units are alike. Gamma-Poisson: events are Poisson with mean rate × exposure,
/// true rates are gamma with mean m and shape m b, so that the best guess is (m b + events)/(b + exposure). How alike units are is itself uncertain: b runs over a grid with the uniform prior on the
/// shrinkage b/(b + mean exposure) of Christiansen and Morris (JASA 92, 1997), each b weighted by the likelihood of all counts with m at its best weighted mean; the ranges carry that doubt and the doubt
/// about m, and are those of the gamma with the same mean and variance.
/// </summary>
internal static class Shrinkage
{
    private const int GridPoints = 60;

    /// <summary>Ends of the grid for ln(b/mean exposure): from "nothing in common" to "as good as the same".</summary>
    private const double Apart = -16;
    private const double Alike = 6;

    /// <param name="units">Events 0 or more (may be fractional), exposure (clicks, spend, impressions) 0 or more. In cost terms: events per unit of spend, whose inverse is the cost per event.</param>
    /// <returns>One per unit, in order. Without any event the rates stay 0 and each range is the unit's own exact one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Events or exposure negative or not finite; confidence outside (0, 1).</exception>
    public static ShrunkRate[] Of(IReadOnlyList<(double Events, double Exposure)> units, double confidence = .95)
    {
        _ = NormalQuantile.TwoSided(confidence);
        foreach (var (events, exposure) in units)
        {
            Domain.NotNegative(events);
            Domain.NotNegative(exposure);
        }

        var known = units.Where(u => u.Exposure > 0).ToArray();
        if (known.Sum(u => u.Events) <= 0)
        {
            return [.. units.Select(u => new ShrunkRate(0, 0, u.Exposure > 0 ? PoissonCounts.Range(0, confidence).Map(n => n / u.Exposure) : new Interval(0, double.PositiveInfinity), 1))];
        }

        var grid = Grid(known);
        return [.. units.Select(u => Shrunk(u.Events, u.Exposure, grid, confidence))];
    }

    private static ShrunkRate Shrunk(double events, double exposure, Alikeness[] grid, double confidence)
    {
        var (mean, square, own) = (0.0, 0.0, 0.0);
        var raw = exposure > 0 ? events / exposure : 0;
        foreach (var (b, m, mVariance, chance) in grid)
        {
            // Spelt out instead of (m b + events)/(b + exposure), which would lose a unit without exposure whose platform still counts an event.
            var weight = exposure / (b + exposure);
            var rate = weight * raw + (1 - weight) * m;
            mean += chance * rate;
            square += chance * (rate / (b + exposure) + (1 - weight) * (1 - weight) * mVariance);
            own += chance * weight;
        }

        var variance = square + grid.Sum(g => g.Chance * Math.Pow(exposure / (g.B + exposure) * (raw - g.Mean) + g.Mean - mean, 2));
        return new ShrunkRate(raw, mean, GammaRange(mean, variance, confidence), own);
    }

    private static Alikeness[] Grid((double Events, double Exposure)[] units)
    {
        var typical = units.Average(u => u.Exposure);
        var step = (Alike - Apart) / (GridPoints - 1);
        var logs = new double[GridPoints];
        var grid = new Alikeness[GridPoints];
        for (var i = 0; i < GridPoints; i++)
        {
            var logOdds = Apart + i * step;
            var b = typical * Math.Exp(logOdds);
            var (mean, variance) = Mean(units, b);
            grid[i] = new Alikeness(b, mean, variance, 0);

            // Uniform in the shrinkage s is s (1 - s) in its log odds; the root is Laplace's share of integrating m out.
            logs[i] = Likelihood(units, b, mean) + .5 * Math.Log(variance) + logOdds - 2 * Math.Log(1 + Math.Exp(logOdds));
        }

        var most = logs.Max();
        var all = logs.Sum(l => Math.Exp(l - most));
        return [.. grid.Zip(logs, (g, l) => g with { Chance = Math.Exp(l - most) / all })];
    }

    /// <summary>The common rate for this b, each unit by the inverse of its noise: sum w y / sum w N with w = b/(b + N).</summary>
    private static (double Mean, double Variance) Mean((double Events, double Exposure)[] units, double b)
    {
        var (events, exposure) = (0.0, 0.0);
        foreach (var (y, n) in units)
        {
            events += b / (b + n) * y;
            exposure += b / (b + n) * n;
        }

        // var(y) = m N (1 + N/b), so that var(sum w y) = m sum w N.
        return (events / exposure, events / exposure / exposure);
    }

    private static double Likelihood((double Events, double Exposure)[] units, double b, double mean)
    {
        var shape = mean * b;
        var sum = 0.0;
        foreach (var (y, n) in units)
        {
            sum += Rise(shape, y) - shape * Log1p(n / b) + y * Math.Log(n / (b + n));
        }

        return sum;
    }

    /// <summary>ln Γ(a + y) - ln Γ(a), also where both are too large to be told apart.</summary>
    private static double Rise(double a, double y) =>
        a < 1e7 ? SpecialFunctions.GammaLn(a + y) - SpecialFunctions.GammaLn(a) : (a + y - .5) * Log1p(y / a) + y * Math.Log(a) - y;

    private static double Log1p(double x) => Math.Abs(x) < 1e-4 ? x - x * x / 2 + x * x * x / 3 : Math.Log(1 + x);

    private static Interval GammaRange(double mean, double variance, double confidence)
    {
        var shape = mean * mean / variance;
        var tail = (1 - confidence) / 2;
        if (shape > 10_000)
        {
            var half = NormalQuantile.TwoSided(confidence) * Math.Sqrt(variance);
            return new Interval(mean - half, mean + half);
        }

        // Of a very skewed gamma even the upper limit may lie below the mean.
        return new Interval(Math.Min(mean, Quantile(tail)), Math.Max(mean, Quantile(1 - tail)));
        double Quantile(double p) => Gamma.InvCDF(shape, 1, p) * mean / shape;
    }

    /// <param name="B">Exposure that the common rate counts for.</param>
    /// <param name="Mean">Common rate if so.</param>
    /// <param name="Variance">Of <paramref name="Mean"/>.</param>
    /// <param name="Chance">Of this b, given all counts.</param>
    private readonly record struct Alikeness(double B, double Mean, double Variance, double Chance);
}
