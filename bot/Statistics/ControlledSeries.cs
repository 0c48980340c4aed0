namespace MentorBot.Statistics;

/// <summary>
/// What a series would have done without the action, told by an untouched control series: least squares of one on the other before the action, carried on after it.
/// Source: facts/statistics.md 2.2. It holds only if the control was not touched and the two went together before.
/// </summary>
/// <remarks>
/// The range is exact when the steps' residuals are independent. Residuals that cling to the step before by more than chance are paid for (<see cref="Persistence"/>), which brings a correlation of .5 from about 78 to
/// about 90 of 100 with 14 to 56 steps before; with fewer than eight steps it cannot be seen.
/// </remarks>
/// <param name="Effect">Sum over the steps after the action of seen minus expected.</param>
/// <param name="Range">Of <paramref name="Effect"/>: t quantile times sqrt(s² (1'X0 (X'X)⁻¹ X0'1 + m)), stretched by sqrt((1 + r)/(1 - r)) for <see cref="Persistence"/> r.</param>
/// <param name="Relative">Effect over the sum expected; NaN when that is zero.</param>
/// <param name="Expected">Per step after the action.</param>
/// <param name="Sigma">Standard error of one step's residual before the action.</param>
internal sealed record ControlledSeries(double Effect, Interval Range, double Relative, double[] Expected, double Slope, double Intercept, double Sigma)
{
    private const int FewestForPersistence = 8;
    private const double MostPersistence = .8;

    /// <summary>Correlation of a step's residual with the one before, freed of its bias in short series (Marriott and Pope 1954); 0 within chance (one standard error, 1/sqrt(n)) and below eight steps.</summary>
    public double Persistence { get; private init; }

    /// <returns>Null with fewer than three steps before, none after, lengths that differ, or a control that never moved.</returns>
    public static ControlledSeries? Of(IReadOnlyList<double> controlBefore, IReadOnlyList<double> before, IReadOnlyList<double> controlAfter, IReadOnlyList<double> after, double confidence = .95)
    {
        if (controlBefore.Count != before.Count || controlAfter.Count != after.Count || after.Count == 0 || LeastSquares.Of([.. controlBefore.Zip(before)]) is not { } line)
        {
            return null;
        }

        var expected = controlAfter.Select(line.At).ToArray();
        var effect = after.Sum() - expected.Sum();
        var (n, m, mean) = (before.Count, after.Count, controlBefore.Average());
        var spread = controlBefore.Sum(x => (x - mean) * (x - mean));
        var away = controlAfter.Sum(x => x - mean);
        var sigma = Math.Sqrt(line.Residuals / line.Freedom);
        var persistence = Clinging([.. controlBefore.Zip(before, (x, y) => y - line.At(x))]);
        var half = NormalQuantile.StudentTwoSided(confidence, line.Freedom) * sigma * Math.Sqrt(((double)m * m / n + away * away / spread + m) * (1 + persistence) / (1 - persistence));
        var sum = expected.Sum();
        return new ControlledSeries(effect, new Interval(effect - half, effect + half), sum == 0 ? double.NaN : effect / sum, expected, line.Slope, line.Intercept, sigma) { Persistence = persistence };
    }

    private static double Clinging(double[] residuals)
    {
        var (n, square) = (residuals.Length, residuals.Sum(e => e * e));
        var raw = square > 0 ? residuals.Zip(residuals.Skip(1), (a, b) => a * b).Sum() / square : 0;
        return n < FewestForPersistence || raw < 1 / Math.Sqrt(n) ? 0 : Math.Min(MostPersistence, raw + (1 + 3 * raw) / n);
    }
}
