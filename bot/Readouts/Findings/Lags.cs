using MentorBot.Kpis;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Conversions of the last days that have not been counted yet: per click they fall short more and more towards the end, while the clicks hold.</summary>
internal static class Lags
{
    /// <summary>Of their own level, which the clicks of these days must keep.</summary>
    private const double ClicksHold = .7;

    /// <summary>A smaller shortfall changes no decision.</summary>
    private const double SmallestMissing = .1;

    private static readonly string[] Late = ["conversions", "purchases", "leads", "orders"];
    private static readonly string[] Feeds = ["clicks_link", "clicks_all", "sessions"];

    /// <param name="series">Partial and blind steps already hidden.</param>
    public static Lag? Find(IReadOnlyList<MetricSeries> series)
    {
        if (Counted(series) is not { Grain: Grain.Day } counted
            || Feeds.Select(id => series.FirstOrDefault(s => s.Id == id)).FirstOrDefault(s => s is not null) is not { } feed)
        {
            return null;
        }

        var last = Enumerable.Range(0, counted.Values.Length).LastOrDefault(counted.Tested.Usable, -1);
        var counts = counted.Tested.Values[..(last + 1)];
        if (LagShape.Of(counts, feed.Values[..(last + 1)]) is not { } shape || shape.P > LookBudget.Lags || shape.Observed > (1 - SmallestMissing) * shape.Expected)
        {
            return null;
        }

        var from = last - shape.Complete.Count + 1;
        var held = Held(feed, from, last);
        return held < ClicksHold ? null : new Lag(counted, feed, from, last, shape, held);
    }

    /// <summary>The result that platforms go on adding to.</summary>
    public static MetricSeries? Counted(IReadOnlyList<MetricSeries> series) => Late.Select(id => series.FirstOrDefault(s => s.Id == id)).FirstOrDefault(s => s is not null);

    /// <summary>The feed over these days, against the same weekdays before them.</summary>
    private static double Held(MetricSeries feed, int from, int to)
    {
        var days = Enumerable.Range(from, to - from + 1).Where(i => feed.Values[i] > 0).ToArray();
        var usual = days.Sum(i => Robust.Median(Enumerable.Range(0, from).Where(j => (i - j) % 7 == 0).Select(j => feed.Values[j])));
        return usual > 0 ? days.Sum(i => feed.Values[i]) / usual : 0;
    }
}

/// <param name="FeedShare">Level of <paramref name="Feed"/> over these days, against its usual one.</param>
internal sealed record Lag(MetricSeries Metric, MetricSeries Feed, int From, int To, LagShape Shape, double FeedShare)
{
    private const int ShortestWait = 7;

    /// <summary>Whether a metric is still incomplete at that step: the counted one, its value, and every ratio of them.</summary>
    public bool Blinds(MetricSeries other, int step) => step >= From && step <= To && (Is(other.Id) || Is(other.Kpi.Numerator) || Is(other.Kpi.Denominator));

    public Finding ToFinding()
    {
        var range = PoissonCounts.Range(Shape.Observed / Shape.Dispersion).Map(n => n * Shape.Dispersion / Shape.Expected - 1);
        return Finding.Of("attribution-lag", Severity.Warning, Metric.Id, Metric.Starts[From], Metric.Starts[To],
            ("reason", "falling"), ("observed", Shape.Observed), ("expected", Shape.Expected), ("change", Shape.Observed / Shape.Expected - 1), ("low", range.Low), ("high", range.High),
            ("lastDayComplete", Shape.Complete[0]), ("days", To - From + 1), ("feed", Feed.Id), ("feedShare", FeedShare), ("p", Shape.P), ("n", Metric.Tested.UsableCount),
            ("readOn", Metric.Starts[To].AddDays(Math.Max(ShortestWait, To - From + 1))));
    }

    private bool Is(string? id) => id is not null && (id == Metric.Id || id is "conv_value" or "revenue_net");
}
