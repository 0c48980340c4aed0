using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace MentorBot.Statistics;

/// <summary>Ranges and comparisons of x successes in n trials. Source: facts/statistics.md 1.1.</summary>
internal static class Proportions
{
    private const double LargeTrials = 1_000_000;

    /// <summary>Wilson score range: centre (p + z²/2n)/(1 + z²/n). 50 of 1,000 gives .0381 to .0653. No trial gives 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Successes outside 0..trials, or not finite.</exception>
    public static Interval Wilson(double successes, double trials, double confidence = .95)
    {
        Require(successes, trials);
        var z = NormalQuantile.TwoSided(confidence);
        if (trials == 0)
        {
            return new Interval(0, 1);
        }

        var (p, z2) = (successes / trials, z * z);
        var spread = 1 + z2 / trials;
        var centre = (p + z2 / (2 * trials)) / spread;
        var half = z / spread * Math.Sqrt(p * (1 - p) / trials + z2 / (4 * trials * trials));
        return new Interval(successes == 0 ? 0 : Math.Clamp(centre - half, 0, p), successes == trials ? 1 : Math.Clamp(centre + half, p, 1));
    }

    /// <summary>Exact (Clopper-Pearson) range from beta quantiles; above a million trials Wilson's, which is then the same to six digits.</summary>
    public static Interval ClopperPearson(double successes, double trials, double confidence = .95)
    {
        Require(successes, trials);
        if (trials == 0)
        {
            return new Interval(0, 1);
        }

        if (trials > LargeTrials)
        {
            return Wilson(successes, trials, confidence);
        }

        var tail = (1 - confidence) / 2;
        return new Interval(
            successes == 0 ? 0 : BetaQuantile(successes, trials - successes + 1, tail),
            successes == trials ? 1 : BetaQuantile(successes + 1, trials - successes, 1 - tail));
    }

    /// <summary>Pooled z of second minus first and its two-sided p, the one convention used everywhere. 200 and 250 of 10,000 give z 2.384, p .0171. Without trials or without variance: z 0, p 1.</summary>
    public static (double Z, double P) PooledZ(double firstSuccesses, double firstTrials, double secondSuccesses, double secondTrials)
    {
        Require(firstSuccesses, firstTrials);
        Require(secondSuccesses, secondTrials);
        var pooled = (firstSuccesses + secondSuccesses) / (firstTrials + secondTrials);
        var variance = pooled * (1 - pooled) * (1 / firstTrials + 1 / secondTrials);
        if (!double.IsFinite(variance) || variance <= 0)
        {
            return (0, 1);
        }

        var z = (secondSuccesses / secondTrials - firstSuccesses / firstTrials) / Math.Sqrt(variance);
        return (z, NormalQuantile.TwoSidedP(z));
    }

    /// <summary>MathNet's own quantile stops at 1e-8; published vectors need more.</summary>
    private static double BetaQuantile(double a, double b, double p) => Brent.FindRoot(x => SpecialFunctions.BetaRegularized(a, b, x) - p, 0, 1, 1e-15, 200);

    private static void Require(double successes, double trials)
    {
        if (!double.IsFinite(trials) || !(successes >= 0 && successes <= trials))
        {
            throw new ArgumentOutOfRangeException(nameof(successes), successes, "Successes lie between 0 and the trials.");
        }
    }
}
