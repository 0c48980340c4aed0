using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>A day from which a series lives on another level.</summary>
/// <param name="At">Index of the first step on the new level.</param>
/// <param name="Change">New over old level, minus 1.</param>
/// <param name="Range">95 % range of <paramref name="Change"/>.</param>
/// <param name="Z">Size in standard errors, its scale's uncertainty already paid for.</param>
/// <param name="P">Chance of a shift as strong anywhere in a steady series.</param>
internal sealed record LevelShift(int At, double Before, double After, double Change, Interval Range, double Z, double P)
{
    private const int SearchGrid = 400;

    /// <summary>The strongest shift between <paramref name="from"/> and <paramref name="to"/> (exclusive) with at least <paramref name="side"/> steps on each side.</summary>
    /// <returns>Null when the stretch is too short or holds no event.</returns>
    public static LevelShift? Strongest(SeasonalSeries series, int from, int to, int side)
    {
        if (to - from < 2 * side)
        {
            return null;
        }

        var part = new SeasonalSeries(series.Values[from..to], series.Exposure[from..to], series.Seasons[from..to], series.Counts);
        if (SeasonalFit.Of(part) is not { } flat)
        {
            return null;
        }

        var length = to - from;
        var stride = Math.Max(1, length / SearchGrid);
        var residuals = new double[length];
        for (var i = 0; i < length; i++)
        {
            residuals[i] = part.Usable(i) ? Math.Clamp(flat.Residual(i), -2.5, 2.5) : double.NaN;
        }

        var candidate = Enumerable.Range(side, length - 2 * side + 1).Where(t => (t - side) % stride == 0).MaxBy(t => Strength(part, residuals, t));
        if (SeasonalFit.Of(part, candidate) is not { } split)
        {
            return null;
        }

        var change = Math.Log(split.Levels[1] / split.Levels[0]);
        var error = Math.Sqrt((RelativeVariance(split, 0, candidate) + RelativeVariance(split, candidate, length)) * (1 + split.Persistence) / (1 - split.Persistence));
        var z = NormalQuantile.FromStudent(change / error, split.Freedom);
        var reach = NormalQuantile.StudentTwoSided(.95, split.Freedom) * error;
        return new LevelShift(from + candidate, split.Levels[0], split.Levels[1], Math.Exp(change) - 1,
            new Interval(Math.Exp(change - reach) - 1, Math.Exp(change + reach) - 1), z, SearchedP(z, (double)side / length));
    }

    /// <summary>
    /// Chance that the largest standardised difference between the two sides of a steady series, over every cut that leaves <paramref name="trim"/> of it on each side, exceeds
    /// <paramref name="z"/>: 4φ(z)/z + φ(z)(z - 1/z) ln((1-t)²/t²) (Miller and Siegmund 1982). Gives .05 and .01 at Andrews' 1993 critical values (8.85, 12.35, trim .15).
    /// </summary>
    public static double SearchedP(double z, double trim)
    {
        var size = Math.Abs(z);
        var single = NormalQuantile.TwoSidedP(size);
        if (trim >= .5 || size < 1)
        {
            return trim >= .5 ? single : 1;
        }

        var density = Normal.PDF(0, 1, size);
        return Math.Clamp(4 * density / size + density * (size - 1 / size) * 2 * Math.Log((1 - trim) / trim), single, 1);
    }

    /// <summary>First pass: difference of the two sides' average residuals, winsorised, in standard errors.</summary>
    private static double Strength(SeasonalSeries series, double[] residuals, int at)
    {
        var (before, after, nBefore, nAfter) = (0.0, 0.0, 0, 0);
        for (var i = 0; i < series.Length; i++)
        {
            if (!series.Usable(i))
            {
                continue;
            }

            if (i < at)
            {
                before += residuals[i];
                nBefore++;
            }
            else
            {
                after += residuals[i];
                nAfter++;
            }
        }

        return nBefore < 3 || nAfter < 3 ? 0 : Math.Abs(after / nAfter - before / nBefore) / Math.Sqrt(1.0 / nBefore + 1.0 / nAfter);
    }

    private static double RelativeVariance(SeasonalFit fit, int from, int to)
    {
        var (noise, mass) = (0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            if (fit.Weights[i] > 0 && fit.Expected[i] > 0)
            {
                var variance = Math.Max(fit.Variance(i), 1e-12 * fit.Expected[i] * fit.Expected[i]);
                var trust = fit.Weights[i] * fit.Expected[i] / variance;
                noise += trust * trust * variance;
                mass += trust * fit.Expected[i];
            }
        }

        return mass > 0 ? noise / (mass * mass) : double.PositiveInfinity;
    }
}
