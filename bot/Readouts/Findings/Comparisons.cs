using MentorBot.Kpis;
using MentorBot.Statistics;

namespace MentorBot.Readouts;

/// <summary>Did it really move? Level shifts over the whole file, or one period against another, every metric that was looked at paid for.</summary>
internal static class Comparisons
{
    private const int DaysBetweenYears = 364;

    /// <summary>A change under this share is not worth a sentence when nobody asked for the comparison.</summary>
    private const double WorthSaying = .05;

    private const int MostOpenQuestions = 3;

    public static IReadOnlyList<Finding> Find(IReadOnlyList<MetricSeries> series, CompareMode mode, string? main, string? country = null)
    {
        var judged = series.Where(s => s.Kpi.Kind != KpiKind.NonAdditive || s.Kpi.Unit == KpiUnit.People).ToArray();
        var findings = mode == CompareMode.Whole ? WholeFile(judged, main) : Asked(judged, mode, main, country);
        return [.. findings.Select(f => WithLeader(f, findings))];
    }

    private static List<Finding> WholeFile(MetricSeries[] series, string? main)
    {
        var findings = series.SelectMany(s => s.Trend is not null ? [Trends.Of(s, series.Length)] : s.Shifts.Select((shift, k) => Shift(s, k, series.Length))).ToList();
        var open = series.Where(s => s.Shifts.Count == 0 && s.Trend is null)
            .Select(s => (Series: s, Pairs: StepPairs.Of(s, CompareMode.Whole)))
            .Select(s => (s.Series, s.Pairs, Change: PeriodChange.Of(s.Series.Tested, Noise(s.Series, s.Pairs), s.Pairs)))
            .Where(s => s.Change is not null && (s.Series.Id == main || Math.Abs(s.Change.Change) >= WorthSaying))
            .OrderBy(s => s.Series.Id != main).ThenByDescending(s => Math.Abs(s.Change!.Change))
            .Take(MostOpenQuestions);
        findings.AddRange(open.Select(o => Open(o.Series, o.Pairs, o.Change!, o.Change!.P, series.Length, "halves")));
        return findings;
    }

    private static List<Finding> Asked(MetricSeries[] series, CompareMode mode, string? main, string? country)
    {
        var compared = series.Select(s => CalendarEffect.WithoutMoved(s, StepPairs.Of(s, mode), country))
            .Select(s => (s.Series, s.Pairs, Change: PeriodChange.Of(s.Series.Tested, Noise(s.Series, s.Pairs), s.Pairs)))
            .Where(s => s.Change is not null).ToArray();
        var adjusted = Correction.Holm([.. compared.Select(c => c.Change!.P)]);
        var basis = mode == CompareMode.Previous ? "previous" : "last-year";
        var findings = compared.Select((c, k) => adjusted[k] <= LookBudget.Comparisons
            ? Period("real-change", Severity.Warning, c.Series, c.Pairs, c.Change!, adjusted[k], compared.Length, basis, [])
            : Open(c.Series, c.Pairs, c.Change!, adjusted[k], compared.Length, basis)).ToList();
        if (compared.Length == 0 && series.FirstOrDefault(s => s.Id == main) is { } asked)
        {
            findings.Add(Finding.Of("small-sample", Severity.Info, asked.Id, asked.Starts[0], asked.End(asked.Starts.Length - 1), ("reason", "no-" + basis), ("n", asked.Tested.UsableCount),
                ("needed", mode == CompareMode.Previous ? 14.0 : DaysBetweenYears + 7.0), ("neededUnit", "days")));
        }

        return findings;
    }

    private static SeasonalFit? Noise(MetricSeries series, List<(int Before, int After)> pairs) => pairs.Count == 0 ? null : StepPairs.Noise(series, pairs.Min(p => p.After));

    private static Finding Shift(MetricSeries series, int k, int looks)
    {
        var shift = series.Shifts[k];
        var (start, end) = (k == 0 ? 0 : series.Shifts[k - 1].At, k + 1 < series.Shifts.Count ? series.Shifts[k + 1].At : series.Values.Length);
        bool nothingBefore = Nothing(series, start, shift.At), nothingAfter = Nothing(series, shift.At, end);
        var range = series.Change(shift.Range);
        var rise = series.Change(shift.Change) > 0;
        return Finding.Of("real-change", Severity.Warning, series.Id, series.Starts[shift.At], series.End(end - 1),
            ("basis", "shift"), ("before", nothingBefore ? 0 : series.Rate(shift.Before)), ("after", nothingAfter ? 0 : series.Rate(shift.After)),
            ("change", nothingBefore ? null : nothingAfter ? -1.0 : series.Change(shift.Change)), ("low", nothingBefore || nothingAfter ? null : range.Low),
            ("high", nothingBefore || nothingAfter ? null : range.High), ("direction", rise ? "up" : "down"), ("z", Math.Round(shift.Z, 2)), ("p", shift.P),
            ("stepsBefore", shift.At - start), ("stepsAfter", end - shift.At), ("n", end - start), ("since", series.Starts[shift.At]), ("looks", looks));
    }

    private static bool Nothing(MetricSeries series, int from, int to) => !series.Inverted && Enumerable.Range(from, to - from).All(i => !(series.Tested.Values[i] > 0));

    private static Finding Open(MetricSeries series, List<(int Before, int After)> pairs, PeriodChange change, double adjusted, int looks, string basis) =>
        Period("within-noise", Severity.Info, series, pairs, change, adjusted, looks, basis, Needed.For(change, CountsEvents(series), (double)pairs.Count / series.StepsPerWeek, looks));

    private static Finding Period(string code, Severity severity, MetricSeries series, List<(int Before, int After)> pairs, PeriodChange change, double adjusted, int looks, string basis,
        IEnumerable<(string, object?)> more)
    {
        var range = series.Change(change.Range);
        var moved = series.Change(change.Change);

        // The same people come on several days: a stretch is told by its average day, never by a sum.
        var people = series.Kpi.Kind == KpiKind.NonAdditive;
        var each = people ? pairs.Count : 1;
        return Finding.Of(code, severity, series.Id, series.Starts[pairs[0].After], series.End(pairs[^1].After),
            [("basis", basis), ("before", series.Rate(change.Before) / each), ("after", series.Rate(change.After) / each), ("perStep", people), ("change", Finite(moved)),
            ("low", Finite(range.Low)), ("high", Finite(range.High)), ("direction", moved > 0 ? "up" : "down"), ("p", change.P), ("adjustedP", adjusted), ("n", CountsEvents(series) ? change.N : 2.0 * pairs.Count), ("nUnit", CountsEvents(series) ? "events" : "steps"), ("steps", pairs.Count), ("borderline", code == "within-noise" && !change.Range.Contains(0)), ("leftOut", series.LeftOut),
            ("beforeFrom", series.Starts[pairs[0].Before]), ("beforeTo", series.End(pairs[^1].Before)), ("looks", looks), .. more]);
    }

    private static bool CountsEvents(MetricSeries series) => series.Tested.Counts && series.EventValue == 1 && series.Kpi.Kind != KpiKind.NonAdditive;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    /// <summary>Says which metric nearer to the cause moved the same way at about the same time.</summary>
    private static Finding WithLeader(Finding finding, List<Finding> all)
    {
        var leader = finding.Code != "real-change" ? null : all.Where(f => f.Code == "real-change" && MetricRole.Depth(f.Metric) < MetricRole.Depth(finding.Metric)
            && Equals(f.Evidence["direction"], finding.Evidence["direction"]) && Math.Abs(f.From!.Value.DayNumber - finding.From!.Value.DayNumber) <= 3).MinBy(f => MetricRole.Depth(f.Metric));
        return leader is null ? finding : finding with { Evidence = new Dictionary<string, object?>(finding.Evidence) { ["follows"] = leader.Metric } };
    }
}
