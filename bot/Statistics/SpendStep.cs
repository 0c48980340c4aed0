namespace MentorBot.Statistics;

/// <summary>From one level of spend to the next higher one. Conversions are means per period where a level was held for several. Source: facts/statistics.md 3.4.</summary>
/// <param name="Cost">Marginal cost: additional spend over additional conversions; null when the step added none.</param>
/// <param name="CostRange">
/// 95 % range of <paramref name="Cost"/> from the two counts alone: the range of the difference of two Poisson means is put together from the exact range of each (MOVER, Zou and Donner 2008:
/// d - sqrt((c2 - l2)² + (u1 - c1)²) to d + sqrt((u2 - c2)² + (c1 - l1)²)) and the additional spend is divided by its ends. Infinite above when the additional count may be 0 or negative,
/// infinite on both ends when it surely is. Seasons, promotions and competitors between the two levels come on top.
/// </param>
internal sealed record SpendStep(double FromSpend, double ToSpend, double FromConversions, double ToConversions, double? Cost, Interval CostRange)
{
    /// <summary>What a conversion costs on average at the higher level; null without any. It hides what the last ones cost.</summary>
    public double? AverageCost => ToConversions > 0 ? ToSpend / ToConversions : null;

    /// <param name="from">Spend per period, conversions over all its periods, and how many those were.</param>
    internal static SpendStep Between((double Spend, double Conversions, int Periods) from, (double Spend, double Conversions, int Periods) to)
    {
        var (before, after) = (from.Conversions / from.Periods, to.Conversions / to.Periods);
        var (low, high) = (PoissonCounts.Range(from.Conversions).Map(n => n / from.Periods), PoissonCounts.Range(to.Conversions).Map(n => n / to.Periods));
        var (added, spend) = (after - before, to.Spend - from.Spend);
        var range = new Interval(
            Each(spend, added + Math.Sqrt(Square(high.High - after) + Square(before - low.Low))),
            Each(spend, added - Math.Sqrt(Square(after - high.Low) + Square(low.High - before))));
        return new SpendStep(from.Spend, to.Spend, before, after, added > 0 ? spend / added : null, range);
    }

    private static double Each(double spend, double added) => added > 0 ? spend / added : double.PositiveInfinity;

    private static double Square(double x) => x * x;
}
