using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Readouts;

/// <summary>The series a reading is about, as a drawing order: values, the range its own history predicts, what was flagged, what is incomplete.</summary>
internal sealed class ReadoutChart(Texts texts)
{
    /// <summary>Flagged days that the alt text names; the rest is a count on the chart.</summary>
    private const int NamedDays = 5;

    private readonly FindingText _words = new(texts);
    private readonly PostChart _posts = new(texts);

    /// <param name="metric">Null: the reading's main metric.</param>
    /// <returns>Null when the metric has no series of at least two steps, or no two posts.</returns>
    public LineChart? Of(Readout readout, Voice voice, string? metric = null) => Draw(readout, voice, metric, judged: true);

    /// <summary>The bare values, for somebody who is to read them before we do: no range, nothing flagged.</summary>
    public LineChart? Plain(Readout readout, Voice voice) => Draw(readout, voice, null, judged: false);

    private LineChart? Draw(Readout readout, Voice voice, string? metric, bool judged)
    {
        if (readout.Table.Shape == Tables.RowShape.Post)
        {
            return _posts.Of(readout, voice, metric, judged);
        }

        if ((metric ?? readout.MainMetric) is not { } id || readout.SeriesOf(id) is not { Starts.Length: >= 2 } series)
        {
            return null;
        }

        var odd = readout.Findings.Where(f => f.Metric == id && f.Code is "outlier-day" or "calendar-effect" or "tracking-break").ToArray();
        var points = series.Starts.Select((day, i) => Point(series, i, odd.Any(f => f.Metric == id && f.From <= series.End(i) && f.To >= day), readout.Period?.PartialDays.Contains(day) == true)).ToArray();
        if (!judged)
        {
            points = Array.ConvertAll(points, p => new ChartPoint(p.Day, p.Value, Partial: p.Partial));
        }

        if (points.All(p => p.Value is null))
        {
            return null;
        }

        var noted = readout.Noted.Where(n => n.Touches(series.Starts[0], series.End(series.Starts.Length - 1))).ToArray();
        var values = new Dictionary<string, object?>
        {
            ["metric"] = Capital(_words.NameOf(id, voice)),
            ["unit"] = series.Kpi.Unit.ToString().ToLowerInvariant(),
            ["currency"] = readout.Table.Currency,
            ["grain"] = series.Grain.ToString().ToLowerInvariant(),
            ["from"] = series.Starts[0],
            ["to"] = series.End(series.Starts.Length - 1),
            ["smallest"] = points.Min(p => p.Value),
            ["largest"] = points.Max(p => p.Value),
            ["last"] = points.Last(p => p.Value is not null).Value,
            ["flagged"] = Named(points.Where(p => p.Flagged), voice),
            ["partial"] = Named(points.Where(p => p.Partial), voice),
            ["noted"] = noted.Length == 0 ? null : string.Join(" ; ", noted.Select(n => $"{n.Words} ({NumberWriter.For(voice.Locale).ShortDate(n.From)})")),
            ["changed"] = Days(series.Shifts.Select(s => series.Starts[s.At]), voice),
        };
        string Say(string key) => FindingText.OneStop(texts.Say(voice, "readouts.chart." + key, values));
        return new LineChart(Say("title"), Say(judged ? "alt" : "alt-plain"), Unit(series.Kpi.Unit), series.Kpi.Unit == KpiUnit.Money ? readout.Table.Currency : null, points)
        {
            Notes = [.. noted.Select(n => new ChartNote(n.From, n.To, n.Words))],
            Legend = new ChartLegend(Say("value"), Say("band"), Say("flagged"), Say("partial")),
        };
    }

    private static ChartPoint Point(MetricSeries series, int i, bool flagged, bool partial)
    {
        double? value = double.IsFinite(series.Values[i]) ? series.Values[i] : null;
        if (series.Fit is not { } fit || series.Tested.UsableCount < LookBudget.FewestSteps || !double.IsFinite(fit.Expected[i]))
        {
            return new ChartPoint(series.Starts[i], value, Flagged: flagged, Partial: partial);
        }

        var range = series.Shown(fit.Range(i), i);
        return new ChartPoint(series.Starts[i], value, Finite(range.Low), Finite(series.Shown(fit.Expected[i], i)), Finite(range.High), flagged, partial);
    }

    private static string? Named(IEnumerable<ChartPoint> points, Voice voice) => Days(points.Select(p => p.Day), voice);

    private static string? Days(IEnumerable<DateOnly> days, Voice voice)
    {
        var all = days.ToArray();
        var names = string.Join(", ", all.Take(NamedDays).Select(NumberWriter.For(voice.Locale).ShortDate));
        return all.Length == 0 ? null : all.Length > NamedDays ? names + ", …" : names;
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    public static ChartUnit Unit(KpiUnit unit) => unit switch
    {
        KpiUnit.Money => ChartUnit.Money,
        KpiUnit.Percent => ChartUnit.Percent,
        KpiUnit.Seconds => ChartUnit.Seconds,
        KpiUnit.Count or KpiUnit.People => ChartUnit.Count,
        _ => ChartUnit.Ratio,
    };

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
