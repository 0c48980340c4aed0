using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>What a count of independent events says about the rate behind it. Counts may be fractional, since platforms attribute parts of a conversion.</summary>
internal static class PoissonCounts
{
    /// <summary>Above it gamma quantiles are taken by Wilson-Hilferty: relative error below 1e-7.</summary>
    private const double LargeCount = 20_000;

    /// <summary>Above it the exact binomial is replaced by its normal limit.</summary>
    private const double LargeTrials = 100_000;

    /// <summary>
    /// Exact (Garwood) range of a Poisson mean: chi2(a/2; 2k)/2 to chi2(1-a/2; 2k+2)/2, as R's poisson.test. Zero gives (0, 3.689) at 95 %.
    /// Source: facts/statistics.md 3.1.
    /// </summary>
    /// <param name="count">Events seen, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative or non-finite count, or a confidence outside (0, 1).</exception>
    public static Interval Range(double count, double confidence = .95)
    {
        Require(count);
        var z = NormalQuantile.TwoSided(confidence);
        var tail = (1 - confidence) / 2;
        return new Interval(count == 0 ? 0 : Math.Min(count, GammaQuantile(count, tail, -z)), Math.Max(count, GammaQuantile(count + 1, 1 - tail, z)));
    }

    /// <summary>
    /// Rate ratio second/first with its log-method range: exp(ln r ± z sqrt(1/a + 1/b)). 24 then 17 gives .708 (.381 to 1.318).
    /// Source: facts/statistics.md 2.1. A zero count gives a range from 0 to infinity: nothing is known on that scale.
    /// </summary>
    public static RateRatio LogRatio(double first, double second, double firstExposure = 1, double secondExposure = 1, double confidence = .95)
    {
        Require(first, second, firstExposure, secondExposure);
        if (first == 0 || second == 0)
        {
            return new RateRatio(first == 0 ? double.NaN : 0, new Interval(0, double.PositiveInfinity), 1);
        }

        var ratio = second / secondExposure / (first / firstExposure);
        var error = Math.Sqrt(1 / first + 1 / second);
        var reach = NormalQuantile.TwoSided(confidence) * error;
        return new RateRatio(ratio, new Interval(ratio * Math.Exp(-reach), ratio * Math.Exp(reach)), NormalQuantile.TwoSidedP(Math.Log(ratio) / error));
    }

    /// <summary>
    /// Rate ratio second/first, exact: given the sum, the second count is binomial; p adds every outcome no likelier than the one seen, the range is
    /// Clopper-Pearson's carried over to the odds (R's poisson.test). Source: facts/statistics.md 2.1 and 3.1.
    /// </summary>
    public static RateRatio ExactRatio(double first, double second, double firstExposure = 1, double secondExposure = 1, double confidence = .95)
    {
        Require(first, second, firstExposure, secondExposure);
        var trials = first + second;
        if (trials == 0 || firstExposure == 0 || secondExposure == 0)
        {
            return new RateRatio(double.NaN, new Interval(0, double.PositiveInfinity), 1);
        }

        var scale = firstExposure / secondExposure;
        var share = Proportions.ClopperPearson(second, trials, confidence);
        var range = new Interval(scale * share.Low / (1 - share.Low), share.High >= 1 ? double.PositiveInfinity : scale * share.High / (1 - share.High));
        var ratio = first == 0 ? double.NaN : scale * second / first;
        return new RateRatio(ratio, range, BinomialP(second, trials, secondExposure / (firstExposure + secondExposure)));
    }

    /// <summary>Events needed for a count to be known within ± <paramref name="precision"/> (a fraction) at 95 %: (z/precision)²: 384 for 10 %, 96 for 20 %. Source: facts/statistics.md 3.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Precision is not positive.</exception>
    public static double NeededFor(double precision, double confidence = .95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(precision);
        return Math.Round(Math.Pow(NormalQuantile.TwoSided(confidence) / precision, 2));
    }

    private static double GammaQuantile(double shape, double p, double z)
    {
        if (shape < LargeCount)
        {
            return Gamma.InvCDF(shape, 1, p);
        }

        var c = 1 / (9 * shape);
        return shape * Math.Pow(1 - c + z * Math.Sqrt(c), 3);
    }

    private static double BinomialP(double successes, double trials, double chance)
    {
        var n = Math.Round(trials);
        var x = Math.Min(n, Math.Round(successes));
        if (trials > LargeTrials)
        {
            return NormalQuantile.TwoSidedP((successes - trials * chance) / Math.Sqrt(trials * chance * (1 - chance)));
        }

        double Log(double k) => SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1)
            + k * Math.Log(chance) + (n - k) * Math.Log(1 - chance);
        return NoLikelier.P(0, n, Math.Clamp(Math.Floor((n + 1) * chance), 0, n), x, Log);
    }

    private static void Require(params ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value) || value < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(values), value, "Counts and exposures are finite and not negative.");
            }
        }
    }
}

/// <param name="Ratio">Second over first; NaN when the first is zero.</param>
/// <param name="P">Two-sided, for a true ratio of 1.</param>
internal sealed record RateRatio(double Ratio, Interval Range, double P);
