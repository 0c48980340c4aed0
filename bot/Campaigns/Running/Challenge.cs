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
        var uneven = DayToDay.Of(columns);
        var dispersion = uneven.Dispersion;
        bool Mature(int row) => late is null || table.Dates.Length == 0 || table.Dates[row] < late;
        var since = RecentFrom(readout, late);
        var breakEven = BreakEvenPoint.Of(options, mature.Conversions, mature.Value);
        var breaks = CampaignBreaks.Of(columns, readout);
        var broken = readout.Findings.Any(f => f.Code is "tracking-break" or "mixed-result-types");
        var lines = CampaignLines.Of(columns, breakEven, dispersion, Mature, since is { } first ? row => table.Dates[row] >= first : null, weeks);
        var demand = Demand.Of(columns, lines, options);
        var reading = new CampaignReading
        {
            Readout = readout,
            Options = options,
            Total = total,
            Mature = mature,
            Dispersion = dispersion,
            Uneven = uneven.Beyond,
            Result = columns.Result,
            Jump = Jumps.Of(columns, readout, dispersion),
            Proof = options.Lift is { } test ? ProvenLift.Of(test.HeldOut, test.Exposed, options.LiftSpend ?? total.Spend, total is { Value: > 0 and var sold, Conversions: > 0 } ? sold / total.Conversions : options.OrderValue) : null,
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
        if (Moved(readout) is { From: { } moved } && columns.Cost(row => table.Dates[row] >= moved && Mature(row)) is { Spend: > 0 } shifted)
        {
            reading = reading with { SinceMove = shifted, MovedOn = moved };
        }

        if (since is { } day)
        {
            var recent = columns.Cost(row => table.Dates[row] >= day && Mature(row));
            reading = reading with { Recent = (recent, day), Recently = Turns.Of(columns.Cost(row => table.Dates[row] < day), recent, breakEven, dispersion) };
        }

        if (late is null && readout.Findings.FirstOrDefault(f => f.Code == "attribution-lag")?.From is { } young && columns.Cost(row => table.Dates[row] < young) is { Spend: > 0 } settled)
        {
            reading = reading with { Settled = settled };
        }

        reading = reading with { LiftTests = LiftTests.For(reading) };
        reading = reading with { Findings = CampaignFindings.Of(reading, breaks) };
        reading = reading with { Verdicts = VerdictOf.All(reading) };
        return reading with { Decision = ChooseAction.For(reading) };
    }

    /// <summary>First of the last days that are held against those before; null where either side would be shorter than two weeks.</summary>
    private static DateOnly? RecentFrom(Readout readout, DateOnly? late)
    {
        if (readout.Table.Dates.Length == 0 || readout.Period is not { } period)
        {
            return null;
        }

        var days = (late is { } end ? end.DayNumber : period.To.DayNumber + 1) - period.From.DayNumber;
        var recent = Math.Max(Turns.FewestDays, (int)Math.Round(days * Turns.Recent));
        return days - recent >= Turns.FewestDays ? period.From.AddDays(days - recent) : null;
    }

    /// <summary>A real move of the cost itself; opposite moves of its parts that leave it where it was are none.</summary>
    private static Finding? Moved(Readout readout) => readout.Findings.FirstOrDefault(f => f is { Code: "driver", Metric: "cpa" or "roas" } && Equals(f.Evidence["hidden"], false))
        ?? readout.Findings.FirstOrDefault(f => f is { Code: "real-change", Metric: "cpa" or "roas" } && f.Evidence.ContainsKey("since"));
}
