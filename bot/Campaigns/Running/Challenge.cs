using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>Puts a campaign's reading together, part by part.</summary>
internal static class Challenge
{
    public static CampaignReading Of(CampaignColumns columns, CampaignOptions options)
    {
        var table = columns.Table;
        var readout = ReadTable.Read(table, options.ForReadout);
        var weeks = CampaignWeeks.Of(columns, readout);
        var total = columns.Cost(_ => true);
        var late = readout.Findings.FirstOrDefault(f => f is { Code: "attribution-lag", Severity: >= Severity.Warning })?.From;
        var mature = late is { } from && columns.Cost(row => table.Dates[row] < from) is { Spend: > 0 } before ? before : total;
        var dispersion = DayToDay.Of(columns);
        var breakEven = BreakEvenPoint.Of(options, mature.Conversions, mature.Value);
        var breaks = CampaignBreaks.Of(columns, readout);
        var broken = readout.Findings.Any(f => f.Code is "tracking-break" or "mixed-result-types");
        var lines = CampaignLines.Of(columns, breakEven, dispersion, row => late is null || table.Dates.Length == 0 || table.Dates[row] < late);
        var demand = Demand.Of(columns, lines, options);
        var reading = new CampaignReading
        {
            Readout = readout,
            Options = options,
            Total = total,
            Mature = mature,
            Dispersion = dispersion,
            BreakEven = breakEven,
            CountBroken = broken || breaks.Count > 0,
            Campaigns = [.. lines.Select(l => broken || breaks.Any(b => b.Campaign == l.Name) ? l with { Verdict = CampaignVerdict.Unknown } : l)],
            Response = SpendLevels.Of(weeks),
            Audience = AudienceTrends.Of(columns, weeks),
            Demand = demand,
            Gap = Demand.Gap(total, options),
            LiftTests = [],
            Findings = [],
            Verdicts = null!,
            Decision = null!,
        };
        if (Moved(readout) is { From: { } since } && columns.Cost(row => table.Dates[row] >= since && (late is null || table.Dates[row] < late)) is { Spend: > 0 } recent)
        {
            reading = reading with { SinceMove = recent, MovedOn = since };
        }

        reading = reading with { LiftTests = LiftTests.For(reading) };
        reading = reading with { Findings = CampaignFindings.Of(reading, breaks) };
        reading = reading with { Verdicts = VerdictOf.All(reading) };
        return reading with { Decision = ChooseAction.For(reading) };
    }

    /// <summary>A real move of the cost itself; opposite moves of its parts that leave it where it was are none.</summary>
    private static Finding? Moved(Readout readout) => readout.Findings.FirstOrDefault(f => f is { Code: "driver", Metric: "cpa" or "roas" } && Equals(f.Evidence["hidden"], false))
        ?? readout.Findings.FirstOrDefault(f => f is { Code: "real-change", Metric: "cpa" or "roas" } && f.Evidence.ContainsKey("since"));
}
