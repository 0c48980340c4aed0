using MentorBot.Kpis;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Groups a table's rows by day (week, month) into one series per metric that may be read over time.</summary>
internal static class SeriesOfTable
{
    /// <summary>Days. A longer span comes from a mistyped year; gaps are then not drawn.</summary>
    private const int LongestGapless = 20 * 366;

    private const double OftenZero = .05;

    /// <summary>Counts that an amount of value is made of.</summary>
    private static readonly string[] Orders = ["orders", "conversions"];

    public static IReadOnlyList<MetricSeries> Of(KpiTable table) => Of(table, table.Metrics);

    /// <param name="metrics">Which columns: the table's, or ratios that its columns make.</param>
    public static IReadOnlyList<MetricSeries> Of(KpiTable table, IReadOnlyList<MetricColumn> metrics)
    {
        if (table.Grain == Grain.None || table.RowCount == 0 || table.Shape == RowShape.Post)
        {
            return [];
        }

        var steps = Steps(table);
        var at = Places(table.Dates, steps);
        return [.. metrics.Select(m => Of(table, m, steps, at)).OfType<MetricSeries>()];
    }

    private static MetricSeries? Of(KpiTable table, MetricColumn metric, DateOnly[] steps, int[] at)
    {
        var kpi = metric.Kpi;
        if (table.MixesCurrencies(kpi) || (kpi.Kind == KpiKind.NonAdditive && (kpi.Unit != KpiUnit.People || at.Length > steps.Length + 1 || at.Distinct().Count() < at.Length)))
        {
            return null;
        }

        if (kpi.Kind != KpiKind.Ratio)
        {
            var sums = Sums(metric.Values, at, steps.Length);
            var worth = kpi.Unit == KpiUnit.Money ? EventValue(table, kpi.Id, sums) : 0;
            return new MetricSeries(kpi, table.Grain, steps, sums, Series(table.Grain, steps, Events(sums, worth), null, worth > 0 || kpi.Unit is KpiUnit.Count or KpiUnit.People), false)
            {
                EventValue = worth > 0 ? worth : 1,
            };
        }

        if (Parts.Of(table, metric) is not { } parts)
        {
            return null;
        }

        var (top, bottom) = (Sums(parts.Numerator, at, steps.Length), Sums(parts.Denominator, at, steps.Length));
        var values = top.Select((t, i) => bottom[i] > 0 ? kpi.Scale * t / bottom[i] : double.NaN).ToArray();
        if (kpi.Unit == KpiUnit.Money && kpi.Denominator is { } over && table.Metric(over)?.Kpi.Unit == KpiUnit.Count)
        {
            return new MetricSeries(kpi, table.Grain, steps, values, Series(table.Grain, steps, bottom, top, counts: true), true);
        }

        var each = kpi.Numerator is { } of && table.Metric(of)?.Kpi.Unit == KpiUnit.Money ? EventValue(table, of, top) : 0;
        return new MetricSeries(kpi, table.Grain, steps, values, Series(table.Grain, steps, Events(top, each), bottom, each > 0 || (kpi.Unit == KpiUnit.Percent && !parts.Implied)), false)
        {
            EventValue = each > 0 ? each : 1,
        };
    }

    /// <summary>An amount as a number of events of equal worth; unchanged when it does not come in events.</summary>
    private static double[] Events(double[] amounts, double worth) => worth > 0 ? Array.ConvertAll(amounts, a => a / worth) : amounts;

    /// <summary>Worth of one event behind an amount: the average order, half as much again since orders differ; without a count of orders, a typical day of an amount that is often zero; else 0.</summary>
    private static double EventValue(KpiTable table, string id, double[] amounts)
    {
        var total = amounts.Where(a => !double.IsNaN(a)).Sum();
        var orders = id == "spend" ? null : Orders.Select(table.Metric).OfType<MetricColumn>().Select(m => Totals.Sum(m.Values)).FirstOrDefault(n => n > 0);
        if (orders is { } n && total > 0)
        {
            return 1.5 * total / n;
        }

        var present = amounts.Where(a => !double.IsNaN(a)).ToArray();
        return present.Count(a => a <= 0) > OftenZero * present.Length && total > 0 ? Robust.Median(present.Where(a => a > 0)) : 0;
    }

    private static SeasonalSeries Series(Grain grain, DateOnly[] steps, double[] values, double[]? exposure, bool counts)
    {
        exposure = exposure?.Select(e => double.IsNaN(e) ? 0 : e).ToArray();
        return grain == Grain.Day ? SeasonalSeries.OfDays(steps[0], values, exposure, counts) : SeasonalSeries.Plain(values, exposure, counts);
    }

    private static double[] Sums(double[] values, int[] at, int length)
    {
        var sums = new double[length];
        Array.Fill(sums, double.NaN);
        for (var row = 0; row < values.Length; row++)
        {
            var (step, value) = (at[row], values[row]);
            if (step >= 0 && !double.IsNaN(value))
            {
                sums[step] = (double.IsNaN(sums[step]) ? 0 : sums[step]) + value;
            }
        }

        return sums;
    }

    /// <summary>Per row the step it falls on. A day repeats for every ad in it, so the last answer mostly serves.</summary>
    private static int[] Places(DateOnly[] dates, DateOnly[] steps)
    {
        var at = new int[dates.Length];
        for (var row = 0; row < dates.Length; row++)
        {
            at[row] = row > 0 && dates[row] == dates[row - 1] ? at[row - 1] : Math.Max(-1, Array.BinarySearch(steps, dates[row]));
        }

        return at;
    }

    /// <summary>Every step between the first and the last row, so that a missing day is a gap and not a neighbour.</summary>
    private static DateOnly[] Steps(KpiTable table)
    {
        var seen = table.Dates.Where((d, row) => row == 0 || d != table.Dates[row - 1]).Distinct().Order().ToArray();
        var (first, last) = (seen[0], seen[^1]);
        if (last.DayNumber - first.DayNumber > LongestGapless || table.Grain == Grain.Month || (table.Grain == Grain.Week && seen.Any(d => (d.DayNumber - first.DayNumber) % 7 != 0)))
        {
            return seen;
        }

        var width = table.Grain == Grain.Week ? 7 : 1;
        return [.. Enumerable.Range(0, (last.DayNumber - first.DayNumber) / width + 1).Select(i => first.AddDays(i * width))];
    }
}
