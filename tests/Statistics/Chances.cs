using MathNet.Numerics;

namespace MentorBot.Tests.Statistics;

/// <summary>Distributions as tables, so that coverage and false alarms are counted over every outcome instead of simulated, and draws take one look.</summary>
internal static class Chances
{
    /// <summary>Outcomes with less chance than this are left out; together they are far below the fourth digit of a coverage.</summary>
    private const double Nothing = 1e-10;

    /// <summary>What can be seen of n trials, with its chance.</summary>
    public static List<(int X, double Chance)> Binomial(int trials, double rate)
    {
        double Log(int x) => SpecialFunctions.GammaLn(trials + 1.0) - SpecialFunctions.GammaLn(x + 1.0) - SpecialFunctions.GammaLn(trials - x + 1.0) + x * Math.Log(rate) + (trials - x) * Math.Log(1 - rate);
        return Likely(0, trials, Log);
    }

    /// <summary>What can be seen of independent events with this mean.</summary>
    public static List<(int X, double Chance)> Poisson(double mean) =>
        Likely(0, (int)(mean + 12 * Math.Sqrt(mean) + 30), x => x * Math.Log(mean) - mean - SpecialFunctions.GammaLn(x + 1.0));

    /// <summary>Two independent counts.</summary>
    public static IEnumerable<((int A, int B) Outcome, double Chance)> Pairs(List<(int X, double Chance)> first, List<(int X, double Chance)> second) =>
        from a in first from b in second select ((a.X, b.X), a.Chance * b.Chance);

    /// <summary>Chance that a statement holds, over every outcome in which it can be made.</summary>
    public static double Share<T>(this IEnumerable<(T Outcome, double Chance)> outcomes, Func<T, bool> holds)
    {
        var (all, held) = (0.0, 0.0);
        foreach (var (outcome, chance) in outcomes)
        {
            all += chance;
            held += holds(outcome) ? chance : 0;
        }

        return held / all;
    }

    /// <summary>One draw.</summary>
    public static int Draw(this List<(int X, double Chance)> outcomes, Random random)
    {
        var left = random.NextDouble();
        foreach (var (x, chance) in outcomes)
        {
            left -= chance;
            if (left < 0)
            {
                return x;
            }
        }

        return outcomes[^1].X;
    }

    /// <summary>A standard normal draw.</summary>
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static List<(int X, double Chance)> Likely(int from, int to, Func<int, double> log) =>
        [.. Enumerable.Range(from, to - from + 1).Select(x => (x, Math.Exp(log(x)))).Where(o => o.Item2 > Nothing)];
}
