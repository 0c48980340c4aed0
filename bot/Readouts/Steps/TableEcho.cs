using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Readouts;

/// <summary>Says what was read, and what is wrong with the file itself; what the figures mean waits for the person's own reading. Makes the main metric known to the flow.</summary>
internal sealed class TableEcho(Texts texts)
{
    public static readonly IReadOnlyList<string> Writes = ["main", "main_code", "main_total", "period_from", "period_to", "days", "partial_days", "rows", "definition", "arithmetic", "file_finding", "unknown_column"];

    private readonly ReadoutReport _report = new(texts);
    private readonly ReadoutChart _chart = new(texts);
    private readonly ReadoutArithmetic _arithmetic = new(texts);

    public void Tell(FlowWalk walk, Readout readout)
    {
        var main = readout.MainMetric;
        var total = readout.Metrics.FirstOrDefault(m => m.Id == main);
        walk.Set("main_code", main is null ? null : FlowValue.Of(main));
        walk.Set("main", main is null ? null : FlowValue.Of(texts.Has(walk.Voice.Locale, $"kpis.{main}.name") ? $"@kpis.{main}.name" : main));
        walk.Set("definition", main is not null && texts.Has(walk.Voice.Locale, $"kpis.{main}.formula") ? FlowValue.Of($"@kpis.{main}.formula") : null);
        walk.Set("main_total", total?.Total is { } value ? FlowValue.Of(value, Units.Of(total.Unit, readout.Table.Currency)) : null);
        walk.Set("arithmetic", main is not null && _arithmetic.OfTotal(readout, main, walk.Voice) is { Count: > 0 } lines ? FlowValue.Of(string.Join("\n", lines)) : null);
        walk.Set("period_from", readout.Period is { } p ? FlowValue.Of(p.From) : null);
        walk.Set("period_to", readout.Period is { } q ? FlowValue.Of(q.To) : null);
        walk.Set("days", readout.Period is { } d ? FlowValue.Of(d.Days) : null);
        walk.Set("partial_days", readout.Period is { PartialDays.Count: > 0 } partial ? FlowValue.Of(string.Join(", ", partial.PartialDays.Select(NumberWriter.For(walk.Voice.Locale).ShortDate))) : null);
        walk.Set("rows", FlowValue.Of(readout.Table.RowCount));
        walk.Set("unknown_column", readout.Table.UnknownColumns is [var unknown, ..] ? FlowValue.Of(unknown.Header) : null);

        var file = readout.Findings.Where(f => FileFindings.Has(f) && f.Severity > Severity.Info).ToList();
        walk.Set("file_finding", file.Count > 0 ? FlowValue.Of(file[0].Code) : null);
        var chart = _chart.Plain(readout, walk.Voice);
        walk.Say(
            [_report.Echo(readout, walk.Voice), .. file.Take(2).Select(f => _report.Finding(readout, f, walk.Voice)), .. chart is null ? Array.Empty<MessagePart>() : [new ChartPart(chart)]],
            joinNext: file.Count == 0);
    }
}
