using MentorBot.Readouts;
using static MentorBot.Campaigns.FindingParts;

namespace MentorBot.Campaigns;

/// <summary>Which campaigns really lose, sell nothing or differ, and what leading a list is worth.</summary>
internal static class ComparisonFindings
{
    public static IEnumerable<Finding> Of(CampaignReading reading)
    {
        var several = reading.Campaigns.Count > 1;
        foreach (var line in reading.Campaigns.Where(l => l is { Verdict: CampaignVerdict.Losing, Cost.Conversions: > 0 } && several).Take(MostPerCode))
        {
            yield return New(reading, "losing-campaign", Severity.Warning, line,
                [.. Cost(line.Cost), .. Limits(reading, line), ("looks", reading.Campaigns.Count), ("expected", line.ExpectedAtBreakEven), ("chance", line.ChanceAtBreakEven), ("spendShare", line.SpendShare)]);
        }

        foreach (var line in reading.Campaigns.Where(l => l.Cost is { Conversions: 0, Spend: > 0 } && (several || reading.BreakEven?.Cpa is not null)).Take(MostPerCode))
        {
            var sure = line.Verdict == CampaignVerdict.Losing;
            yield return New(reading, "spend-without-sale", sure ? Severity.Warning : Severity.Info, line,
                ("spend", line.Cost.Spend), ("n", 0.0), ("expected", line.ExpectedAtBreakEven), ("chance", line.ChanceAtBreakEven), ("sure", sure), ("known", line.ExpectedAtBreakEven is not null), ("breakEvenCpa", reading.BreakEven?.Cpa),
                ("cpaLow", line.Cost.CpaRange.Low), ("looks", reading.Campaigns.Count), ("enoughSpend", reading.BreakEven?.Cpa is { } limit ? Math.Ceiling(limit * -Math.Log(CampaignLines.Chance / reading.Campaigns.Count)) : null));
        }

        foreach (var line in reading.Campaigns.Where(l => l.Differs).OrderBy(l => l.DiffersP).Take(MostPerCode))
        {
            yield return New(reading, "campaign-differs", Severity.Info, line,
                [.. Cost(line.Cost), ("better", line.AgainstOthers is > 1), ("againstOthers", line.AgainstOthers is { } ratio ? ratio - 1 : null), ("p", line.DiffersP), ("looks", reading.Campaigns.Count), ("shrunkCpa", line.ShrunkCpa)]);
        }
    }

    public static IEnumerable<Finding> Curse(CampaignReading reading)
    {
        var ranked = reading.Campaigns.Where(l => l.Cost.Cpa is > 0 && l.ShrunkCpa is not null).OrderBy(l => l.Cost.Cpa).ThenBy(l => l.Name, StringComparer.Ordinal).ToArray();
        if (ranked.Length > 1 && ranked[0] is var best && best.ShrunkCpa > best.Cost.Cpa * 1.03)
        {
            yield return New(reading, "winners-curse", Severity.Info, best,
                [.. Cost(best.Cost), ("shrunkCpa", best.ShrunkCpa), ("shrunkLow", best.ShrunkCpaRange?.Low), ("shrunkHigh", Finite(best.ShrunkCpaRange?.High)), ("ownWeight", best.OwnWeight), ("looks", reading.Campaigns.Count), ("differs", best.Differs)]);
        }
    }

    private static (string, object?)[] Limits(CampaignReading reading, CampaignLine line) =>
        [("breakEvenCpa", reading.BreakEven?.For(line.Cost).Cpa), ("breakEvenRoas", reading.BreakEven?.Roas), ("byReturn", line.Cost.JudgedByReturn(reading.BreakEven))];
}
