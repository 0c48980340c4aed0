using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>The signs of a reading, one by one.</summary>
internal static class SignsOf
{
    /// <summary>Of the rows or of a stated total: a smaller contradiction changes no decision.</summary>
    private const double Sizeable = .05;

    private const int Week = 7;

    /// <summary>More than three times as many sales per click from one day to the next are no longer the same sales: another goal, however well the old one paid.</summary>
    private const double AnotherGoal = 2;

    public static CampaignSigns Of(CampaignReading reading) => new()
    {
        Counting = CountingOf(reading),
        Volume = reading.Mature.Conversions <= 0 ? Volume.None : reading.Mature.Conversions < CampaignLines.Fewest ? Volume.Few : Volume.Enough,
        Standing = reading.Standing,
        ByAnalytics = reading.Gap?.Cost.WithDispersion(reading.Dispersion).Against(reading.BreakEven) ?? Standing.Unknown,
        StillRising = reading is { Standing: Standing.Loses, Settled: { } settled } && settled.WithDispersion(reading.Dispersion).Against(reading.BreakEven?.For(settled)) != Standing.Loses,
        Turn = Turned(reading).Turn,
        Short = reading.Days is < Week,
        NothingToRaise = !reading.Campaigns.Any(l => MayBeRaised(reading, l)),
        LastStep = reading.BreakEven?.Cpa is not { } limit || reading.Response?.Last is null ? LastStep.Unknown
            : reading.Response.LastStepLoses(limit) ? LastStep.Loses
            : reading.Response.Enough ? LastStep.Pays
            : LastStep.Unknown,
        LowerLevelPays = LevelThatPays(reading) is not null,
        Losers = LosersOf(reading),
        Tired = reading.Verdicts.Creative.Level == VerdictLevel.Bad,
        Doubt = reading.Demand.IsLarge ? Doubt.Harvested : reading.Gap is { IsLarge: true } ? Doubt.Gap : Doubt.None,
        Lift = reading.Proof?.Against(reading.BreakEven) ?? Standing.Unknown,
        Wait = WaitOf(reading),
    };

    /// <summary>A contradiction of the file in what its costs are made of.</summary>
    public static Finding? Contradiction(Readout readout, string result) => readout.Findings.FirstOrDefault(f => f.Severity >= Severity.Warning && f.Code switch
    {
        "truncated-export" => Counts(f.Metric, result) && f.Number("missing") >= Sizeable,
        "total-exceeded" => Counts(f.Metric, result) && f.Number("excess") >= Sizeable,
        "duplicate-rows" => f.Number("share") >= Sizeable,
        "definition-conflict" => Counts(f.Metric, result),
        "implausible" => f.Metric == result,
        "ratio-mismatch" => f.Metric is "cpa" or "roas" && f.Number("n") >= Sizeable * f.Number("rows"),
        _ => false,
    });

    /// <summary>The campaigns to be cut: those that lose beyond chance, have not turned since, and still spend.</summary>
    public static IReadOnlyList<CampaignLine> StillLosing(CampaignReading reading) => [.. reading.Campaigns.Where(l => l is { Verdict: CampaignVerdict.Losing, Turn: not Turn.Better, Stopped: false, Days: null or >= Week })];

    /// <summary>Where some campaign pays beyond chance: the others, taken together.</summary>
    public static (IReadOnlyList<CampaignLine> Lines, CampaignCost Cost) BesidesThosePaying(CampaignReading reading)
    {
        CampaignLine[] rest = [.. reading.Campaigns.Where(l => l is { Verdict: not CampaignVerdict.Profitable, Stopped: false, Cost.Spend: > 0 })];
        return (rest, CampaignCost.Sum([.. rest.Select(l => l.Cost)], reading.Dispersion));
    }

    /// <summary>The highest level of spend below the last that pays with its whole range.</summary>
    public static SpendLevel? LevelThatPays(CampaignReading reading) => reading.BreakEven?.Cpa is not { } limit ? null
        : reading.Response?.Levels.SkipLast(1).LastOrDefault(l => CampaignCost.Of(l.Spend * l.Weeks, l.Conversions * l.Weeks, null, reading.Dispersion).CpaRange.High < limit);

    /// <summary>The cost of late against the average, with the day from which it is counted.</summary>
    public static (Turn Turn, CampaignCost? Cost, DateOnly? From) Turned(CampaignReading reading)
    {
        // A level shift that was found is the better witness: its day is known.
        if (reading is { SinceMove: { } since, MovedOn: { } on } && since.WithDispersion(reading.Dispersion).Against(reading.BreakEven?.For(since)) != reading.Standing)
        {
            var dearer = !(since.Cpa <= reading.Mature.Cpa);
            if (reading.Standing is Standing.Pays && dearer)
            {
                return (Turn.Worse, since, on);
            }

            if (reading.Standing is Standing.Loses && !dearer)
            {
                return (Turn.Better, since, on);
            }
        }

        return (reading.Recently, reading.Recent?.Cost, reading.Recent?.From);
    }

    /// <summary>Nothing speaks against more money for this campaign: it pays by its own figure and its own last step, has not turned, is not tired, and does not lose its clicks while it grows dearer (an export without frequency tells no more of a tired audience).</summary>
    public static bool MayBeRaised(CampaignReading reading, CampaignLine line) =>
        line is { Verdict: not CampaignVerdict.Losing, Turn: not Turn.Worse, Stopped: false } && line.BreakEvenCpa is { } limit && line.Cost.Cpa <= limit && line.Response?.LastStepLoses(limit) != true
        && !reading.Audience.Any(t => t.CtrFalls && (t.FrequencyRises || line.Dearer) && t.Campaign == line.Name);

    private static bool Counts(string? metric, string result) => metric == "spend" || metric == result;

    private static Counting CountingOf(CampaignReading reading) =>
        reading.Verdicts.Tracking.Level == VerdictLevel.Bad ? Counting.Broken
        : Contradiction(reading.Readout, reading.Result) is not null ? Counting.Contradicts
        : JumpMatters(reading) ? Counting.Jumped
        : reading.Gap is { Misses: true } ? Counting.Misses
        : Counting.Sound;

    /// <summary>A fall leaves the old level open, unless that lost already; a rise leaves the new one open, unless the old one paid already (a tag that fires twice takes nothing from that) or even the new count loses.</summary>
    private static bool JumpMatters(CampaignReading reading)
    {
        if (reading.Jump is not { } jump || reading.Mature.Conversions < CampaignLines.Fewest)
        {
            return false;
        }

        var before = jump.Before.WithDispersion(reading.Dispersion).Against(reading.BreakEven?.For(jump.Before));
        return jump.Change < 0 ? before != Standing.Loses
            : (before != Standing.Pays || jump.Change > AnotherGoal) && reading.Standing is Standing.Pays or Standing.Open && jump.After.WithDispersion(reading.Dispersion).Against(reading.BreakEven?.For(jump.After)) != Standing.Loses;
    }

    private static Losers LosersOf(CampaignReading reading)
    {
        var losing = StillLosing(reading);
        if (losing.Count > 0 && losing.Count < reading.Campaigns.Count)
        {
            return Losers.Some;
        }

        if (reading.Standing != Standing.Loses || reading.Campaigns.All(l => l.Verdict != CampaignVerdict.Profitable))
        {
            return Losers.None;
        }

        var (_, rest) = BesidesThosePaying(reading);
        return rest.Conversions >= CampaignLines.Fewest && rest.Against(reading.BreakEven?.For(rest)) == Standing.Loses ? Losers.Rest : Losers.BesidePayer;
    }

    private static Wait WaitOf(CampaignReading reading)
    {
        var settling = reading.Mature.Conversions < CampaignLines.Fewest ? Settling.For(reading, CampaignLines.Fewest) : Settling.Of(reading);
        return settling.Needed is null ? Wait.TooLong
            : reading.ConversionsPerDay is null ? Wait.Unknown
            : settling.InTime ? Wait.InTime
            : Wait.TooLong;
    }
}
