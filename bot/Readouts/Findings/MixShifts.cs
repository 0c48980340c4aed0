using MentorBot.Kpis;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>A ratio that moved because its segments weigh differently now, rather than because they do better or worse. An alarm only when every sizeable segment moved against the total.</summary>
internal sealed class MixShifts : IFinder
{
    private const int Most = 2;
    private const int MostValues = 50;

    /// <summary>Share of a move from which it is told as one of mix.</summary>
    private const double Half = .5;

    /// <summary>Of the move: what the rates must do against it before one speaks of a reversal.</summary>
    private const double AgainstTheTotal = .1;

    private static readonly string[] Keys = ["campaign", "campaign_type", "ad_group", "channel", "source_medium", "device", "country", "placement", "age", "result_type"];

    public IEnumerable<Finding> Find(TableReading reading)
    {
        var keys = Keys.Select(reading.Table.Key).OfType<KeyColumn>().Where(k => k.Values.Count is >= 2 and <= MostValues).ToArray();
        if (keys.Length == 0 || reading.BeforeAndAfter is not { } stretches)
        {
            return [];
        }

        var ratios = RatiosInHand.Of(reading.Table);
        var looks = ratios.Count * keys.Length;
        return [.. ratios.Select(k => Strongest(reading, stretches, k, keys, looks)).OfType<Finding>()
            .OrderBy(f => f.Severity == Severity.Info).ThenBy(f => !Concerns(ratios.First(k => k.Id == f.Metric), reading.Main)).ThenByDescending(f => Math.Abs(f.Number("change"))).Take(Most)];
    }

    private static bool Concerns(Kpi ratio, string? main) => ratio.Id == main || ratio.Numerator == main || ratio.Denominator == main;

    private static Finding? Strongest(TableReading reading, Stretches stretches, Kpi ratio, KeyColumn[] keys, int looks)
    {
        if (stretches.SeriesOf(ratio.Id) is not { } series || stretches.Change(series) is not { } change || !stretches.IsMove(series, change))
        {
            return null;
        }

        var (before, after) = stretches.Steps(ratio.Id, ratio.Numerator!, ratio.Denominator!);
        return before.Length == 0 || after.Length == 0
            ? null
            : keys.Select(k => Of(reading, stretches, series, SegmentSteps.Of(reading.Table, series, k, before, after), before, after, change, looks))
                .OfType<Finding>().OrderBy(f => f.Severity == Severity.Info).ThenByDescending(f => Math.Abs(f.Number("mix"))).FirstOrDefault();
    }

    private static Finding? Of(TableReading reading, Stretches stretches, MetricSeries series, SegmentSteps segments, int[] before, int[] after, PeriodChange change, int looks)
    {
        if (segments.Names.Count < 2 || MixRate.Of(segments.Sums(before, after)) is not { } split)
        {
            return null;
        }

        var move = split.After - split.Before;
        var sizeable = split.Segments.Where((s, i) => segments.Names[i] is not null && s is { RateBefore: not null, RateAfter: not null }).ToArray();
        var reversal = sizeable.Length >= 2 && split.Rate * move < 0 && Math.Abs(split.Rate) >= AgainstTheTotal * Math.Abs(move)
            && Array.TrueForAll(sizeable, s => (s.RateAfter - s.RateBefore) * move < 0);
        if (split.Mix / move < Half && !reversal)
        {
            return null;
        }

        var middle = (split.Before + split.After) / 2;
        var centred = split.Segments.Select(s => (((s.RateBefore ?? s.RateAfter ?? middle) + (s.RateAfter ?? s.RateBefore ?? middle)) / 2) - middle).ToArray();
        var p = WeightShift.P(segments.Scores(centred), segments.Exposure, series.Tested.Seasons, before, after);
        if (p * looks > LookBudget.Causes)
        {
            return null;
        }

        var heaviest = Enumerable.Range(0, segments.Names.Count).Where(i => segments.Names[i] is not null).MaxBy(i => Math.Abs(split.Segments[i].Mix));
        var segment = split.Segments[heaviest];
        // A cost per result is split as results per euro, where the budget is the weight; effects go back to the cost's own unit, and still add up.
        var (from, to) = (series.Rate(split.Before), series.Rate(split.After));
        var unit = (to - from) / move;
        double? Shown(double? rate) => rate is { } r && double.IsFinite(series.Rate(r)) ? series.Rate(r) : null;
        return Finding.Of("mix-shift", reversal ? Severity.Warning : Severity.Info, series.Id, stretches.From, stretches.To,
            ("basis", stretches.Basis), ("before", from), ("after", to), ("change", to / from - 1), ("direction", to > from ? "up" : "down"), ("mix", split.Mix * unit), ("rate", split.Rate * unit),
            ("mixShare", split.Mix / move), ("reversal", reversal), ("key", segments.Key), ("weight", series.Inverted ? series.Kpi.Numerator : series.Kpi.Denominator), ("segmentMix", segment.Mix * unit), ("segmentRate", segment.Rate * unit),
            ("shareBefore", segment.ShareBefore), ("shareAfter", segment.ShareAfter), ("segmentBefore", Shown(segment.RateBefore)), ("segmentAfter", Shown(segment.RateAfter)),
            ("segmentBothKnown", Shown(segment.RateBefore) is not null && Shown(segment.RateAfter) is not null), ("inverted", series.Inverted),
            ("segments", sizeable.Length), ("pooled", segments.Pooled), ("p", p), ("adjustedP", Math.Min(1, p * looks)), ("totalP", change.P), ("looks", looks),
            ("n", Counted(stretches, series, before, after)), ("nOf", CountedOf(stretches, series)),
            ("stepsBefore", before.Length), ("stepsAfter", after.Length), ("beforeFrom", stretches.BeforeFrom), ("beforeTo", stretches.BeforeTo)) with
        { Segment = segments.Names[heaviest] };
    }

    /// <summary>What n counts: the ratio's events, or the conversions behind an amount.</summary>
    private static string CountedOf(Stretches stretches, MetricSeries series)
    {
        var events = (series.Inverted ? series.Kpi.Denominator : series.Kpi.Numerator) ?? "";
        return stretches.SeriesOf(events)?.Kpi.Unit == KpiUnit.Money && stretches.SeriesOf("conversions") is not null ? "conversions" : events;
    }

    private static double Counted(Stretches stretches, MetricSeries series, int[] before, int[] after) =>
        stretches.SeriesOf(CountedOf(stretches, series)) is { } counted ? before.Concat(after).Select(i => counted.Values[i]).Where(double.IsFinite).Sum() : before.Length + after.Length;
}
