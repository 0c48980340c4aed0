using MentorBot.Kpis;
using MentorBot.Statistics;

namespace MentorBot.Readouts;

/// <summary>Steps outside what the same weekday of their own level predicts, once every look at every step and metric is paid for. Neighbours are one finding.</summary>
internal static class OddDays
{
    /// <summary>A neighbour of an odd day joins it from here on, without paying for the looks again.</summary>
    private const double Joins = .01;

    public static IReadOnlyList<Finding> Find(IReadOnlyList<MetricSeries> series)
    {
        var looks = series.Where(s => s.Fit is not null && s.Tested.UsableCount >= LookBudget.FewestSteps)
            .SelectMany(s => Enumerable.Range(0, s.Values.Length).Select(i => (Series: s, Step: i, P: s.Fit!.P(i))))
            .Where(l => !double.IsNaN(l.P)).ToArray();
        var small = looks.Where(l => l.P < LookBudget.OddDays).ToArray();
        var adjusted = Correction.Holm([.. small.Select(l => l.P)], looks.Length);
        var odd = small.Zip(adjusted).Where(l => l.Second < LookBudget.OddDays && Gap(l.First.Series, l.First.Step) >= LookBudget.SmallestGap)
            .Select(l => (l.First.Series, l.First.Step, Adjusted: l.Second)).ToArray();

        var findings = new List<Finding>();
        foreach (var metric in odd.GroupBy(o => o.Series))
        {
            var used = new HashSet<int>();
            findings.AddRange(metric.OrderBy(o => o.Step).Where(o => used.Add(o.Step)).Select(o => Merge(metric.Key, o.Step, o.Adjusted, used, looks.Length)));
        }

        return [.. findings.Where(f => !ToldByItsParts(f, findings, series)).Select(f => WithLeader(f, findings))];
    }

    private static double Gap(MetricSeries series, int step) => Math.Abs(series.Tested.Values[step] / series.Fit!.Expected[step] - 1);

    private static Finding Merge(MetricSeries series, int step, double adjusted, HashSet<int> used, int looks)
    {
        var high = series.Tested.Values[step] > series.Fit!.Expected[step];
        bool Joined(int i) => i >= 0 && i < series.Values.Length && series.Fit.P(i) < Joins && series.Tested.Values[i] > series.Fit.Expected[i] == high;
        var (from, to) = (step, step);
        while (Joined(from - 1))
        {
            used.Add(--from);
        }

        while (Joined(to + 1))
        {
            used.Add(++to);
        }

        var worst = Enumerable.Range(from, to - from + 1).MinBy(series.Fit.P);
        var range = series.Shown(series.Fit.Range(worst), worst);
        var expected = series.Shown(series.Fit.Expected[worst], worst);
        return Finding.Of("outlier-day", Severity.Warning, series.Id, series.Starts[from], series.End(to),
            ("day", series.Starts[worst]), ("days", to - from + 1), ("observed", series.Values[worst]), ("expected", expected), ("low", range.Low), ("high", range.High),
            ("change", series.Values[worst] / expected - 1), ("direction", series.Values[worst] > expected ? "up" : "down"), ("z", Math.Round(series.Fit.Residual(worst), 2)),
            ("p", series.Fit.P(worst)), ("adjustedP", adjusted), ("n", series.Tested.UsableCount), ("looks", looks));
    }

    /// <summary>A ratio's odd day whose numerator or denominator is odd on that day is the same news.</summary>
    private static bool ToldByItsParts(Finding finding, List<Finding> all, IReadOnlyList<MetricSeries> series)
    {
        var kpi = series.First(s => s.Id == finding.Metric).Kpi;
        return kpi.Kind == KpiKind.Ratio && all.Any(f => (f.Metric == kpi.Numerator || f.Metric == kpi.Denominator) && f.Metric is not null && f.From <= finding.To && f.To >= finding.From);
    }

    /// <summary>Says which metric nearer to the cause was odd on the same day and in the same direction.</summary>
    private static Finding WithLeader(Finding finding, List<Finding> all)
    {
        var leader = all.Where(f => f.From <= finding.To && f.To >= finding.From && Equals(f.Evidence["direction"], finding.Evidence["direction"]) && MetricRole.Depth(f.Metric) < MetricRole.Depth(finding.Metric))
            .MinBy(f => MetricRole.Depth(f.Metric));
        return leader is null ? finding : finding with { Evidence = new Dictionary<string, object?>(finding.Evidence) { ["follows"] = leader.Metric } };
    }
}
