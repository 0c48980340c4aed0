using MentorBot.Kpis;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>The first or the last step that the export caught half-way: by the date it was made, or because every volume is below its own level there.</summary>
internal static class PartialSteps
{
    /// <summary>Of its own level; a step above it counts as whole.</summary>
    private const double WholeFrom = .8;

    /// <summary>Of the smallest other step, where the file is too short for a level.</summary>
    private const double ClearlyBelow = .5;

    /// <returns>Indexes of partial steps, with the finding that says why.</returns>
    public static IReadOnlyList<(int Step, Finding Finding)> Of(KpiTable table, IReadOnlyList<MetricSeries> series, DateOnly today)
    {
        if (series.Count == 0 || series[0].Starts.Length < 2 || table.DatesMoments)
        {
            return [];
        }

        var any = series[0];
        var last = any.Starts.Length - 1;
        var partial = new List<(int, Finding)>();
        if (Edge(series, 0) is { } first)
        {
            partial.Add((0, first));
        }

        var made = table.GeneratedOn ?? today;
        if (any.End(last) >= made)
        {
            partial.Add((last, Finding.Of("partial-period", Severity.Info, null, any.Starts[last], any.End(last), ("reason", "generated"), ("generated", made), ("n", last + 1))));
        }
        else if (Edge(series, last) is { } end)
        {
            partial.Add((last, end));
        }

        return partial;
    }

    private static Finding? Edge(IReadOnlyList<MetricSeries> all, int step)
    {
        var volumes = all.Where(s => s.Kpi is { Kind: KpiKind.Additive, Unit: KpiUnit.Count or KpiUnit.Money } && !double.IsNaN(s.Values[step])).ToArray();
        // Money spent, impressions and visits are there within the hour; results come later and would make every last day look partial.
        var prompt = volumes.Where(s => s.Kpi.Unit == KpiUnit.Count ? MetricRole.Depth(s.Id) <= MetricRole.Depth("sessions") : s.Id == "spend").ToArray();
        var judged = (prompt.Length > 0 ? prompt : volumes).Select(s => Judge(s, step)).OfType<Judged>().ToArray();
        if (judged.Length == 0 || judged.Any(j => j.Share >= WholeFrom) || judged.MinBy(j => j.P) is not { } clearest || clearest.P > LookBudget.Edges / judged.Length)
        {
            return null;
        }

        var series = clearest.Series;
        return Finding.Of("partial-period", Severity.Warning, series.Id, series.Starts[step], series.End(step),
            ("reason", step == 0 ? "first" : "last"), ("observed", series.Values[step]), ("expected", clearest.Expected), ("share", clearest.Share), ("p", clearest.P), ("n", series.Starts.Length));
    }

    private static Judged? Judge(MetricSeries series, int step)
    {
        var last = series.Starts.Length - 1;
        var inner = series.Tested.Without(i => i == 0 || i == last);
        var others = series.Values[1..last].Where(v => !double.IsNaN(v)).ToArray();
        if (others.Length < 3)
        {
            return null;
        }

        var value = series.Values[step];
        var shifts = Levels.Find(inner, series.StepsPerWeek);
        if (others.Length >= LookBudget.FewestSteps - 2 && SeasonalFit.Of(inner, [.. shifts.Select(s => s.At)]) is { } fit)
        {
            return new Judged(series, series.Rate(fit.Expected[step]), value / series.Rate(fit.Expected[step]), value < series.Rate(fit.Expected[step]) ? fit.P(step, value / series.EventValue) : 1);
        }

        var usual = Robust.Median(others);
        return new Judged(series, usual, value / usual, value < ClearlyBelow * others.Min() && usual >= 20 ? 0 : 1);
    }

    private sealed record Judged(MetricSeries Series, double Expected, double Share, double P);
}
