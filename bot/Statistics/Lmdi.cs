namespace MentorBot.Statistics;

/// <summary>Which factor moved a product: LMDI-I. Source: facts/statistics.md 2.3.</summary>
internal static class Lmdi
{
    /// <summary>
    /// Effect of each factor on the product, in the product's unit: L(V1, V0) ln(x1/x0), with L(a, b) = (a - b)/ln(a/b), and V when equal. Exact: the effects add up to V1 - V0,
    /// and their order does not matter.
    /// </summary>
    /// <returns>Null when a factor is zero or negative: something started or stopped, which is another sentence.</returns>
    public static double[]? Effects(IReadOnlyList<(double Before, double After)> factors)
    {
        if (factors.Any(f => !(f.Before > 0 && f.After > 0) || !double.IsFinite(f.Before) || !double.IsFinite(f.After)))
        {
            return null;
        }

        var mean = LogMean(factors.Aggregate(1.0, (v, f) => v * f.After), factors.Aggregate(1.0, (v, f) => v * f.Before));
        return [.. factors.Select(f => mean * Math.Log(f.After / f.Before))];
    }

    public static double LogMean(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Abs(a) ? a : (a - b) / Math.Log(a / b);
}
