using MentorBot.Kpis;
using MentorBot.Statistics;

namespace MentorBot.Readouts;

/// <summary>Did it really move? Level shifts over the whole file, or one period against another, every metric that was looked at paid for.</summary>
internal static class Comparisons
{
    private const int WeeksOfLastYear = 4;
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
            .Select(s => (Series: s, Pairs: Halves(s)))
            .Select(s => (s.Series, s.Pairs, Change: PeriodChange.Of(s.Series.Tested, Noise(s.Series, s.Pairs), s.Pairs)))
            .Where(s => s.Change is not null && (s.Series.Id == main || Math.Abs(s.Change.Change) >= WorthSaying))
            .OrderBy(s => s.Series.Id != main).ThenByDescending(s => Math.Abs(s.Change!.Change))
            .Take(MostOpenQuestions);
        findings.AddRange(open.Select(o => Open(o.Series, o.Pairs, o.Change!, o.Change!.P, series.Length, "halves")));
        return findings;
    }

    private static List<Finding> Asked(MetricSeries[] series, CompareMode mode, string? main, string? country)
    {
        var compared = series.Select(s => CalendarEffect.WithoutMoved(s, mode == CompareMode.Previous ? Previous(s) : LastYear(s), country))
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

    /// <summary>The noise as the file shows it, with the two stretches free to live on their own levels.</summary>
    private static SeasonalFit? Noise(MetricSeries series, List<(int Before, int After)> pairs)
    {
        if (pairs.Count == 0)
        {
            return null;
        }

        var cuts = series.Shifts.Select(s => s.At).Append(pairs.Min(p => p.After)).Distinct().Order().ToArray();
        var side = Math.Max(3, series.StepsPerWeek / 2);
        var apart = cuts.Where((c, k) => c >= side && c <= series.Values.Length - side && (k == 0 || c - cuts[k - 1] >= side)).ToArray();
        return SeasonalFit.Of(series.Tested, apart) ?? series.Fit;
    }

    private static List<(int Before, int After)> Halves(MetricSeries series)
    {
        var usable = Enumerable.Range(0, series.Values.Length).Where(series.Tested.Usable).ToArray();
        if (usable.Length == 0)
        {
            return [];
        }

        var width = (usable[^1] - usable[0] + 1) / (2 * series.StepsPerWeek) * series.StepsPerWeek;
        return Pairs(series, usable[^1], width, width);
    }

    private static List<(int Before, int After)> Previous(MetricSeries series) => Pairs(series, LastUsable(series), series.StepsPerWeek, series.StepsPerWeek);

    private static List<(int Before, int After)> LastYear(MetricSeries series)
    {
        if (series.Grain == Tables.Grain.Month)
        {
            return Pairs(series, LastUsable(series), 1, 12);
        }

        var back = series.StepsPerWeek == 7 ? DaysBetweenYears : DaysBetweenYears / 7;
        var weeks = Math.Min(WeeksOfLastYear, (LastUsable(series) + 1 - back) / series.StepsPerWeek);
        return Pairs(series, LastUsable(series), weeks * series.StepsPerWeek, back);
    }

    private static int LastUsable(MetricSeries series) => Enumerable.Range(0, series.Values.Length).LastOrDefault(series.Tested.Usable, -1);

    /// <summary>The <paramref name="width"/> steps up to <paramref name="last"/>, each with the step <paramref name="back"/> earlier; a step that misses on either side leaves both.</summary>
    private static List<(int Before, int After)> Pairs(MetricSeries series, int last, int width, int back) => last - width + 1 - back < 0 || width <= 0
        ? []
        : [.. Enumerable.Range(last - width + 1, width).Select(i => (i - back, i)).Where(p => series.Tested.Usable(p.Item1) && series.Tested.Usable(p.i))];

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
        return Finding.Of(code, severity, series.Id, series.Starts[pairs[0].After], series.End(pairs[^1].After),
            [("basis", basis), ("before", series.Rate(change.Before)), ("after", series.Rate(change.After)), ("change", Finite(moved)),
            ("low", Finite(range.Low)), ("high", Finite(range.High)), ("direction", moved > 0 ? "up" : "down"), ("p", change.P), ("adjustedP", adjusted), ("n", CountsEvents(series) ? change.N : 2.0 * pairs.Count), ("nUnit", CountsEvents(series) ? "events" : "steps"), ("steps", pairs.Count), ("borderline", code == "within-noise" && !change.Range.Contains(0)), ("leftOut", series.LeftOut),
            ("beforeFrom", series.Starts[pairs[0].Before]), ("beforeTo", series.End(pairs[^1].Before)), ("looks", looks), .. more]);
    }

    private static bool CountsEvents(MetricSeries series) => series.Tested.Counts && series.EventValue == 1;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    /// <summary>Says which metric nearer to the cause moved the same way at about the same time.</summary>
    private static Finding WithLeader(Finding finding, List<Finding> all)
    {
        var leader = finding.Code != "real-change" ? null : all.Where(f => f.Code == "real-change" && MetricRole.Depth(f.Metric) < MetricRole.Depth(finding.Metric)
            && Equals(f.Evidence["direction"], finding.Evidence["direction"]) && Math.Abs(f.From!.Value.DayNumber - finding.From!.Value.DayNumber) <= 3).MinBy(f => MetricRole.Depth(f.Metric));
        return leader is null ? finding : finding with { Evidence = new Dictionary<string, object?>(finding.Evidence) { ["follows"] = leader.Metric } };
    }
}
