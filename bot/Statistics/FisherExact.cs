using MathNet.Numerics;

namespace MentorBot.Statistics;

/// <summary>Fisher's exact test of two rates, for counts too small for a normal approximation.</summary>
internal static class FisherExact
{
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
        return NoLikelier.P(low, high, Math.Clamp(Math.Floor((all + 1) * (nA + 1) / (nA + nB + 2)), low, high), xA, Log);
    }

    private static double Choose(double n, double k) => SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1);
}
