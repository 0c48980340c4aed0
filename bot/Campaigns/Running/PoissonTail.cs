using MathNet.Numerics;
using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>Both tails of a count against what was expected. Zero where 3 were expected: chance 5 %. Source: facts/statistics.md 3.1.</summary>
internal static class PoissonTail
{
    /// <summary>Above it the normal limit is right to four digits.</summary>
    private const double Large = 50_000;

    /// <returns>Chance of at most, and of at least, this many.</returns>
    public static (double AtMost, double AtLeast) Of(double count, double expected)
    {
        if (expected <= 0)
        {
            return (1, count > 0 ? 0 : 1);
        }

        if (expected > Large || count > Large)
        {
            var z = (count - expected) / Math.Sqrt(expected);
            var one = NormalQuantile.TwoSidedP(z) / 2;
            return z > 0 ? (1 - one, one) : (one, 1 - one);
        }

        return (SpecialFunctions.GammaUpperRegularized(count + 1, expected), count <= 0 ? 1 : SpecialFunctions.GammaLowerRegularized(count, expected));
    }
}
