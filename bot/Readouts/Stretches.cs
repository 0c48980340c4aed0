using MentorBot.Kpis;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>
/// Which steps of a reading are before and which are after, when one asks why a figure moved: the comparison that was asked for, else both sides of the strongest shift of the main metric or
/// its ratios, else the two halves, in whole weeks. Partial, blind and odd steps are left out.
/// </summary>
internal sealed class Stretches
{
    private const int LongestOddStretch = 3;

    /// <summary>Days within which two shifts are the same move.</summary>
    private const int SameMove = 7;

    private readonly TableReading _reading;
    private readonly int[] _before;
    private readonly int[] _after;

    private Stretches(TableReading reading, IReadOnlyList<MetricSeries> series, string basis, int[] before, int[] after)
    {
        (_reading, Series, Basis, _before, _after) = (reading, series, basis, before, after);
    }

    /// <summary>Every series of the reading, and those of the ratios that its columns make.</summary>
    public IReadOnlyList<MetricSeries> Series { get; }

    /// <summary>"shift", "halves", "previous" or "last-year".</summary>
    public string Basis { get; }

    public DateOnly From => Series[0].Starts[_after[0]];

    public DateOnly To => Series[0].End(_after[^1]);

    public DateOnly BeforeFrom => Series[0].Starts[_before[0]];

    public DateOnly BeforeTo => Series[0].End(_before[^1]);

    public static Stretches? Of(TableReading reading)
    {
        if (reading.SeriesOf(reading.Main) is not { } main)
        {
            return null;
        }

        var made = Made(reading);
        IReadOnlyList<MetricSeries> series = [.. reading.Series, .. made];
        if (reading.Options.Compare == CompareMode.Whole && StrongestShift(series, main.Id) is var (shifted, k))
        {
            var (before, after) = Around(shifted, k);
            return before.Length == 0 || after.Length == 0 ? null : new Stretches(reading, series, "shift", before, after);
        }

        var whole = main with { Tested = main.Tested.Without(i => IsOdd(reading, main.Kpi, main, i)) };
        var pairs = StepPairs.Of(whole, reading.Options.Compare);
        var basis = reading.Options.Compare switch { CompareMode.Previous => "previous", CompareMode.LastYear => "last-year", _ => "halves" };
        return pairs.Count == 0 ? null : new Stretches(reading, series, basis, [.. pairs.Select(p => p.Before)], [.. pairs.Select(p => p.After)]);
    }

    public MetricSeries? SeriesOf(string id) => Series.FirstOrDefault(s => s.Id == id);

    /// <summary>Steps on which all of these metrics may be read; where steps stand in pairs, both or none.</summary>
    public (int[] Before, int[] After) Steps(params IReadOnlyList<string> metrics)
    {
        var read = metrics.Select(SeriesOf).OfType<MetricSeries>().ToArray();
        bool Usable(int i) => Array.TrueForAll(read, s => s.Tested.Usable(i) && !IsOdd(_reading, s.Kpi, s, i));
        if (Basis == "shift")
        {
            return ([.. _before.Where(Usable)], [.. _after.Where(Usable)]);
        }

        var kept = _before.Zip(_after).Where(p => Usable(p.First) && Usable(p.Second)).ToArray();
        return ([.. kept.Select(p => p.First)], [.. kept.Select(p => p.Second)]);
    }

    /// <summary>How a metric differs between the stretches; null when that cannot be known.</summary>
    public PeriodChange? Change(MetricSeries series)
    {
        var (before, after) = Steps(series.Id);
        return before.Length == 0 || after.Length == 0 ? null : PeriodChange.Of(series.Tested, StepPairs.Noise(series, after[0]), before, after);
    }

    /// <summary>Whether that is a move: told as one already, or beyond chance after every series looked at.</summary>
    public bool IsMove(MetricSeries series, PeriodChange change, double budget = LookBudget.Causes)
    {
        var moved = series.Change(change.Change);
        var told = _reading.Found.Any(f => f.Code == "real-change" && f.Metric == series.Id && (Basis != "shift" || Math.Abs(f.From!.Value.DayNumber - From.DayNumber) <= SameMove)
            && Equals(f.Evidence["direction"], moved > 0 ? "up" : "down"));
        return Math.Abs(moved) >= LookBudget.SmallestShift && (told || change.P * Series.Count <= budget);
    }

    private static (MetricSeries Series, int Shift)? StrongestShift(IReadOnlyList<MetricSeries> series, string main)
    {
        // The date that the reading tells first, so that the cause is of that move and not of one two days later.
        var own = Strongest(series.Where(s => s.Id == main)) ?? Strongest(series.Where(s => s.Kpi.Numerator == main || s.Kpi.Denominator == main));
        return own ?? Strongest(series.Where(s => s.Kpi.Kind == KpiKind.Ratio));
    }

    private static (MetricSeries Series, int Shift)? Strongest(IEnumerable<MetricSeries> series)
    {
        var all = series.SelectMany(s => Enumerable.Range(0, s.Shifts.Count).Select(k => (Series: s, Shift: k))).ToArray();
        return all.Length == 0 ? null : all.MaxBy(a => Math.Abs(a.Series.Shifts[a.Shift].Z));
    }

    /// <summary>Whole weeks next to the shift, as far as the level on each side lasts.</summary>
    private static (int[] Before, int[] After) Around(MetricSeries series, int k)
    {
        var at = series.Shifts[k].At;
        var usable = Enumerable.Range(0, series.Values.Length).Where(series.Tested.Usable).ToArray();
        var first = Math.Max(usable[0], k == 0 ? 0 : series.Shifts[k - 1].At);
        var end = Math.Min(usable[^1] + 1, k + 1 < series.Shifts.Count ? series.Shifts[k + 1].At : series.Values.Length);
        int Whole(int steps) => steps / series.StepsPerWeek * series.StepsPerWeek;
        var (before, after) = (Whole(at - first), Whole(end - at));
        return ([.. Enumerable.Range(at - before, before)], [.. Enumerable.Range(at, after)]);
    }

    private static MetricSeries[] Made(TableReading reading)
    {
        var missing = RatiosInHand.Of(reading.Table).Where(k => reading.SeriesOf(k.Id) is null).Select(k => new MetricColumn(k, "", [])).ToArray();
        var raw = missing.Length == 0 ? [] : SeriesOfTable.Of(reading.Table, missing);
        return [.. raw.Select(s => s with { Tested = s.Tested.Without(i => IsHidden(reading, s.Kpi.Numerator, i) || IsHidden(reading, s.Kpi.Denominator, i)) })
            .Select(s => s with { Shifts = Levels.Find(s.Tested, s.StepsPerWeek, LookBudget.LevelShifts / (reading.Series.Count + raw.Count)) })];
    }

    /// <summary>A partial or blind step of one side is one of the ratio.</summary>
    private static bool IsHidden(TableReading reading, string? part, int step) =>
        reading.SeriesOf(part) is { } series && double.IsNaN(series.Tested.Values[step]) && !double.IsNaN(series.Values[step]);

    /// <summary>A short odd stretch would make a period look like a change; a long one may be the change.</summary>
    private static bool IsOdd(TableReading reading, Kpi kpi, MetricSeries series, int step) => reading.Found.Any(f => f.Code == "outlier-day" && f.Number("days") <= LongestOddStretch
        && (f.Metric == kpi.Id || (f.Metric is not null && (f.Metric == kpi.Numerator || f.Metric == kpi.Denominator))) && f.From <= series.End(step) && f.To >= series.Starts[step]);
}
