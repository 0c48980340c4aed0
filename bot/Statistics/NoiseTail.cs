using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>
/// How surprising one day is. The day's mean moves from day to day with a squared coefficient of variation; nobody knows the shape of that movement, so it is read both as gamma
/// (counts: negative binomial), as log-normal (the heaviest upper tail) and as normal (the heaviest lower tail), and the least surprised of the three is believed.
/// </summary>
internal static class NoiseTail
{
    private const double ManyEvents = 5_000;
    private const double LargeShape = 1_000;
    private const double Step = .25;

    /// <summary>Share of the mean under which a value is an outage and no longer the lower tail of a symmetric noise.</summary>
    private const double Outage = .1;

    /// <summary>Two-sided p of <paramref name="value"/>.</summary>
    /// <param name="mean">Expected value, positive.</param>
    /// <param name="variation">Squared coefficient of variation beyond counting noise, 0 or more.</param>
    /// <param name="counts">The value counts events, so that Poisson noise comes on top.</param>
    public static double TwoSided(double value, double mean, double variation, bool counts)
    {
        var high = value > mean;
        value = Math.Max(0, value);
        var gamma = counts && mean < ManyEvents && value < ManyEvents
            ? NegativeBinomial(value, mean, variation, high)
            : GammaTail(value, mean, variation + (counts ? 1 / mean : 0), high);
        if (gamma > .01)
        {
            return Math.Min(1, 2 * gamma);
        }

        var logNormal = counts && mean < ManyEvents && value < ManyEvents
            ? PoissonLogNormal(value, mean, variation, high)
            : LogNormal(value, mean, variation + (counts ? 1 / mean : 0), high);
        var normal = high || value < Outage * mean ? 0 : Normal.CDF(0, 1, (value + (counts ? .5 : 0) - mean) / Math.Sqrt(variation * mean * mean + (counts ? mean : 0)));
        return Math.Min(1, 2 * Math.Max(normal, Math.Max(gamma, logNormal)));
    }

    private static double NegativeBinomial(double value, double mean, double variation, bool high)
    {
        if (variation < 1e-6)
        {
            return Poisson(value, mean, high);
        }

        var size = 1 / variation;
        var p = mean / (size + mean);
        return high ? SpecialFunctions.BetaRegularized(value, size, p) : SpecialFunctions.BetaRegularized(size, value + 1, 1 - p);
    }

    private static double Poisson(double value, double mean, bool high) =>
        high ? value <= 0 ? 1 : SpecialFunctions.GammaLowerRegularized(value, mean) : SpecialFunctions.GammaUpperRegularized(value + 1, mean);

    private static double GammaTail(double value, double mean, double variation, bool high)
    {
        if (variation <= 0)
        {
            return value == mean ? 1 : 0;
        }

        var shape = 1 / variation;
        if (shape < LargeShape)
        {
            var x = shape * value / mean;
            return high ? SpecialFunctions.GammaUpperRegularized(shape, x) : SpecialFunctions.GammaLowerRegularized(shape, x);
        }

        // Wilson-Hilferty: the cube root of a gamma is almost normal.
        var c = 1 / (9 * shape);
        var z = (Math.Cbrt(value / mean) - (1 - c)) / Math.Sqrt(c);
        return Normal.CDF(0, 1, high ? -z : z);
    }

    private static double LogNormal(double value, double mean, double variation, bool high)
    {
        if (variation <= 0)
        {
            return value == mean ? 1 : 0;
        }

        var sigma2 = Math.Log(1 + variation);
        var z = (Math.Log(Math.Max(value, double.Epsilon) / mean) + sigma2 / 2) / Math.Sqrt(sigma2);
        return Normal.CDF(0, 1, high ? -z : z);
    }

    private static double PoissonLogNormal(double value, double mean, double variation, bool high)
    {
        if (variation < 1e-6)
        {
            return Poisson(value, mean, high);
        }

        var sigma2 = Math.Log(1 + variation);
        var sigma = Math.Sqrt(sigma2);
        var total = 0.0;
        for (var z = -8.0; z <= 8; z += Step)
        {
            total += Step * Normal.PDF(0, 1, z) * Poisson(value, mean * Math.Exp(sigma * z - sigma2 / 2), high);
        }

        return total;
    }
}
