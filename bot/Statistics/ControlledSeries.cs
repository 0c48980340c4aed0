namespace MentorBot.Statistics;

/// <summary>
/// What a series would have done without the action, told by an untouched control series: least squares of one on the other before the action, carried on after it.
/// Source: facts/statistics.md 2.2. It holds only if the control was not touched and the two went together before.
/// </summary>
/// <param name="Effect">Sum over the steps after the action of seen minus expected.</param>
/// <param name="Range">Of <paramref name="Effect"/>: t quantile times sqrt(s² (1'X0 (X'X)⁻¹ X0'1 + m)).</param>
/// <param name="Relative">Effect over the sum expected; NaN when that is zero.</param>
/// <param name="Expected">Per step after the action.</param>
/// <param name="Sigma">Standard error of one step's residual before the action.</param>
internal sealed record ControlledSeries(double Effect, Interval Range, double Relative, double[] Expected, double Slope, double Intercept, double Sigma)
{
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
        var half = NormalQuantile.StudentTwoSided(confidence, line.Freedom) * sigma * Math.Sqrt((double)m * m / n + away * away / spread + m);
        var sum = expected.Sum();
        return new ControlledSeries(effect, new Interval(effect - half, effect + half), sum == 0 ? double.NaN : effect / sum, expected, line.Slope, line.Intercept, sigma);
    }
}
