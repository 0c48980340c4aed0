using System.Collections.Concurrent;
using MathNet.Numerics.Integration;

namespace MentorBot.Statistics;

/// <summary>What looking more than once costs, and the range that stays valid at any look. Source: facts/statistics.md 1.5.</summary>
internal static class Peeking
{
    /// <summary>Sample size at which the anytime range is tightest, GrowthBook's default.</summary>
    public const double DefaultTuning = 5000;

    /// <summary>Nobody looks more often; the rate grows by less than a point for the next twenty.</summary>
    private const int MostLooks = 100;

    private const int FewestNodes = 32;

    /// <summary>Per unit of half the width: nodes then stand at most one standard deviation of a step apart, where the rule errs by less than 1e-7.</summary>
    private const double NodesPerReach = 3.2;

    private static readonly ConcurrentDictionary<(int Looks, double Alpha), double> Known = new();

    /// <summary>
    /// Chance that at least one of so many equally spaced looks shows p below <paramref name="alpha"/> where there is no difference: 1 gives .05, 5 give .142, 20 give .248. By the recursive
    /// integration of Armitage, McPherson and Rowe (1969): the density of the sum that has not yet crossed, look by look.
    /// </summary>
    /// <param name="looks">From 1; from 100 on the value for 100.</param>
    public static double FalsePositiveRate(int looks, double alpha = .05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(looks, 1);
        return Known.GetOrAdd((Math.Min(looks, MostLooks), alpha), k => Integrated(k.Looks, NormalQuantile.TwoSided(1 - k.Alpha)));
    }

    /// <summary>
    /// Range that holds however often and whenever one looks (asymptotic confidence sequence): half width se sqrt(N) sqrt(2(N r² + 1)/(N² r²) ln(sqrt(N r² + 1)/a)), with
    /// r² = (-2 ln a + ln(-2 ln a + 1))/tuning. At N = tuning it is 1.549 times the ordinary one.
    /// </summary>
    /// <param name="error">Standard error of <paramref name="estimate"/>.</param>
    /// <param name="users">In all arms compared.</param>
    public static Interval AnytimeRange(double estimate, double error, double users, double alpha = .05, double tuning = DefaultTuning)
    {
        if (!(users > 0) || !(error > 0))
        {
            return new Interval(double.NegativeInfinity, double.PositiveInfinity);
        }

        var mixed = users * Rho2(alpha, tuning);
        var half = error * Math.Sqrt(2 * (mixed + 1) / mixed * Math.Log(Math.Sqrt(mixed + 1) / alpha));
        return new Interval(estimate - half, estimate + half);
    }

    /// <summary>The p that is valid at any look: the smallest alpha at which <see cref="AnytimeRange"/>, tuned for <paramref name="alpha"/>, leaves zero out.</summary>
    public static double AnytimeP(double estimate, double error, double users, double alpha = .05, double tuning = DefaultTuning)
    {
        if (!(users > 0) || !(error > 0))
        {
            return 1;
        }

        var mixed = users * Rho2(alpha, tuning);
        var z = estimate / error;
        return Math.Min(1, Math.Sqrt(mixed + 1) * Math.Exp(-z * z * mixed / (2 * (mixed + 1))));
    }

    private static double Rho2(double alpha, double tuning) => (-2 * Math.Log(alpha) + Math.Log(-2 * Math.Log(alpha) + 1)) / tuning;

    private static double Integrated(int looks, double critical)
    {
        // The sum of k standard normals stays within ± critical sqrt(k); its density there is carried on the nodes of a Gauss-Legendre rule.
        var (at, weighted) = Rule(critical);
        for (var i = 0; i < at.Length; i++)
        {
            weighted[i] *= Density(at[i]);
        }

        for (var k = 2; k <= looks; k++)
        {
            var (next, weights) = Rule(critical * Math.Sqrt(k));
            for (var i = 0; i < next.Length; i++)
            {
                var sum = 0.0;
                for (var j = 0; j < at.Length; j++)
                {
                    sum += weighted[j] * Density(next[i] - at[j]);
                }

                weights[i] *= sum;
            }

            (at, weighted) = (next, weights);
        }

        return 1 - weighted.Sum();
    }

    private static (double[] At, double[] Weights) Rule(double reach)
    {
        var rule = new GaussLegendreRule(-reach, reach, Math.Max(FewestNodes, (int)Math.Ceiling(NodesPerReach * reach)));
        return (rule.Abscissas, rule.Weights);
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
}
