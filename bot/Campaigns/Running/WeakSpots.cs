using MentorBot.Readouts;
using static MentorBot.Campaigns.Expectation;

namespace MentorBot.Campaigns;

/// <summary>Where a campaign's case is thin, weakest first. The last ones hold for every campaign, so that there are always three.</summary>
internal static class WeakSpots
{
    /// <summary>Of the spend: one that takes so much of it is worth a question by itself.</summary>
    private const double Sizeable = .2;

    public static IEnumerable<WeakSpot> Of(CampaignReading reading)
    {
        var cost = reading.Mature.WithDispersion(reading.Dispersion);
        (string, object?)[] own = [("cpa", cost.Cpa), ("low", cost.CpaRange.Low), ("high", Finite(cost.CpaRange.High)), ("n", cost.Conversions), ("spend", cost.Spend), ("breakEvenCpa", reading.BreakEven?.Cpa), ("roas", cost.Roas), ("breakEvenRoas", reading.BreakEven?.Roas), ("bounded", double.IsFinite(cost.CpaRange.High))];
        if (reading.Verdicts.Tracking is { Level: VerdictLevel.Bad } tracking)
        {
            yield return Spot("count", Sceptic.Cfo, [Expectation.Action, Owner, Date], [.. own, .. tracking.Evidence.Select(e => (e.Key, e.Value))]);
        }

        if (Found(reading, "losing-campaign") is { } loser)
        {
            yield return Spot("loser", Sceptic.Cfo, [Number, Threshold, Date], [.. From(loser), ("campaign", loser.Segment)]);
        }

        if (reading.Standing == Standing.Loses)
        {
            yield return Spot("loses", Sceptic.Cfo, [Expectation.Action, Number, Date], own);
        }

        if (reading is { SinceMove: { Cpa: { } now } recent, MovedOn: { } since, Total.Cpa: { } average } && now > average)
        {
            yield return Spot("moved", Sceptic.Cfo, [Expectation.Action, Owner, Date], [.. own, ("since", since), ("recentCpa", now), ("recentN", recent.Conversions)]);
        }

        if (Found(reading, "platform-gap") is { } gap)
        {
            yield return Spot("gap", Sceptic.Cfo, [Number, Source], From(gap));
        }

        if (Found(reading, "harvested-demand") is { } harvested)
        {
            yield return Spot("anyway", Sceptic.Cmo, [Control, Number, Date], From(harvested));
        }

        if (Found(reading, "saturated") is { } saturated)
        {
            yield return Spot("last-euro", Sceptic.Cfo, [Number, Threshold], From(saturated));
        }

        if (reading.BreakEven?.Cpa is null)
        {
            yield return Spot("worth", Sceptic.Cfo, [Margin, Number, Source], own);
        }

        if (cost.Conversions < CampaignLines.Fewest)
        {
            yield return Spot("few", Sceptic.Cfo, [Number, Threshold, Date], [.. own, ("missing", Settling.For(reading, CampaignLines.Fewest).Missing)]);
        }
        else if (reading.Standing == Standing.Open)
        {
            yield return Spot("range", Sceptic.Cfo, [Expectation.Range, Threshold, Date], own);
        }

        if (Found(reading, "fatigue") is { } tired)
        {
            yield return Spot("tired", Sceptic.Cmo, [Expectation.Action, Date], [.. From(tired), ("campaign", tired.Segment)]);
        }

        if (reading.Campaigns.FirstOrDefault(l => l is { Cost: { Conversions: 0, Spend: > 0 }, SpendShare: >= Sizeable }) is { Name: not null } silent)
        {
            yield return Spot("silent", Sceptic.Cfo, [Number, Threshold, Date], ("campaign", silent.Name), ("spend", silent.Cost.Spend), ("expected", silent.ExpectedAtBreakEven), ("chance", silent.ChanceAtBreakEven));
        }

        if (Found(reading, "winners-curse") is { } curse && Equals(curse.Evidence["differs"], false))
        {
            yield return Spot("best", Sceptic.Cmo, [Expectation.Range, Number], [.. From(curse), ("campaign", curse.Segment)]);
        }

        if (!reading.Demand.IsLarge && reading.Total.Conversions > 0)
        {
            yield return Spot("incremental", Sceptic.Cmo, [Control, Number, Date], own);
        }

        if (reading.Response is not { Enough: true })
        {
            yield return Spot("next-euro", Sceptic.Cfo, [Number, Control, Date], [.. own, ("levels", reading.Response?.Levels.Count ?? 0), ("step", CampaignDecision.LargestStep)]);
        }

        if (reading.BreakEven is { Source: BreakEvenSource.Cost })
        {
            yield return Spot("worth", Sceptic.Cfo, [Margin, Number, Source], own);
        }

        yield return Spot("stop", Sceptic.Cfo, [Threshold, Number, Date], own);
        yield return Spot("who-else", Sceptic.Cmo, [Number, Source], own);
    }

    private static Finding? Found(CampaignReading reading, string code) => reading.Findings.FirstOrDefault(f => f.Code == code);

    private static (string, object?)[] From(Finding finding) => [.. finding.Evidence.Select(e => (e.Key, e.Value))];

    private static WeakSpot Spot(string code, Sceptic asks, IReadOnlyList<Expectation> expect, params IEnumerable<(string Name, object? Value)> evidence) =>
        new(code, asks, evidence.GroupBy(e => e.Name).ToDictionary(g => g.Key, g => g.Last().Value), expect);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
