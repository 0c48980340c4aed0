using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>
/// The one thing that the reading supports. Counting first: with it broken nothing else is read. Never cut on noise: only what is wholly above its break-even, on enough events, after every look is
/// paid for. Never scale past a marginal cost that loses, and never by more than a fifth.
/// </summary>
internal static class ChooseAction
{
    private const int Week = 7;

    /// <summary>A repair is checked after a week of whole days.</summary>
    private const int AfterRepair = 7;

    public static CampaignDecision For(CampaignReading reading) =>
        Repair(reading) ?? Moved(reading, Standing.Loses, "improved") ?? Cut(reading) ?? NotYet(reading) ?? Renew(reading) ?? Unproven(reading) ?? (reading.Standing == Standing.Pays ? Paying(reading) : Open(reading));

    private static CampaignDecision? Repair(CampaignReading reading)
    {
        var tracking = reading.Verdicts.Tracking;
        if (tracking.Level == VerdictLevel.Bad)
        {
            IReadOnlyList<string> about = [.. reading.Findings.Where(f => f.Code == "campaign-tracking-break").Select(f => f.Segment).OfType<string>()];
            var counted = reading.Findings.FirstOrDefault(f => f.Code == "nothing-counted");
            return New(reading, CampaignAction.Fix, tracking.Code, AfterRepair, about,
                [.. tracking.Evidence.Select(e => (e.Key, e.Value)), ("expected", counted?.Evidence["expected"]), ("chance", counted?.Evidence["chance"]), ("known", counted?.Evidence["known"])]);
        }

        // The platform sees far fewer than analytics: what looks too dear may only be badly counted.
        return reading is { Gap: { Misses: true } gap, Standing: Standing.Loses } && gap.Cost.Against(reading.BreakEven) != Standing.Loses
            ? New(reading, CampaignAction.Fix, "misses", AfterRepair, [], [("platform", gap.Platform), ("analytics", gap.Analytics), ("analyticsCpa", gap.Cost.Cpa)])
            : null;
    }

    private static CampaignDecision? Cut(CampaignReading reading)
    {
        var losing = reading.Campaigns.Where(l => l.Verdict == CampaignVerdict.Losing).ToArray();
        if (losing.Length > 0 && losing.Length < reading.Campaigns.Count)
        {
            var spend = losing.Sum(l => l.Cost.Spend);
            return New(reading, CampaignAction.Cut, "losing-campaigns", CampaignDecision.LastRead, [.. losing.Select(l => l.Name).OfType<string>()],
            [
                ("count", losing.Length), ("spend", spend), ("sales", losing.Sum(l => l.Cost.Conversions)), ("zero", losing.All(l => l.Cost.Conversions == 0)), ("expected", losing.Sum(l => l.ExpectedAtBreakEven)),
                ("chance", losing.Max(l => l.ChanceAtBreakEven)), ("looks", reading.Campaigns.Count), ("spendShare", losing.Sum(l => l.SpendShare)), ("low", losing.Min(l => l.Cost.CpaRange.Low)),
            ]);
        }

        return reading.Standing == Standing.Loses && reading.Mature.Conversions >= CampaignLines.Fewest ? New(reading, CampaignAction.Cut, "losing", CampaignDecision.LastRead, [], []) : null;
    }

    private static CampaignDecision? NotYet(CampaignReading reading)
    {
        var n = reading.Mature.Conversions;
        if (n < CampaignLines.Fewest)
        {
            var settling = Settling.For(reading, CampaignLines.Fewest);
            return n == 0
                ? New(reading, CampaignAction.Hold, "no-sale-yet", CampaignDecision.LastRead, [], [("expected", reading.BreakEven?.Cpa is { } limit ? reading.Total.Spend / limit : null), ("enoughSpend", reading.BreakEven?.Cpa * 3), ("known", reading.BreakEven?.Cpa is not null)])
                : New(reading, settling.InTime ? CampaignAction.Hold : CampaignAction.Test, reading.Standing == Standing.Loses ? "few-and-dear" : settling.Days is null ? "too-few" : settling.InTime ? "too-few" : "too-slow",
                    settling.InTime ? Math.Max(Week, settling.Days!.Value) : CampaignDecision.LastRead, [], Waiting(settling));
        }

        return reading.Standing == Standing.Unknown ? New(reading, CampaignAction.Hold, reading.BreakEven is null ? "no-break-even" : "no-value", null, [], []) : null;
    }

    private static CampaignDecision? Renew(CampaignReading reading) => reading.Verdicts.Creative is { Level: VerdictLevel.Bad } creative
        ? New(reading, CampaignAction.Fix, "tired", CampaignDecision.LastRead, [.. reading.Audience.Where(t => t.Fatigued).Select(t => t.Campaign).OfType<string>()], creative.Evidence.Select(e => (e.Key, e.Value)))
        : null;

    /// <summary>What the platform counts may have come anyway: a lift test decides before more money does.</summary>
    private static CampaignDecision? Unproven(CampaignReading reading)
    {
        if (reading.Verdicts.Incrementality.Level != VerdictLevel.Weak)
        {
            return null;
        }

        var test = reading.LiftTests.FirstOrDefault(t => t.Kind == reading.Options.PlannedTest) ?? reading.LiftTests.FirstOrDefault(t => t.Kind == LiftTestKind.BrandPause && reading.Demand.Brand >= DemandShares.Large) ?? reading.LiftTests.OrderBy(t => t.Feasible).First();
        return New(reading, CampaignAction.Test, reading.Verdicts.Incrementality.Code, Math.Clamp(test.Days ?? CampaignDecision.LastRead, CampaignDecision.LastRead, Settling.LongestWait), [],
            [.. reading.Verdicts.Incrementality.Evidence.Select(e => (e.Key, e.Value)), ("test", test.Kind.ToString()), ("days", test.Days), ("pays", reading.Standing == Standing.Pays), ("analyticsCpa", reading.Gap?.Cost.Cpa)]);
    }

    private static CampaignDecision Paying(CampaignReading reading)
    {
        if ((Saturated(reading) ?? Moved(reading, Standing.Pays, "worsened")) is { } hold)
        {
            return hold;
        }

        double? weekly = reading.Response is { Levels: [.., var top] } ? top.Spend : reading.Days is >= Week and var days ? reading.Total.Spend / days * Week : null;
        var extra = weekly * CampaignDecision.LargestStep;
        return New(reading, CampaignAction.Scale, reading.Response is { Enough: true } ? "room" : "first-step", CampaignDecision.LastRead, [],
        [
            ("weekly", weekly), ("raised", weekly + extra), ("extra", extra), ("extraConversions", reading.BreakEven?.Cpa is { } limit && extra is { } more ? Math.Ceiling(more / limit) : null), ("known", weekly is not null),
            ("marginalCpa", reading.Response?.Last?.Cost), ("step", CampaignDecision.LargestStep), ("firstRead", reading.Options.Today.AddDays(CampaignDecision.FirstRead)),
        ]);
    }

    private static CampaignDecision Open(CampaignReading reading)
    {
        var settling = Settling.Of(reading);
        return Saturated(reading)
            ?? (settling.InTime || (settling.Days is null && settling.Needed is not null && reading.ConversionsPerDay is null)
                ? New(reading, CampaignAction.Hold, "open", settling.Days is { } days ? Math.Max(Week, days) : CampaignDecision.LastRead, [], Waiting(settling))
                : New(reading, CampaignAction.Test, "open-too-slow", CampaignDecision.LastRead, [], Waiting(settling)));
    }

    /// <summary>The average of two levels says one thing, the level of today no longer does: neither cut nor raised on the average.</summary>
    private static CampaignDecision? Moved(CampaignReading reading, Standing average, string why) =>
        reading is { SinceMove: { } recent, MovedOn: { } since } && reading.Standing == average && recent.WithDispersion(reading.Dispersion).Against(reading.BreakEven?.For(recent)) != average
            ? New(reading, CampaignAction.Hold, why, CampaignDecision.LastRead, [], Recent(recent, since))
            : null;

    private static (string, object?)[] Recent(CampaignCost recent, DateOnly since) =>
        [("since", since), ("recentCpa", recent.Cpa), ("recentLow", recent.CpaRange.Low), ("recentHigh", double.IsFinite(recent.CpaRange.High) ? recent.CpaRange.High : null), ("recentN", recent.Conversions)];

    private static CampaignDecision? Saturated(CampaignReading reading) => reading.Findings.FirstOrDefault(f => f.Code == "saturated") is { } full
        ? New(reading, CampaignAction.Hold, "saturated", CampaignDecision.LastRead, [], full.Evidence.Select(e => (e.Key, e.Value)))
        : null;

    private static (string, object?)[] Waiting(Settling settling) => [("needed", settling.Needed), ("missing", settling.Missing), ("days", settling.Days), ("never", settling.Needed is null), ("inTime", settling.InTime)];

    private static CampaignDecision New(CampaignReading reading, CampaignAction action, string why, int? days, IReadOnlyList<string> campaigns, IEnumerable<(string Name, object? Value)> evidence)
    {
        var cost = reading.Mature.WithDispersion(reading.Dispersion);
        var byReturn = reading.BreakEven is { Cpa: null, Roas: not null };
        var all = new Dictionary<string, object?>
        {
            ["cpa"] = cost.Cpa,
            ["cpaLow"] = cost.CpaRange.Low,
            ["cpaHigh"] = double.IsFinite(cost.CpaRange.High) ? cost.CpaRange.High : null,
            ["bounded"] = double.IsFinite(cost.CpaRange.High),
            ["n"] = cost.Conversions,
            ["spend"] = cost.Spend,
            ["roas"] = cost.Roas,
            ["roasLow"] = cost.RoasRange?.Low,
            ["roasHigh"] = cost.RoasRange?.High,
            ["byReturn"] = cost.JudgedByReturn(reading.BreakEven),
            ["breakEvenCpa"] = reading.BreakEven?.Cpa,
            ["breakEvenRoas"] = reading.BreakEven?.Roas,
        };
        foreach (var (name, value) in evidence)
        {
            all[name] = value;
        }

        return new CampaignDecision(action, why, campaigns, byReturn ? reading.BreakEven?.Roas : reading.BreakEven?.Cpa, byReturn ? "roas" : "cpa", days is { } wait ? reading.Options.Today.AddDays(wait) : null, all);
    }
}
