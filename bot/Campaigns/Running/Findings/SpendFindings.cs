using MentorBot.Readouts;
using static MentorBot.Campaigns.FindingParts;

namespace MentorBot.Campaigns;

/// <summary>What more money brought, in the whole and campaign by campaign.</summary>
internal static class SpendFindings
{
    public static IEnumerable<Finding> Of(CampaignReading reading)
    {
        if (reading.Response is not { } response)
        {
            yield break;
        }

        if (response.Last is { } last && reading.BreakEven?.Cpa is { } limit)
        {
            (string, object?)[] numbers =
            [
                ("fromSpend", last.FromSpend), ("toSpend", last.ToSpend), ("fromConversions", last.FromConversions), ("toConversions", last.ToConversions), ("marginalCpa", last.Cost), ("low", Finite(last.Range.Low)), ("high", Finite(last.Range.High)),
                ("none", last.Cost is null), ("openEnded", !double.IsFinite(last.Range.High)), ("breakEvenCpa", limit), ("cpa", reading.Total.Cpa), ("levels", response.Levels.Count), ("elasticity", response.Elasticity),
                ("n", response.Levels.TakeLast(2).Sum(l => l.Conversions * l.Weeks)), ("sure", last.Range.Low > limit), ("enough", response.Enough),
            ];
            if (response.LastStepLoses(limit))
            {
                yield return New(reading, "saturated", last.Range.Low > limit ? Severity.Warning : Severity.Info, null, numbers);
            }
            else if (response.Enough)
            {
                yield return New(reading, "marginal-room", Severity.Info, null, numbers);
            }
        }

        if (!response.Enough)
        {
            yield return New(reading, "budget-step-needed", Severity.Info, null,
                ("levels", response.Levels.Count), ("fewest", SpendResponse.FewestLevels), ("weeks", response.Levels.Sum(l => l.Weeks)), ("spend", response.Levels[^1].Spend), ("raised", response.Levels[^1].Spend * (1 + CampaignDecision.LargestStep)),
                ("step", CampaignDecision.LargestStep), ("firstRead", CampaignDecision.FirstRead), ("lastRead", CampaignDecision.LastRead));
        }
    }

    /// <summary>The last step of each campaign that spent at two levels at least. Many campaigns are many looks: only a range wholly above its break-even is an alarm.</summary>
    public static IEnumerable<Finding> PerCampaign(CampaignReading reading) => reading.Campaigns
        .Where(l => l is { Response.Last: not null, BreakEvenCpa: not null }).Take(MostPerCode)
        .Select(l => (Line: l, Last: l.Response!.Last!, Limit: l.BreakEvenCpa!.Value))
        .Select(l => New(reading, l.Last.Range.Low > l.Limit ? "campaign-saturated" : "campaign-marginal", l.Last.Range.Low > l.Limit ? Severity.Warning : Severity.Info, l.Line,
            ("fromSpend", l.Last.FromSpend), ("toSpend", l.Last.ToSpend), ("fromConversions", l.Last.FromConversions), ("toConversions", l.Last.ToConversions), ("marginalCpa", l.Last.Cost), ("low", Finite(l.Last.Range.Low)), ("high", Finite(l.Last.Range.High)),
            ("none", l.Last.Cost is null), ("openEnded", !double.IsFinite(l.Last.Range.High)), ("breakEvenCpa", l.Limit), ("cpa", l.Line.Cost.Cpa), ("loses", !(l.Last.Cost <= l.Limit)), ("levels", l.Line.Response!.Levels.Count),
            ("n", l.Line.Response.Levels.TakeLast(2).Sum(x => x.Conversions * x.Weeks))));
}
