using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>
/// What a plan would bring if its assumptions hold, each with its range. Deterministic: ranges of the assumptions are propagated as logarithms, and the chance of the count itself is
/// added as Poisson noise, z / sqrt(expected sales).
/// </summary>
/// <param name="Impressions">Null where the plan has no CPM.</param>
/// <param name="Clicks">Null where the plan has neither CPC nor CPM and CTR.</param>
/// <param name="Cpa">Its high end is infinite when no sale at all is possible.</param>
/// <param name="Sensitivity">The cost of a sale with one assumption moved at a time, widest first; of two that weigh the same, the one nearest to the sale.</param>
internal sealed record CampaignForecast(ThreePoint? Impressions, ThreePoint? Clicks, ThreePoint Sales, ThreePoint Cpa, IReadOnlyList<Sensitivity> Sensitivity)
{
    /// <summary>Under half a sale, none is as likely as one.</summary>
    private const double NoSale = .5;

    /// <returns>Null when the plan has no rates.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No budget.</exception>
    public static CampaignForecast? Of(CampaignPlan plan, double confidence = .95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plan.Budget);
        if (plan.Cost is not { } cost)
        {
            return null;
        }

        var expected = plan.Budget / cost.Cpa;
        var (low, high) = cost.Spread(NormalQuantile.TwoSided(confidence) / Math.Sqrt(expected));
        var fewest = plan.Budget / high;
        var none = fewest < NoSale;
        return new CampaignForecast(
            cost.Find("cpm") is { } cpm ? Bought(plan.Budget, new CostModel([cpm])) : null,
            cost.OfClick is { } click ? Bought(plan.Budget, click) : null,
            new ThreePoint(none ? 0 : fewest, expected, plan.Budget / low),
            new ThreePoint(low, cost.Cpa, none ? double.PositiveInfinity : high),
            [.. cost.Factors.Reverse().Select(f => new Sensitivity(f, cost.CpaWith(g => g == f ? f.Value.Low : g.Value.Expected), cost.CpaWith(g => g == f ? f.Value.High : g.Value.Expected)))
                .OrderByDescending(s => Math.Round(s.Swing, 9))]);
    }

    /// <summary>The CPA against what a sale is worth.</summary>
    public Outlook Against(double? worth) =>
        worth is not { } limit ? Outlook.Unknown
        : Cpa.Low > limit ? Outlook.Losing
        : Cpa.Expected > limit ? Outlook.LikelyLosing
        : Cpa.High > limit ? Outlook.Unproven
        : Outlook.Profitable;

    /// <summary>The sales against the goal.</summary>
    public GoalReach Towards(double? goal) =>
        goal is not { } aim ? GoalReach.None
        : aim > Sales.High ? GoalReach.OutOfReach
        : aim > Sales.Expected ? GoalReach.Stretch
        : GoalReach.Within;

    /// <summary>Margin of the sales less the budget: what the campaign leaves.</summary>
    public ThreePoint Result(double budget, double worth) => new(Sales.Low * worth - budget, Sales.Expected * worth - budget, Sales.High * worth - budget);

    /// <summary>How well this many sales tell the CPA: 96 give ± 20 %. Source: facts/statistics.md 3.1.</summary>
    public static double Precision(double sales) => NormalQuantile.TwoSided(.95) / Math.Sqrt(sales);

    /// <summary>How many of something the budget buys at its cost: of a CPM alone, impressions.</summary>
    private static ThreePoint Bought(double budget, CostModel cost)
    {
        var (low, high) = cost.Spread();
        return new ThreePoint(budget / high, budget / cost.Cpa, budget / low);
    }
}

/// <summary>The CPA with one assumption at its low or high end and the others as expected.</summary>
internal sealed record Sensitivity(CostFactor Factor, double AtLow, double AtHigh)
{
    /// <summary>How many times dearer the worse end is than the better one.</summary>
    public double Swing => Math.Max(AtLow, AtHigh) / Math.Min(AtLow, AtHigh);
}

/// <summary>Where a forecast CPA stands against break-even.</summary>
internal enum Outlook
{
    Unknown,
    Profitable,
    Unproven,
    LikelyLosing,
    Losing,
}

internal enum GoalReach
{
    None,
    Within,
    Stretch,
    OutOfReach,
}
