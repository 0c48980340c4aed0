using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Totals of every kept row: volumes summed, ratios recomputed from the sums, people never added up, money of several currencies not at all.</summary>
internal static class Totals
{
    public static IReadOnlyList<MetricTotal> Of(KpiTable table) => [.. table.Metrics.Select(m => Of(table, m))];

    private static MetricTotal Of(KpiTable table, MetricColumn metric)
    {
        var total = new MetricTotal(metric.Kpi.Id, null, metric.Kpi.Unit, metric.Kpi.Kind) { Rows = metric.Values.Count(v => !double.IsNaN(v)) };
        if (metric.Kpi.Kind == KpiKind.Additive)
        {
            return total with { Total = table.MixesCurrencies(metric.Kpi) ? null : Sum(metric.Values) };
        }

        if (metric.Kpi.Kind == KpiKind.NonAdditive || table.MixesCurrencies(metric.Kpi) || Parts.Of(table, metric) is not { } parts)
        {
            return total;
        }

        var (top, bottom) = parts.Sum(_ => true);
        return total with { Numerator = top, Denominator = bottom, Total = bottom > 0 ? metric.Kpi.Scale * top / bottom : null };
    }

    public static double? Sum(double[] values)
    {
        var (sum, any) = (0.0, false);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                any = true;
            }
        }

        return any ? sum : null;
    }

    /// <summary>A money figure, or one made of money, in a file of several currencies.</summary>
    public static bool MixesCurrencies(this KpiTable table, Kpi kpi) =>
        table.Currencies.Count > 1
        && (kpi.Unit == KpiUnit.Money || new[] { kpi.Numerator, kpi.Denominator }.Any(id => id is not null && table.Metric(id)?.Kpi.Unit == KpiUnit.Money));
}
