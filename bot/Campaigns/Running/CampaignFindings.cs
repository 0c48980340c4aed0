using MentorBot.Readouts;
using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>What the reading of a campaign found, each with the numbers that carry it.</summary>
internal static class CampaignFindings
{
    /// <summary>Every code, in the order in which findings of one severity are told.</summary>
    public static readonly IReadOnlyList<string> Codes =
    [
        "nothing-counted",
        "campaign-tracking-break",
        "losing",
        "losing-campaign",
        "spend-without-sale",
        "saturated",
        "fatigue",
        "clicks-fade",
        "platform-gap",
        "harvested-demand",
        "no-break-even",
        "undecided",
        "profitable",
        "too-few-conversions",
        "campaign-differs",
        "winners-curse",
        "marginal-room",
        "budget-step-needed",
        "uneven-days",
        "no-lift-test",
    ];

    /// <summary>Conversions that this spend would have brought at break-even, from which their absence is first of all a question to the tag.</summary>
    private const double Suspicious = 3;

    private const int MostPerCode = 5;

    public static IReadOnlyList<Finding> Of(CampaignReading reading, IReadOnlyList<(string Campaign, TrackingBreak Break)> breaks)
    {
        IEnumerable<Finding> found =
        [
            .. breaks.Select(b => Break(b.Campaign, b.Break)),
            .. NothingCounted(reading),
            .. reading.CountBroken ? [] : Costs(reading),
            .. Audience(reading),
            .. Sources(reading),
        ];
        return [.. found.OrderByDescending(f => f.Severity).ThenBy(f => Codes.Index().First(c => c.Item == f.Code).Index)];
    }

    private static IEnumerable<Finding> Costs(CampaignReading reading) => [.. Economics(reading), .. Campaigns(reading), .. Curse(reading), .. Spend(reading), .. Uneven(reading)];

    /// <summary>Whether nothing at all was counted where something was due: a tag before a market.</summary>
    public static bool CountsNothing(CampaignReading reading) => reading.Total.Conversions == 0
        && (reading.BreakEven?.Cpa is { } limit ? reading.Total.Spend / limit >= Suspicious : reading.Options.AnalyticsConversions > 0);

    private static IEnumerable<Finding> NothingCounted(CampaignReading reading)
    {
        if (CountsNothing(reading))
        {
            var expected = reading.BreakEven?.Cpa is { } limit ? reading.Total.Spend / limit : (double?)null;
            yield return New(reading, "nothing-counted", Severity.Critical, null,
                ("spend", reading.Total.Spend), ("expected", expected), ("chance", expected is { } e ? Math.Exp(-e) : null), ("analytics", reading.Options.AnalyticsConversions), ("known", expected is not null), ("n", 0.0));
        }
    }

    private static Finding Break(string campaign, TrackingBreak found)
    {
        var told = found.ToFinding([]);
        return told with { Code = "campaign-tracking-break", Segment = campaign };
    }

    private static IEnumerable<Finding> Economics(CampaignReading reading)
    {
        var cost = reading.Mature.WithDispersion(reading.Dispersion);
        var settling = Settling.Of(reading);
        (string, object?)[] numbers =
        [
            .. Cost(cost), ("breakEvenCpa", reading.BreakEven?.Cpa), ("breakEvenRoas", reading.BreakEven?.Roas), ("byReturn", cost.JudgedByReturn(reading.BreakEven)),
            ("needed", settling.Needed), ("missing", settling.Missing), ("neededDays", settling.Days), ("never", settling.Needed is null), ("late", !ReferenceEquals(reading.Mature, reading.Total)),
        ];
        if (CountsNothing(reading))
        {
            yield break;
        }

        if (cost.Conversions < CampaignLines.Fewest)
        {
            var speak = Settling.For(reading, CampaignLines.Fewest);
            yield return New(reading, "too-few-conversions", Severity.Info, null,
                [.. numbers, ("fewest", CampaignLines.Fewest), ("speakMissing", speak.Missing), ("speakDays", speak.Days), ("expected", reading.BreakEven?.Cpa is { } limit ? cost.Spend / limit : null)]);
            if (reading.BreakEven is null)
            {
                yield return New(reading, "no-break-even", Severity.Info, null, numbers);
            }

            yield break;
        }

        var (code, severity) = reading.Standing switch
        {
            Standing.Pays => ("profitable", Severity.Info),
            Standing.Loses => ("losing", Severity.Warning),
            Standing.Open => ("undecided", Severity.Info),
            _ => ("no-break-even", Severity.Info),
        };
        yield return New(reading, code, severity, null, [.. numbers, ("marginOnly", reading.BreakEven is { Cpa: null })]);
    }

    private static IEnumerable<Finding> Campaigns(CampaignReading reading)
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

    private static IEnumerable<Finding> Curse(CampaignReading reading)
    {
        var ranked = reading.Campaigns.Where(l => l.Cost.Cpa is > 0 && l.ShrunkCpa is not null).OrderBy(l => l.Cost.Cpa).ThenBy(l => l.Name, StringComparer.Ordinal).ToArray();
        if (ranked.Length > 1 && ranked[0] is var best && best.ShrunkCpa > best.Cost.Cpa * 1.03)
        {
            yield return New(reading, "winners-curse", Severity.Info, best,
                [.. Cost(best.Cost), ("shrunkCpa", best.ShrunkCpa), ("shrunkLow", best.ShrunkCpaRange?.Low), ("shrunkHigh", Finite(best.ShrunkCpaRange?.High)), ("ownWeight", best.OwnWeight), ("looks", reading.Campaigns.Count), ("differs", best.Differs)]);
        }
    }

    private static IEnumerable<Finding> Spend(CampaignReading reading)
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

    private static IEnumerable<Finding> Audience(CampaignReading reading)
    {
        foreach (var trend in reading.Audience.Where(t => t.Fatigued).Take(MostPerCode))
        {
            yield return New(reading, "fatigue", Severity.Warning, reading.Campaigns.FirstOrDefault(l => l.Name == trend.Campaign),
                ("frequencyFrom", trend.Frequency!.From), ("frequencyTo", trend.Frequency.To), ("ctrFrom", trend.Ctr!.From), ("ctrTo", trend.Ctr.To), ("ctrChange", trend.Ctr.Change), ("cpmFrom", trend.Cpm!.From), ("cpmTo", trend.Cpm.To),
                ("weeks", trend.Weeks), ("p", Math.Max(trend.Frequency.P, trend.Ctr.P)), ("n", trend.Weeks), ("spendShare", trend.SpendShare));
        }

        foreach (var trend in reading.Audience.Where(t => t is { Fatigued: false, CtrFalls: true }).Take(MostPerCode))
        {
            yield return New(reading, "clicks-fade", Severity.Info, reading.Campaigns.FirstOrDefault(l => l.Name == trend.Campaign),
                ("ctrFrom", trend.Ctr!.From), ("ctrTo", trend.Ctr.To), ("ctrChange", trend.Ctr.Change), ("weeks", trend.Weeks), ("n", trend.Weeks), ("p", trend.Ctr.P), ("frequencyKnown", trend.Frequency is not null), ("cpmChange", trend.Cpm?.Change), ("spendShare", trend.SpendShare));
        }
    }

    private static IEnumerable<Finding> Sources(CampaignReading reading)
    {
        if (reading.Gap is { } gap && (gap.IsLarge || gap.Misses))
        {
            yield return New(reading, "platform-gap", Severity.Warning, null,
                ("platform", gap.Platform), ("analytics", gap.Analytics), ("gap", gap.Ratio - 1), ("ratio", gap.Ratio), ("more", gap.IsLarge), ("cpa", reading.Total.Cpa), ("analyticsCpa", gap.Cost.Cpa), ("low", gap.Cost.CpaRange.Low), ("high", Finite(gap.Cost.CpaRange.High)),
                ("n", gap.Analytics), ("breakEvenCpa", reading.BreakEven?.Cpa), ("limit", PlatformGap.AsksForTest - 1));
        }

        var demand = reading.Demand;
        if (demand.IsLarge)
        {
            yield return New(reading, "harvested-demand", Severity.Warning, null,
                ("brand", demand.Brand), ("retargeting", demand.Retargeting), ("viewThrough", demand.ViewThrough), ("hasBrand", demand.Brand > 0), ("hasRetargeting", demand.Retargeting > 0), ("hasView", demand.ViewThrough > 0), ("typed", demand.Typed),
                ("cpa", reading.Total.Cpa), ("restCpa", demand.Rest?.Cpa), ("restLow", demand.Rest?.CpaRange.Low), ("restHigh", Finite(demand.Rest?.CpaRange.High)), ("restN", demand.Rest?.Conversions), ("n", reading.Total.Conversions));
        }

        if (reading.Options.PlannedTest is null or LiftTestKind.None && reading.Total.Conversions > 0)
        {
            yield return New(reading, "no-lift-test", Severity.Info, null, ("n", reading.Total.Conversions), ("tests", reading.LiftTests.Count));
        }
    }

    private static IEnumerable<Finding> Uneven(CampaignReading reading)
    {
        if (reading.Dispersion > 1 && reading.Total.Conversions > 0)
        {
            var (plain, wide) = (reading.Mature.CpaRange, reading.Mature.WithDispersion(reading.Dispersion).CpaRange);
            yield return New(reading, "uneven-days", Severity.Info, null,
                ("dispersion", reading.Dispersion), ("plainLow", plain.Low), ("plainHigh", Finite(plain.High)), ("low", wide.Low), ("high", Finite(wide.High)), ("n", reading.Mature.Conversions), ("bounded", double.IsFinite(wide.High)));
        }
    }

    private static (string, object?)[] Cost(CampaignCost cost) =>
    [
        ("spend", cost.Spend), ("n", cost.Conversions), ("cpa", cost.Cpa), ("cpaLow", cost.CpaRange.Low), ("cpaHigh", Finite(cost.CpaRange.High)), ("roas", cost.Roas), ("roasLow", cost.RoasRange?.Low), ("roasHigh", cost.RoasRange?.High),
        ("bounded", double.IsFinite(cost.CpaRange.High)),
    ];

    private static (string, object?)[] Limits(CampaignReading reading, CampaignLine line) =>
        [("breakEvenCpa", reading.BreakEven?.For(line.Cost).Cpa), ("breakEvenRoas", reading.BreakEven?.Roas), ("byReturn", line.Cost.JudgedByReturn(reading.BreakEven))];

    private static Finding New(CampaignReading reading, string code, Severity severity, CampaignLine? line, params IEnumerable<(string Name, object? Value)> evidence) =>
        Finding.Of(code, severity, null, reading.Readout.Period?.From, reading.Readout.Period?.To, evidence) with { Segment = line?.Name };

    private static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;
}
