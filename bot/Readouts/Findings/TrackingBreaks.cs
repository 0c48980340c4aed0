using MentorBot.Kpis;
using MentorBot.Statistics;

namespace MentorBot.Readouts;

/// <summary>Results that fall to about nothing while the traffic that feeds them goes on: a tag, a consent banner or an import, not the market.</summary>
internal static class TrackingBreaks
{
    /// <summary>Share of its own level under which a step counts as silent.</summary>
    private const double Silent = .05;

    /// <summary>Share of its own level that the traffic must keep.</summary>
    private const double GoesOn = .5;

    private const double FewestMissing = 5;

    public static IReadOnlyList<TrackingBreak> Find(IReadOnlyList<MetricSeries> series)
    {
        var found = new List<TrackingBreak>();
        foreach (var metric in series.Where(s => s.Kpi.Kind == KpiKind.Additive && MetricRole.IsTracked(s.Id)).OrderBy(s => MetricRole.Depth(s.Id)))
        {
            var feeding = series.Where(s => s.Kpi.Kind == KpiKind.Additive && MetricRole.Feeds(s.Id, metric.Id)).OrderByDescending(s => MetricRole.Depth(s.Id)).ToArray();
            found.AddRange(Of(BlankIsSilence(metric, feeding), feeding));
        }

        return found;
    }

    /// <summary>
    /// Some exports leave a cell empty where nothing was counted. That is no zero for a total, but on a day whose traffic is there, in a column that otherwise reports, it is silence.
    /// </summary>
    private static MetricSeries BlankIsSilence(MetricSeries metric, MetricSeries[] feeding)
    {
        bool Blank(int i) => double.IsNaN(metric.Values[i]) && feeding.Any(f => f.Values[i] > 0);
        var blanks = Enumerable.Range(0, metric.Values.Length).Count(Blank);
        return blanks == 0 || blanks > metric.Values.Length / 2
            ? metric
            : metric with { Tested = metric.Tested with { Values = [.. metric.Tested.Values.Select((v, i) => Blank(i) ? 0 : v)] } };
    }

    private static IEnumerable<TrackingBreak> Of(MetricSeries metric, MetricSeries[] feeding)
    {
        var typical = Robust.Median(metric.Tested.Values.Where(v => v > 0));
        var silent = metric.Tested.Values.Select(v => v <= Silent * typical).ToArray();
        var heard = metric.Tested.Without(i => silent[i]);
        if (feeding.Length == 0 || !(typical > 0) || heard.UsableCount < metric.StepsPerWeek || SeasonalFit.Of(heard, [.. Levels.Find(heard, metric.StepsPerWeek).Select(s => s.At)]) is not { } fit)
        {
            yield break;
        }

        // On small counts a quiet day is ordinary and must weigh on the level that it is measured against.
        fit = typical >= FewestMissing ? fit : SeasonalFit.Of(metric.Tested) ?? fit;
        for (var from = 0; from < silent.Length; from++)
        {
            if (!silent[from])
            {
                continue;
            }

            var to = from;
            while (to + 1 < silent.Length && silent[to + 1])
            {
                to++;
            }

            if (Judge(metric, feeding, fit, from, to) is { } found)
            {
                yield return found;
            }

            from = to;
        }
    }

    private static TrackingBreak? Judge(MetricSeries metric, MetricSeries[] feeding, SeasonalFit fit, int from, int to)
    {
        var steps = Enumerable.Range(from, to - from + 1).ToArray();
        var (observed, expected) = (steps.Sum(i => metric.Tested.Values[i]), steps.Sum(i => fit.Expected[i]));
        var chance = NoiseTail.TwoSided(observed, expected, fit.Variation / steps.Length + .02, metric.Tested.Counts);
        if (observed > Silent * expected || (metric.Tested.Counts && expected < FewestMissing) || chance > LookBudget.Breaks / metric.Values.Length)
        {
            return null;
        }

        foreach (var feed in feeding)
        {
            var usual = Robust.Median(feed.Values.Where((_, i) => i < from || i > to));
            var during = Robust.Median(steps.Select(i => feed.Values[i]));
            if (usual > 0 && during >= GoesOn * usual)
            {
                return new TrackingBreak(metric, feed, from, to, metric.Rate(observed), metric.Rate(expected), during / usual, chance);
            }
        }

        return null;
    }
}

/// <param name="FeedShare">Level of <paramref name="Feed"/> during the break, against its usual one.</param>
internal sealed record TrackingBreak(MetricSeries Metric, MetricSeries Feed, int From, int To, double Observed, double Expected, double FeedShare, double P)
{
    /// <summary>Whether a metric is blind at that step because of this break: the metric itself or a ratio made of it.</summary>
    public bool Blinds(MetricSeries other, int step) =>
        step >= From && step <= To && (other.Id == Metric.Id || other.Kpi.Numerator == Metric.Id || other.Kpi.Denominator == Metric.Id);

    public Finding ToFinding(IEnumerable<TrackingBreak> same) => Finding.Of("tracking-break", Severity.Critical, Metric.Id, Metric.Starts[From], Metric.End(To),
        ("observed", Observed), ("expected", Expected), ("days", To - From + 1), ("feed", Feed.Id), ("feedShare", FeedShare), ("p", P), ("n", Metric.Values.Length),
        ("alsoMetrics", string.Join(", ", same.Select(b => b.Metric.Id))));
}
