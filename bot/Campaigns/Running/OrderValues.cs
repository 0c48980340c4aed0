namespace MentorBot.Campaigns;

/// <summary>
/// How much single sales differ in value, told by rows that sum several of them. Values that are worth m on average with deviation s make a row of n sales worth n m, with variance n s²: so
/// s² is the weighted mean square of the rows' residuals, each campaign around its own m. Source: facts/statistics.md 3.1 (compound Poisson).
/// </summary>
internal static class OrderValues
{
    /// <summary>Deviation over mean where nobody knows: values that differ as much as their mean. Rows that show less do not narrow it, since a single giant order is easily missed.</summary>
    public const double Assumed = 1;

    /// <summary>Fewer rows may all be of ordinary orders.</summary>
    private const int FewestFreedom = 3;

    /// <param name="rows">Per row: its campaign, its sales and their value.</param>
    /// <returns>Deviation over mean, <see cref="Assumed"/> at least and with too few rows to tell.</returns>
    public static double Variation(IEnumerable<(int Unit, double Sales, double Value)> rows)
    {
        var (squares, freedom) = (0.0, 0);
        foreach (var unit in rows.Where(r => r.Sales > 0 && double.IsFinite(r.Sales) && r.Value >= 0 && double.IsFinite(r.Value)).GroupBy(r => r.Unit))
        {
            if (unit.Sum(r => r.Value) / unit.Sum(r => r.Sales) is > 0 and var mean)
            {
                squares += unit.Sum(r => Math.Pow(r.Value / mean - r.Sales, 2) / r.Sales);
                freedom += unit.Count() - 1;
            }
        }

        return freedom < FewestFreedom ? Assumed : Math.Max(Assumed, Math.Sqrt(squares / freedom));
    }
}
