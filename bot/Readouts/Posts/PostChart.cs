using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Readouts;

/// <summary>The posts of one format over the days they went out: where two in three ordinary ones lie, which went viral, which still rise.</summary>
internal sealed class PostChart(Texts texts)
{
    private const int NamedDays = 5;

    /// <summary>Largest over smallest from which a plain scale would press most posts onto its bottom line.</summary>
    private const double WideRange = 15;

    private readonly FindingText _words = new(texts);

    /// <returns>Null when fewer than two posts carry the figure.</returns>
    public LineChart? Of(Readout readout, Voice voice, string? metric, bool judged)
    {
        if (Posts.Of(readout.Table) is not { } posts || (metric ?? readout.MainMetric) is not { } id || readout.Table.Metric(id) is not { } column || Format(readout, posts, id) is not { } format)
        {
            return null;
        }

        var drawn = format.All.Select(p => (Post: p, Value: column.Values[p.Row])).Where(p => p.Value >= 0).ToArray();
        if (drawn.Length < 2)
        {
            return null;
        }

        var level = judged ? PostLevel.Of([.. format.With(column).Select(p => p.Value)]) : null;
        var band = level?.Middle;
        var points = drawn.Select(p => new ChartPoint(p.Post.Published, p.Value, band?.Low, level?.Median, band?.High, p.Post.Compared && level?.IsViral(p.Value) == true, !p.Post.Compared)).ToArray();
        var wide = drawn.Min(p => p.Value) is > 0 and var least && drawn.Max(p => p.Value) > WideRange * least;
        var values = new Dictionary<string, object?>
        {
            ["metric"] = Capital(_words.NameOf(id, voice)),
            ["unit"] = column.Kpi.Unit.ToString().ToLowerInvariant(),
            ["currency"] = readout.Table.Currency,
            ["segment"] = _words.FormatName(format.Name, voice),
            ["n"] = drawn.Length,
            ["from"] = points[0].Day,
            ["to"] = points[^1].Day,
            ["smallest"] = points.Min(p => p.Value),
            ["largest"] = points.Max(p => p.Value),
            ["median"] = level?.Median,
            ["flagged"] = Named(points.Where(p => p.Flagged), voice),
            ["partial"] = Named(points.Where(p => p.Partial), voice),
            ["log"] = wide,
        };
        string Say(string key) => FindingText.OneStop(texts.Say(voice, "readouts.chart.posts." + key, values));
        return new LineChart(Say("title"), Say(judged ? "alt" : "alt-plain"), ReadoutChart.Unit(column.Kpi.Unit), column.Kpi.Unit == KpiUnit.Money ? readout.Table.Currency : null, points)
        {
            Dots = true,
            Log = wide,
            Legend = new ChartLegend(Say("value"), Say("band"), Say("flagged"), Say("partial")) { Expected = Say("median") },
        };
    }

    /// <summary>The format that the strongest finding is about, else the one with most mature posts.</summary>
    private static PostFormat? Format(Readout readout, Posts posts, string metric) =>
        readout.Findings.Where(f => f.Metric == metric && f.Code is "real-change" or "viral-outlier").Select(f => posts.Formats.FirstOrDefault(p => p.Name == f.Segment)).FirstOrDefault(f => f is not null)
        ?? posts.Formats.FirstOrDefault();

    private static string? Named(IEnumerable<ChartPoint> points, Voice voice)
    {
        var days = points.Select(p => p.Day).Distinct().ToArray();
        var names = string.Join(", ", days.Take(NamedDays).Select(NumberWriter.For(voice.Locale).ShortDate));
        return days.Length == 0 ? null : days.Length > NamedDays ? names + ", …" : names;
    }

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
