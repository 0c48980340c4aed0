using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace MentorBot.Statistics;

/// <summary>
/// How likely an arm is the best, and what choosing it would cost if it is not: rates with a flat Beta(1, 1) prior. It is a chance, never a "confidence", and looking often spoils it as it
/// spoils p. Source: facts/statistics.md 1.3.
/// </summary>
internal static class ChanceBest
{
    /// <summary>Standard deviations on each side of a rate beyond which nothing is left to add.</summary>
    private const double Reach = 12;

    /// <summary>Above it a rate is as good as normal.</summary>
    private const double LargeCount = 2_000_000;

    /// <summary>P(rate of b > rate of a): 200 against 250 of 10,000 gives .99142.</summary>
    public static double Better(Arm a, Arm b) => Best([a, b])[1];

    /// <summary>Expected shortfall of <paramref name="chosen"/> against <paramref name="other"/>, in rate: E[max(other - chosen, 0)]. Choosing 250 over 200 of 10,000 risks .0000060.</summary>
    public static double LossOf(Arm chosen, Arm other)
    {
        var (mine, theirs) = (Curve.Of(chosen), Curve.Of(other));
        return Math.Max(0, Nodes([mine, theirs]).Sum(n => n.Weight * mine.Below(n.At) * theirs.Above(n.At)));
    }

    /// <summary>Chance of each arm to have the highest rate; they add up to 1.</summary>
    public static double[] Best(IReadOnlyList<Arm> arms)
    {
        var curves = arms.Select(Curve.Of).ToArray();
        var (chances, below) = (new double[curves.Length], new double[curves.Length]);
        foreach (var (at, weight) in Nodes(curves))
        {
            for (var i = 0; i < curves.Length; i++)
            {
                below[i] = curves[i].Below(at);
            }

            for (var i = 0; i < curves.Length; i++)
            {
                var best = weight * curves[i].Density(at);
                for (var j = 0; j < curves.Length && best > 0; j++)
                {
                    best *= j == i ? 1 : below[j];
                }

                chances[i] += best;
            }
        }

        var sum = chances.Sum();
        return sum > 0 ? [.. chances.Select(c => c / sum)] : [.. chances.Select(_ => 1.0 / chances.Length)];
    }

    /// <summary>
    /// A Gauss-Legendre rule in panels between the places where a curve begins or ends: beside a wide curve a narrow one is a step, which one rule over both would miss. Orders that the library holds ready.
    /// </summary>
    private static IEnumerable<(double At, double Weight)> Nodes(Curve[] curves)
    {
        double[] ends = [.. curves.SelectMany(c => new[] { c.From, c.To }).Order().Distinct()];
        var order = ends.Length switch { 2 => 256, <= 4 => 96, _ => 64 };
        return ends.Zip(ends.Skip(1), (from, to) => new GaussLegendreRule(from, to, order)).SelectMany(rule => rule.Abscissas.Zip(rule.Weights));
    }

    /// <summary>What is known of one rate.</summary>
    private readonly record struct Curve(double Alpha, double Beta, double Mean, double Deviation)
    {
        public double From => Math.Max(0, Mean - Reach * Deviation);

        public double To => Math.Min(1, Mean + Reach * Deviation);

        public static Curve Of(Arm arm)
        {
            var (alpha, beta) = (arm.Conversions + 1, arm.Users - arm.Conversions + 1);
            var all = alpha + beta;
            return new Curve(alpha, beta, alpha / all, Math.Sqrt(alpha * beta / (all * all * (all + 1))));
        }

        private bool IsNormal => Math.Min(Alpha, Beta) > LargeCount;

        public double Density(double t)
        {
            if (IsNormal)
            {
                return Normal.PDF(Mean, Deviation, t);
            }

            return t is <= 0 or >= 1 ? 0 : Math.Exp((Alpha - 1) * Math.Log(t) + (Beta - 1) * Math.Log(1 - t) - SpecialFunctions.BetaLn(Alpha, Beta));
        }

        public double Below(double t) => t <= From ? 0 : t >= To ? 1 : IsNormal ? Normal.CDF(Mean, Deviation, t) : SpecialFunctions.BetaRegularized(Alpha, Beta, t);

        public double Above(double t) => t <= From ? 1 : t >= To ? 0 : IsNormal ? Normal.CDF(Mean, Deviation, 2 * Mean - t) : SpecialFunctions.BetaRegularized(Beta, Alpha, 1 - t);
    }
}
