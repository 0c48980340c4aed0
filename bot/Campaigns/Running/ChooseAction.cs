using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>What the decision table says of a reading, with the figures, the threshold and the date that go with it.</summary>
internal static class ChooseAction
{
    private const int Week = 7;

    /// <summary>A repair is checked after a week of whole days.</summary>
    private const int AfterRepair = 7;

    public static CampaignDecision For(CampaignReading reading)
    {
        var (action, why) = DecisionTable.For(SignsOf.Of(reading));
        var draft = why switch
        {
            "broken" => Broken(reading),
            "doubt" => Doubtful(reading),
            "jumped" => new Draft { Days = AfterRepair, Evidence = [("since", reading.Jump!.On), ("change", reading.Jump.Change), ("rose", reading.Jump.Change > 0), .. Cost("before", reading.Jump.Before), .. Cost("after", reading.Jump.After)] },
            "short" => new Draft { Days = Week, Evidence = [("days", reading.Days)] },
            "misses" => new Draft { Days = AfterRepair, Evidence = Counts(reading.Gap!) },
            "losing-campaigns" => Losing(reading, SignsOf.StillLosing(reading)),
            "losing-rest" => Losing(reading, SignsOf.BesidesThosePaying(reading).Lines),
            "beside-payer" => new Draft { Campaigns = Names(reading.Campaigns.Where(l => l.Verdict == CampaignVerdict.Profitable)) },
            "nothing-to-raise" => new Draft { Evidence = [("several", reading.Campaigns.Count > 1)] },
            "lift-loses" or "lift-open" or "lift-against" => new Draft { Evidence = Of(reading.Proof!) },
            "last-step" => LastStep(reading),
            "improved" or "worsened" => new Draft { Evidence = Recent(reading) },
            "still-rising" => StillRising(reading),
            "no-sale-yet" => new Draft { Evidence = [("expected", reading.BreakEven?.Cpa is { } limit ? reading.Total.Spend / limit : null), ("enoughSpend", reading.BreakEven?.Cpa * 3), ("known", reading.BreakEven?.Cpa is not null)] },
            "few-and-dear" or "too-few" or "too-slow" => Waiting(Settling.For(reading, CampaignLines.Fewest)),
            "no-break-even" => new Draft { Why = reading.BreakEven is null ? null : "no-value", Days = null },
            "tired" => new Draft { Campaigns = [.. reading.Audience.Where(t => t.Fatigued).Select(t => t.Campaign).OfType<string>()], Evidence = reading.Verdicts.Creative.Evidence.Select(e => (e.Key, e.Value)) },
            "harvested" or "gap" => Unproven(reading),
            "saturated" => new Draft { Evidence = reading.Findings.First(f => f.Code == "saturated").Evidence.Where(e => e.Key != "n").Select(e => (e.Key, e.Value)) },
            "room" or "first-step" => Raise(reading),
            _ => Waiting(Settling.Of(reading)),
        };
        return New(reading, action, draft.Why ?? why, draft);
    }

    private static Draft Broken(CampaignReading reading)
    {
        var tracking = reading.Verdicts.Tracking;
        var counted = reading.Findings.FirstOrDefault(f => f.Code == "nothing-counted");
        return new Draft
        {
            Why = tracking.Code,
            Days = AfterRepair,
            Campaigns = [.. reading.Findings.Where(f => f.Code == "campaign-tracking-break").Select(f => f.Segment).OfType<string>()],
            Evidence = [.. tracking.Evidence.Select(e => (e.Key, e.Value)), ("expected", counted?.Evidence["expected"]), ("chance", counted?.Evidence["chance"]), ("known", counted?.Evidence["known"])],
        };
    }

    private static Draft Doubtful(CampaignReading reading)
    {
        var contradiction = SignsOf.Contradiction(reading.Readout, reading.Result)!;
        return new Draft { Days = AfterRepair, Evidence = [.. contradiction.Evidence.Select(e => (e.Key, e.Value)), ("code", contradiction.Code), ("metricId", contradiction.Metric)] };
    }

    private static Draft Losing(CampaignReading reading, IReadOnlyList<CampaignLine> losing) => new()
    {
        Campaigns = Names(losing),
        Evidence =
        [
            ("count", losing.Count), ("spend", losing.Sum(l => l.Cost.Spend)), ("sales", losing.Sum(l => l.Cost.Conversions)), ("zero", losing.All(l => l.Cost.Conversions == 0)), ("expected", losing.Sum(l => l.ExpectedAtBreakEven)),
            ("chance", losing.Max(l => l.ChanceAtBreakEven)), ("looks", reading.Campaigns.Count), ("spendShare", losing.Sum(l => l.SpendShare)), ("low", losing.Min(l => l.Cost.CpaRange.Low)),
            .. SignsOf.BesidesThosePaying(reading) is { Cost: var rest } ? Cost("rest", rest) : [], ("payers", string.Join(", ", Names(reading.Campaigns.Where(l => l.Verdict == CampaignVerdict.Profitable)))),
        ],
    };

    private static Draft LastStep(CampaignReading reading)
    {
        var (last, below) = (reading.Response!.Last!, SignsOf.LevelThatPays(reading)!);
        return new Draft { Evidence = [("fromSpend", last.FromSpend), ("toSpend", last.ToSpend), ("marginalCpa", last.Cost), ("none", last.Cost is null), ("belowSpend", below.Spend), .. Cost("below", CampaignCost.Of(below.Spend * below.Weeks, below.Conversions * below.Weeks, null, reading.Dispersion))] };
    }

    private static IEnumerable<(string, object?)> Recent(CampaignReading reading)
    {
        var (_, recent, since) = SignsOf.Turned(reading);
        return [("since", since), .. Cost("recent", recent!.WithDispersion(reading.Dispersion))];
    }

    private static Draft StillRising(CampaignReading reading)
    {
        var young = reading.Readout.Findings.First(f => f.Code == "attribution-lag");
        return new Draft { ReadOn = young.Evidence.GetValueOrDefault("readOn") as DateOnly?, Evidence = [("since", young.From), .. Cost("settled", reading.Settled!.WithDispersion(reading.Dispersion))] };
    }

    /// <summary>What the platform counts may have come anyway: a lift test decides before more money does.</summary>
    private static Draft Unproven(CampaignReading reading)
    {
        var test = reading.LiftTests.FirstOrDefault(t => t.Kind == reading.Options.PlannedTest) ?? reading.LiftTests.FirstOrDefault(t => t.Kind == LiftTestKind.BrandPause && reading.Demand.Brand >= DemandShares.Large) ?? reading.LiftTests.OrderBy(t => t.Feasible).First();
        return new Draft
        {
            Days = Math.Clamp(test.Days ?? CampaignDecision.LastRead, CampaignDecision.LastRead, Settling.LongestWait),
            Evidence = [.. reading.Verdicts.Incrementality.Evidence.Select(e => (e.Key, e.Value)), ("test", test.Kind.ToString()), ("days", test.Days), ("pays", reading.Standing == Standing.Pays), ("analyticsCpa", reading.Gap?.Cost.Cpa)],
        };
    }

    /// <summary>By a fifth, where nothing speaks against it: not a campaign that does not pay by its own figure, whose own last step loses, or that has turned.</summary>
    private static Draft Raise(CampaignReading reading)
    {
        CampaignLine[] sound = [.. reading.Campaigns.Where(l => SignsOf.MayBeRaised(reading, l))];
        var some = reading.Campaigns.Count > 1 && sound.Length < reading.Campaigns.Count(l => l.Cost.Spend > 0) && sound.Length > 0;
        double? weekly = some || reading.Response is not { Levels: [.., _] } ? reading.Days is >= Week and var days ? (some ? sound.Sum(l => l.Cost.Spend) : reading.Total.Spend) / days * Week : null : reading.Response.Levels[^1].Spend;
        var extra = weekly * CampaignDecision.LargestStep;
        return new Draft
        {
            Campaigns = some ? Names(sound) : [],
            Evidence =
            [
                ("weekly", weekly), ("raised", weekly + extra), ("extra", extra), ("extraConversions", reading.BreakEven?.Cpa is { } limit && extra is { } more ? Math.Ceiling(more / limit) : null), ("known", weekly is not null),
                ("marginalCpa", reading.Response?.Last?.Cost), ("step", CampaignDecision.LargestStep), ("firstRead", reading.Options.Today.AddDays(CampaignDecision.FirstRead)),
            ],
        };
    }

    private static Draft Waiting(Settling settling) => new()
    {
        Days = settling is { InTime: true, Days: { } days } ? Math.Max(Week, days) : CampaignDecision.LastRead,
        Evidence = [("needed", settling.Needed), ("missing", settling.Missing), ("days", settling.Days), ("never", settling.Needed is null), ("inTime", settling.InTime)],
    };

    private static IEnumerable<(string, object?)> Counts(PlatformGap gap) => [("platform", gap.Platform), ("analytics", gap.Analytics), ("analyticsCpa", gap.Cost.Cpa)];

    private static IEnumerable<(string, object?)> Of(ProvenLift proof) =>
    [
        ("extra", proof.Lift.Extra), ("extraLow", proof.Lift.ExtraRange.Low), ("extraHigh", proof.Lift.ExtraRange.High), ("each", proof.Lift.CostPerExtra), ("eachLow", Finite(proof.Lift.CostRange.Low)), ("eachHigh", Finite(proof.Lift.CostRange.High)),
        ("liftSpend", proof.Spend),
    ];

    private static (string, object?)[] Cost(string name, CampaignCost cost) => [($"{name}Cpa", cost.Cpa), ($"{name}Low", cost.CpaRange.Low), ($"{name}High", Finite(cost.CpaRange.High)), ($"{name}N", cost.Conversions)];

    private static string[] Names(IEnumerable<CampaignLine> lines) => [.. lines.Select(l => l.Name).OfType<string>()];

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static CampaignDecision New(CampaignReading reading, CampaignAction action, string why, Draft draft)
    {
        var cost = reading.Mature.WithDispersion(reading.Dispersion);
        var byReturn = reading.BreakEven is { Cpa: null, Roas: not null };
        var all = new Dictionary<string, object?>
        {
            ["cpa"] = cost.Cpa,
            ["cpaLow"] = cost.CpaRange.Low,
            ["cpaHigh"] = Finite(cost.CpaRange.High),
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
        foreach (var (name, value) in draft.Evidence)
        {
            all[name] = value;
        }

        return new CampaignDecision(action, why, draft.Campaigns, byReturn ? reading.BreakEven?.Roas : reading.BreakEven?.Cpa, byReturn ? "roas" : "cpa",
            draft.ReadOn ?? (draft.Days is { } wait ? reading.Options.Today.AddDays(wait) : null), all);
    }

    private sealed record Draft
    {
        /// <summary>Where the reading knows more exactly than the table.</summary>
        public string? Why { get; init; }

        public int? Days { get; init; } = CampaignDecision.LastRead;

        /// <summary>Wins over <see cref="Days"/>.</summary>
        public DateOnly? ReadOn { get; init; }

        public IReadOnlyList<string> Campaigns { get; init; } = [];

        public IEnumerable<(string Name, object? Value)> Evidence { get; init; } = [];
    }
}
