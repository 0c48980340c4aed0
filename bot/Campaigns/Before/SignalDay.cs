using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>What a look at the campaign on one day can and cannot decide, written before it starts.</summary>
/// <param name="Day">Days since the start.</param>
/// <param name="Spend">Spent by then at an even pace.</param>
/// <param name="Sales">Expected by then.</param>
/// <param name="CpaRange">Of the CPA that would be seen if the expected number came; infinite above when it is 0.</param>
/// <param name="StopAtMost">With this many sales or fewer the CPA's whole range lies above break-even; null when even none would not prove it.</param>
/// <param name="ProvenFrom">With this many or more the whole range lies below break-even.</param>
internal sealed record SignalDay(int Day, double Spend, double Sales, Interval CpaRange, int? StopAtMost, int? ProvenFrom)
{
    /// <summary>True when the forecast itself, come true, would stop the campaign on this day.</summary>
    public bool ForecastStops => Math.Round(Sales) <= StopAtMost;

    /// <summary>True when the forecast itself, come true, would prove it profitable by this day.</summary>
    public bool ForecastProves => Math.Round(Sales) >= ProvenFrom;

    private static readonly int[] Looks = [3, 7, 14];

    /// <summary>The looks at day 3, 7 and 14 that fall into the campaign, and its end.</summary>
    /// <param name="cpa">The expected one.</param>
    public static IReadOnlyList<SignalDay> Of(CampaignPlan plan, double cpa) =>
        [.. Looks.Where(d => d < plan.Days).Append(plan.Days).Select(d => On(plan, cpa, d))];

    private static SignalDay On(CampaignPlan plan, double cpa, int day)
    {
        var spend = plan.Budget * day / plan.Days;
        var sales = spend / cpa;
        var limits = PoissonCounts.Range(Math.Round(sales));
        var toPay = spend / plan.Worth;
        return new SignalDay(day, spend, sales, new Interval(spend / limits.High, limits.Low > 0 ? spend / limits.Low : double.PositiveInfinity),
            toPay is { } enough ? AtMost(enough) : null, toPay is { } paid ? From(paid) : null);
    }

    /// <summary>The most sales whose exact range still stays under <paramref name="toPay"/>, the number that pays the spend back.</summary>
    private static int? AtMost(double toPay)
    {
        if (PoissonCounts.Range(0).High >= toPay)
        {
            return null;
        }

        var (fits, not) = (0, (int)Math.Ceiling(Math.Min(toPay, 1e9)));
        while (not - fits > 1)
        {
            var middle = fits + (not - fits) / 2;
            (fits, not) = PoissonCounts.Range(middle).High < toPay ? (middle, not) : (fits, middle);
        }

        return fits;
    }

    /// <summary>The fewest sales whose exact range lies above <paramref name="toPay"/>.</summary>
    private static int? From(double toPay)
    {
        if (toPay > 1e8)
        {
            return null;
        }

        var (not, fits) = ((int)Math.Floor(toPay), (int)Math.Ceiling(toPay + 10 + 4 * Math.Sqrt(toPay)));
        while (fits - not > 1)
        {
            var middle = not + (fits - not) / 2;
            (not, fits) = PoissonCounts.Range(middle).Low > toPay ? (not, middle) : (middle, fits);
        }

        return fits;
    }
}
