using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>A ratio's two sides per segment of one key and per step; small segments and rows without a name are pooled.</summary>
internal sealed class SegmentSteps
{
    /// <summary>Of the exposure of either stretch: a smaller segment is pooled.</summary>
    private const double Sizeable = .03;

    private readonly double[][] _events;
    private readonly double[][] _exposure;

    private SegmentSteps(string key, IReadOnlyList<string?> names, double[][] events, double[][] exposure, int pooled)
    {
        (Key, Names, _events, _exposure, Pooled) = (key, names, events, exposure, pooled);
        Exposure = [.. Enumerable.Range(0, exposure[0].Length).Select(i => exposure.Sum(s => s[i]))];
    }

    public string Key { get; }

    /// <summary>Null for what was pooled, which comes last.</summary>
    public IReadOnlyList<string?> Names { get; }

    /// <summary>How many segments were pooled.</summary>
    public int Pooled { get; }

    /// <summary>Per step, over all segments.</summary>
    public double[] Exposure { get; }

    public static SegmentSteps Of(KpiTable table, MetricSeries series, KeyColumn key, int[] before, int[] after)
    {
        var (top, bottom) = (table.Metric(series.Kpi.Numerator!)!.Values, table.Metric(series.Kpi.Denominator!)!.Values);
        var (events, exposure) = series.Inverted ? (bottom, top) : (top, bottom);
        var place = new Dictionary<DateOnly, int>(series.Starts.Length);
        for (var i = 0; i < series.Starts.Length; i++)
        {
            place[series.Starts[i]] = i;
        }

        // One more than there are values: rows without one.
        var (counted, weighed) = (Empty(key.Values.Count + 1, series.Starts.Length), Empty(key.Values.Count + 1, series.Starts.Length));
        for (var row = 0; row < table.RowCount; row++)
        {
            if (place.TryGetValue(table.Dates[row], out var step))
            {
                var segment = key.Codes[row] < 0 ? key.Values.Count : key.Codes[row];
                counted[segment][step] += double.IsNaN(events[row]) ? 0 : events[row] / series.EventValue;
                weighed[segment][step] += double.IsNaN(exposure[row]) ? 0 : exposure[row];
            }
        }

        double Sum(double[] values, int[] steps) => steps.Sum(i => values[i]);
        var (allBefore, allAfter) = (weighed.Sum(w => Sum(w, before)), weighed.Sum(w => Sum(w, after)));
        bool IsSizeable(int k)
        {
            var (e0, e1) = (Sum(weighed[k], before), Sum(weighed[k], after));
            // Events without exposure (a conversion a day after its last click) cannot make a rate.
            return k < key.Values.Count && (e0 >= Sizeable * allBefore || e1 >= Sizeable * allAfter) && (e0 > 0 || Sum(counted[k], before) == 0) && (e1 > 0 || Sum(counted[k], after) == 0);
        }

        var kept = Enumerable.Range(0, counted.Length).Where(IsSizeable).ToArray();
        var rest = Enumerable.Range(0, counted.Length).Except(kept).Where(k => counted[k].Any(v => v != 0) || weighed[k].Any(v => v != 0)).ToArray();
        double[][] Pool(double[][] all) => [.. kept.Select(k => all[k]), .. rest.Length == 0 ? Array.Empty<double[]>() : [[.. Enumerable.Range(0, series.Starts.Length).Select(i => rest.Sum(k => all[k][i]))]]];
        return new SegmentSteps(key.Id, [.. kept.Select(k => key.Values[k]), .. rest.Length == 0 ? Array.Empty<string?>() : [null]], Pool(counted), Pool(weighed), rest.Length);
    }

    public IReadOnlyList<SegmentSums> Sums(int[] before, int[] after) =>
        [.. _events.Select((e, k) => new SegmentSums(before.Sum(i => e[i]), before.Sum(i => _exposure[k][i]), after.Sum(i => e[i]), after.Sum(i => _exposure[k][i])))];

    /// <summary>Per step: the segments' scores, weighed by their exposure in it.</summary>
    public double[] Scores(double[] ofSegments) =>
        [.. Exposure.Select((all, i) => all > 0 ? _exposure.Select((e, k) => e[i] * ofSegments[k]).Sum() / all : 0)];

    private static double[][] Empty(int segments, int steps) => [.. Enumerable.Range(0, segments).Select(_ => new double[steps])];
}
