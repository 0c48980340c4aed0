using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>Groups whole weeks by how much was spent, so that what more money brought can be seen.</summary>
internal static class SpendLevels
{
    /// <summary>Weeks whose spends, in order, are this much apart are on two levels; a raise of a fifth is, the ordinary unevenness of a budget is not.</summary>
    private const double Apart = 1.12;

    private const int FewestWeeks = 2;

    /// <summary>Weeks from which a single one is not taken for a level.</summary>
    private const int ManyWeeks = 8;

    /// <summary>Within one level the dearest week may cost this much more than the cheapest; beyond, the budget was raised little by little, and the level is cut in two.</summary>
    private const double Widest = 1.5;

    /// <param name="unit">One campaign by its index; null for the whole file.</param>
    public static SpendResponse? Of(CampaignWeeks? weeks, int? unit = null)
    {
        if (weeks is null)
        {
            return null;
        }

        var costs = weeks.Columns.CostsPer(row => unit is null || weeks.Columns.UnitOf(row) == unit ? weeks.WeekOf(row) : -1, weeks.Starts.Count).Where((c, w) => weeks.Complete[w] && c.Spend > 0).OrderBy(c => c.Spend).ToArray();
        if (costs.Length < FewestWeeks)
        {
            return null;
        }

        var groups = new List<List<CampaignCost>>();
        foreach (var cost in costs)
        {
            if (groups.Count == 0 || cost.Spend > Apart * groups[^1][^1].Spend)
            {
                groups.Add([]);
            }

            groups[^1].Add(cost);
        }

        if (costs.Length >= ManyWeeks)
        {
            JoinStrays(groups);
        }

        groups = groups.ConvertAll(Parts).SelectMany(p => p).ToList();
        var levels = groups.ConvertAll(g => Level(g.Count, g.Sum(c => c.Spend), g.Sum(c => c.Conversions)));

        // Counts of as many weeks as the shortest level has, so that no level passes for better known than it is.
        double least = levels.Min(l => l.Weeks);
        var marginal = levels.Count < 2 ? null : MarginalCost.Of([.. levels.Select(l => (l.Spend * least, l.Conversions * least))]);
        return new SpendResponse(
            levels,
            marginal is null ? [] : [.. marginal.Steps.Select(s => new MarginalStep(s.FromSpend / least, s.ToSpend / least, s.FromConversions / least, s.ToConversions / least, s.Cost, s.CostRange))],
            marginal?.Elasticity);
    }

    /// <summary>Among many weeks, one that stands apart is the unevenness of a budget and no level: it goes to its nearer neighbour.</summary>
    private static void JoinStrays(List<List<CampaignCost>> groups)
    {
        while (groups.Count > 1 && groups.FindIndex(g => g.Count == 1) is >= 0 and var stray)
        {
            var spend = groups[stray][0].Spend;
            var below = stray == 0 ? double.PositiveInfinity : spend / groups[stray - 1][^1].Spend;
            var above = stray == groups.Count - 1 ? double.PositiveInfinity : groups[stray + 1][0].Spend / spend;
            var into = below <= above ? stray - 1 : stray;
            groups[into].AddRange(groups[into + 1]);
            groups.RemoveAt(into + 1);
        }
    }

    /// <summary>A raise by small steps has no gap between its levels, and yet two ends: halves of it are levels.</summary>
    private static IEnumerable<List<CampaignCost>> Parts(List<CampaignCost> group)
    {
        var half = group.Count / 2;
        return half < FewestWeeks || group[^1].Spend <= Widest * group[0].Spend || group.Skip(half).Average(c => c.Spend) <= Apart * group.Take(half).Average(c => c.Spend)
            ? [group]
            : [.. Parts(group[..half]), .. Parts(group[half..])];
    }

    private static SpendLevel Level(int weeks, double spend, double conversions) =>
        new(weeks, spend / weeks, conversions / weeks, PoissonCounts.Range(conversions).Map(n => n / weeks));
}
