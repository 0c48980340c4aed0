using MathNet.Numerics;

namespace MentorBot.Statistics;

/// <summary>Fisher's exact test of two rates, for counts too small for a normal approximation.</summary>
internal static class FisherExact
{
    /// <summary>Relative slack with which two tables count as equally likely, as R's fisher.test.</summary>
    private const double Slack = 1e-7;

    /// <summary>
    /// Two-sided p: the chance, with all margins as they are, of the tables that are no likelier than the one seen. 200 and 250 of 10,000 give .01938. Counts are rounded to whole ones.
    /// Source: facts/statistics.md 1.1.
    /// </summary>
    public static double P(Arm a, Arm b)
    {
        var (nA, nB, xA, xB) = (Math.Round(a.Users), Math.Round(b.Users), Math.Round(a.Conversions), Math.Round(b.Conversions));
        var all = xA + xB;
        var (low, high) = (Math.Max(0, all - nB), Math.Min(nA, all));
        if (high <= low)
        {
            return 1;
        }

        double Log(double x) => Choose(nA, x) + Choose(nB, all - x) - Choose(nA + nB, all);
        var seen = Log(xA) + Slack;

        // The tables fall off on both sides of the likeliest one: once a term is this small, those beyond it add nothing.
        var mode = Math.Clamp(Math.Floor((all + 1) * (nA + 1) / (nA + nB + 2)), low, high);
        var p = 0.0;
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            for (var x = step < 0 ? mode : mode + 1; x >= low && x <= high; x += step)
            {
                var log = Log(x);
                p += log <= seen ? Math.Exp(log) : 0;
                if (log < seen - 45)
                {
                    break;
                }
            }
        }

        return Math.Min(1, p);
    }

    private static double Choose(double n, double k) => SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1);
}
