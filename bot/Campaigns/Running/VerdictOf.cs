using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>One verdict per dimension, each with its reason.</summary>
internal static class VerdictOf
{
    /// <summary>A result known within a fifth.</summary>
    private const double Precise = .2;

    /// <summary>Of the spend: tired campaigns of less are a weak point and not the campaign's state.</summary>
    private const double Sizeable = .3;

    /// <summary>Of the export's own findings: what makes its count of conversions no count.</summary>
    private static readonly string[] Breaking = ["tracking-break", "mixed-result-types"];

    private static readonly string[] Doubtful = ["truncated-export", "duplicate-rows", "total-exceeded", "definition-conflict", "ratio-mismatch", "implausible", "attribution-lag"];

    public static CampaignVerdicts All(CampaignReading reading) =>
        new(Economics(reading), Evidence(reading), Audience(reading), Creative(reading), Tracking(reading), Incrementality(reading));

    private static DimensionVerdict Economics(CampaignReading reading)
    {
        var cost = reading.Mature.WithDispersion(reading.Dispersion);
        (string, object?)[] numbers =
        [
            ("cpa", cost.Cpa), ("low", cost.CpaRange.Low), ("high", Finite(cost.CpaRange.High)), ("bounded", double.IsFinite(cost.CpaRange.High)), ("n", cost.Conversions), ("roas", cost.Roas), ("roasLow", cost.RoasRange?.Low), ("roasHigh", cost.RoasRange?.High),
            ("breakEvenCpa", reading.BreakEven?.Cpa), ("breakEvenRoas", reading.BreakEven?.Roas), ("byReturn", cost.JudgedByReturn(reading.BreakEven)), ("spend", cost.Spend),
        ];
        return reading.Standing switch
        {
            Standing.Unknown => Of(VerdictLevel.Unknown, reading.CountBroken ? "broken" : reading.BreakEven is null ? "no-break-even" : "no-value", numbers),
            Standing.Open => Of(cost.Conversions < CampaignLines.Fewest ? VerdictLevel.Unknown : VerdictLevel.Weak, cost.Conversions < CampaignLines.Fewest ? "too-few" : "open", numbers),
            Standing.Pays => Of(cost.Conversions < CampaignLines.Fewest ? VerdictLevel.Unknown : VerdictLevel.Good, cost.Conversions < CampaignLines.Fewest ? "too-few" : "pays", numbers),
            _ => Of(cost.Conversions is > 0 and < CampaignLines.Fewest ? VerdictLevel.Weak : VerdictLevel.Bad, cost.Conversions is > 0 and < CampaignLines.Fewest ? "few-and-dear" : cost.Conversions == 0 ? "no-sale" : "loses", numbers),
        };
    }

    private static DimensionVerdict Evidence(CampaignReading reading)
    {
        var (n, needed) = (reading.Mature.Conversions, Statistics.PoissonCounts.NeededFor(Precise));
        (string, object?)[] numbers = [("n", n), ("needed", needed), ("fewest", CampaignLines.Fewest), ("missing", Math.Max(0, needed - n)), ("days", Settling.For(reading, needed).Days), ("precision", Precise)];
        return n < CampaignLines.Fewest ? Of(VerdictLevel.Bad, "too-few", numbers)
            : n < needed * reading.Dispersion ? Of(VerdictLevel.Weak, "rough", numbers)
            : reading.Readout.Findings.Any(f => f.Code == "truncated-export") ? Of(VerdictLevel.Weak, "truncated", numbers)
            : Of(VerdictLevel.Good, "enough", numbers);
    }

    private static DimensionVerdict Audience(CampaignReading reading)
    {
        var tired = reading.Audience.Where(t => t.Fatigued).ToArray();
        var rising = reading.Audience.FirstOrDefault(t => t.FrequencyRises);
        if (reading.Findings.FirstOrDefault(f => f.Code == "saturated") is { } full)
        {
            return new DimensionVerdict(full.Severity >= Severity.Warning ? VerdictLevel.Bad : VerdictLevel.Weak, "saturated", full.Evidence);
        }

        if (tired.Length > 0)
        {
            return Of(tired.Sum(t => t.SpendShare) >= Sizeable ? VerdictLevel.Bad : VerdictLevel.Weak, "tired", Trend(tired[0]));
        }

        return rising is not null ? Of(VerdictLevel.Weak, "frequency-rises", Trend(rising))
            : reading.Findings.FirstOrDefault(f => f.Code == "marginal-room") is { } room ? new DimensionVerdict(VerdictLevel.Good, "room", room.Evidence)
            : reading.Audience.FirstOrDefault(t => t.Frequency is not null) is { } steady ? Of(VerdictLevel.Good, "steady", Trend(steady))
            : Of(VerdictLevel.Unknown, "no-reach");
    }

    private static DimensionVerdict Creative(CampaignReading reading)
    {
        var tired = reading.Audience.Where(t => t.Fatigued).ToArray();
        if (tired.Length > 0)
        {
            return Of(tired.Sum(t => t.SpendShare) >= Sizeable ? VerdictLevel.Bad : VerdictLevel.Weak, "tired", Trend(tired[0]));
        }

        return reading.Audience.FirstOrDefault(t => t.CtrFalls) is { } fading ? Of(VerdictLevel.Weak, "clicks-fade", Trend(fading))
            : reading.Audience.FirstOrDefault(t => t.Ctr is not null) is { } steady ? Of(VerdictLevel.Good, "steady", Trend(steady))
            : Of(VerdictLevel.Unknown, "no-weeks");
    }

    private static DimensionVerdict Tracking(CampaignReading reading)
    {
        if (reading.Findings.FirstOrDefault(f => f.Code is "nothing-counted" or "campaign-tracking-break") is { } own)
        {
            return Of(VerdictLevel.Bad, own.Code == "nothing-counted" ? "nothing-counted" : "campaign-break", ("campaign", own.Segment), ("from", own.From), ("to", own.To));
        }

        if (reading.Readout.Findings.FirstOrDefault(f => Breaking.Contains(f.Code)) is { } broken)
        {
            return Of(VerdictLevel.Bad, broken.Code == "tracking-break" ? "break" : "mixed", ("from", broken.From), ("to", broken.To), ("types", broken.Evidence.GetValueOrDefault("n")));
        }

        return reading.Jump is { } jump ? Of(VerdictLevel.Weak, "jump", ("since", jump.On), ("change", jump.Change))
            : reading.Gap is { IsLarge: true } or { Misses: true } ? Of(VerdictLevel.Weak, "gap", ("platform", reading.Gap.Platform), ("analytics", reading.Gap.Analytics), ("gap", reading.Gap.Ratio - 1))
            : reading.Readout.Findings.FirstOrDefault(f => Doubtful.Contains(f.Code) && f.Severity >= Severity.Warning) is { } doubt ? Of(VerdictLevel.Weak, doubt.Code == "attribution-lag" ? "late" : "doubt", ("code", doubt.Code), ("from", doubt.From))
            : reading.Gap is { } gap ? Of(VerdictLevel.Good, "agrees", ("platform", gap.Platform), ("analytics", gap.Analytics), ("gap", gap.Ratio - 1))
            : reading.Readout.Findings.FirstOrDefault(f => f.Code == "attribution-lag") is { } fresh ? Of(VerdictLevel.Good, "fresh", ("from", fresh.From), ("readOn", fresh.Evidence.GetValueOrDefault("readOn")), ("days", reading.Days))
            : reading.Readout.SeriesOf("spend") is { Starts.Length: >= 14 } ? Of(VerdictLevel.Good, "no-break", ("days", reading.Days))
            : Of(VerdictLevel.Unknown, "not-seen");
    }

    private static DimensionVerdict Incrementality(CampaignReading reading)
    {
        if (reading.Proof is { } proof && proof.Against(reading.BreakEven) is not Standing.Unknown and var shown)
        {
            (string, object?)[] added = [("each", proof.Lift.CostPerExtra), ("eachLow", Finite(proof.Lift.CostRange.Low)), ("eachHigh", Finite(proof.Lift.CostRange.High)), ("extraLow", proof.Lift.ExtraRange.Low), ("extraHigh", proof.Lift.ExtraRange.High)];
            return shown == Standing.Pays ? Of(VerdictLevel.Good, "proven", added) : shown == Standing.Loses ? Of(VerdictLevel.Bad, "refuted", added) : Of(VerdictLevel.Weak, "test-open", added);
        }

        var demand = reading.Demand;
        (string, object?)[] shares =
        [
            ("brand", demand.Brand), ("retargeting", demand.Retargeting), ("viewThrough", demand.ViewThrough), ("hasBrand", demand.Brand > 0), ("hasRetargeting", demand.Retargeting > 0), ("hasView", demand.ViewThrough > 0),
            ("planned", reading.Options.PlannedTest is { } test and not LiftTestKind.None ? test.ToString() : null),
        ];
        return demand.IsLarge ? Of(VerdictLevel.Weak, "harvested", shares)
            : reading.Gap is { IsLarge: true } gap ? Of(VerdictLevel.Weak, "gap", [.. shares, ("platform", gap.Platform), ("analytics", gap.Analytics), ("gap", gap.Ratio - 1)])
            : Of(VerdictLevel.Unknown, reading.Options.PlannedTest is null or LiftTestKind.None ? "untested" : "planned", shares);
    }

    private static (string, object?)[] Trend(AudienceTrend trend) =>
    [
        ("campaign", trend.Campaign), ("weeks", trend.Weeks), ("frequencyFrom", trend.Frequency?.From), ("frequencyTo", trend.Frequency?.To), ("ctrFrom", trend.Ctr?.From), ("ctrTo", trend.Ctr?.To), ("ctrChange", trend.Ctr?.Change),
        ("frequencyKnown", trend.Frequency is not null),
    ];

    private static DimensionVerdict Of(VerdictLevel level, string code, params IEnumerable<(string Name, object? Value)> evidence) => DimensionVerdict.Of(level, code, evidence);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
