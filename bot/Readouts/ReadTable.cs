using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Table in, reading out. Pure: the same table and options give the same reading.</summary>
internal static class ReadTable
{
    private const int LongestOddStretch = 3;

    public static Readout Read(KpiTable table, ReadoutOptions options)
    {
        var totals = Totals.Of(table);
        var main = table.Shape == RowShape.Post ? PostMetrics.Leading(table) ?? MetricRole.Headliner(totals) : MetricRole.Headliner(totals);
        var raw = SeriesOfTable.Of(table);
        var partial = PartialSteps.Of(table, raw, options.Today);
        var whole = raw.Select(s => s with { Tested = s.Tested.Without(i => partial.Any(p => p.Step == i) || options.Noted.Any(n => n.Touches(s.Starts[i], s.End(i)))) }).ToArray();
        var breaks = TrackingBreaks.Find(whole);
        var seeing = whole.Select(s => s with { Tested = s.Tested.Without(i => breaks.Any(b => b.Blinds(s, i))) }).ToArray();
        var lag = Lags.Find(seeing);
        var series = seeing.Select(s => lag is null ? s : s with { Tested = s.Tested.Without(i => lag.Blinds(s, i)) }).Select(s => WithLevels(s, s.Id == main, whole.Length)).ToArray();

        var odd = CalendarEffect.Explain(OddDays.Find(series), table.Grain, options.Country);
        List<Finding> found =
        [
            .. partial.Select(p => p.Finding),
            .. breaks.GroupBy(b => (b.From, b.To)).Select(g => g.First().ToFinding(g.Skip(1))),
            .. lag is null ? [] : new[] { lag.ToFinding() },
            .. odd,
            .. Comparisons.Find([.. series.Select(s => WithoutOddDays(s, odd))], options.Compare, main, options.Country),
        ];
        var reading = new TableReading { Table = table, Options = options, Totals = totals, Main = main, Series = series, Found = found };
        IEnumerable<Finding> findings = [.. found, .. Finders.All.SelectMany(f => f.Find(reading))];

        var sorted = FindingOrder.Sort(findings, main);
        return new Readout
        {
            Table = table,
            Period = PeriodOf(table, raw, [.. partial.Select(p => p.Step)]),
            Metrics = totals,
            Findings = sorted,
            MainMetric = main,
            Series = series,
            Noted = options.Noted,
            Decidable = ChooseDecision.From(table, sorted, series, main),
        };
    }

    private static MetricSeries WithLevels(MetricSeries series, bool main, int metrics)
    {
        var shifts = Levels.Find(series.Tested, series.StepsPerWeek, LookBudget.Share(LookBudget.LevelShifts, main, metrics));
        return series with { Shifts = shifts, Fit = SeasonalFit.Of(series.Tested, [.. shifts.Select(s => s.At)]), Trend = TrendOf(series, shifts, LookBudget.Share(LookBudget.Trends, main, metrics)) };
    }

    private static WeeklyTrend? TrendOf(MetricSeries series, IReadOnlyList<LevelShift> shifts, double budget) =>
        series.Grain != Grain.Month && WeeklyTrend.Of(series.Tested, series.StepsPerWeek) is { } trend && trend.P <= budget
            && Math.Abs(trend.Last / trend.First - 1) >= LookBudget.SmallestTrend && trend.TellsMoreThan([.. shifts.Select(s => s.At)], series.StepsPerWeek)
            ? trend
            : null;

    /// <summary>A short odd stretch would make a period look like a change; a long one may be the change.</summary>
    private static MetricSeries WithoutOddDays(MetricSeries series, IReadOnlyList<Finding> odd)
    {
        var kpi = series.Kpi;
        var own = odd.Where(f => f.Number("days") <= LongestOddStretch && (f.Metric == kpi.Id || (f.Metric is not null && (f.Metric == kpi.Numerator || f.Metric == kpi.Denominator)))).ToArray();
        bool Hidden(int i) => own.Any(f => f.From <= series.End(i) && f.To >= series.Starts[i]);
        return own.Length == 0 ? series : series with { Tested = series.Tested.Without(Hidden), LeftOut = Enumerable.Range(0, series.Starts.Length).Count(Hidden) };
    }

    private static Period? PeriodOf(KpiTable table, IReadOnlyList<MetricSeries> series, IReadOnlyList<int> partial)
    {
        if (table.Dates.Length == 0)
        {
            return table.StatedPeriod is { } stated ? new Period(stated.From, stated.To, stated.To.DayNumber - stated.From.DayNumber + 1, []) : null;
        }

        var from = table.Dates.Min();
        var start = table.Dates.Max();
        var to = table.DatesMoments ? start : table.Grain switch { Grain.Week => start.AddDays(6), Grain.Month => start.AddMonths(1).AddDays(-1), _ => start };
        return new Period(from, to, to.DayNumber - from.DayNumber + 1, series.Count == 0 ? [] : [.. partial.Select(i => series[0].Starts[i])]);
    }
}
