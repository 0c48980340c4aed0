using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>What the file says about itself, against what its rows add up to.</summary>
internal sealed class FileChecks : IFinder
{
    private const double Tolerance = .01;

    public IEnumerable<Finding> Find(TableReading reading)
    {
        var table = reading.Table;
        if (table.Currencies.Count > 1)
        {
            yield return Finding.Of("mixed-currency", Severity.Warning, null, null, null,
                ("currencies", string.Join(", ", table.Currencies)), ("n", table.Currencies.Count));
        }

        if (table.StatedTotals.Count > 0)
        {
            yield return Finding.Of("totals-row-dropped", Severity.Info, null, null, null,
                ("n", table.StatedTotals.Count), ("line", table.StatedTotals[0].Line), ("label", table.StatedTotals[0].Label));
        }

        foreach (var metric in table.Metrics)
        {
            var stated = table.StatedTotals.Where(t => t.Values.TryGetValue(metric.Kpi.Id, out var v) && double.IsFinite(v)).ToArray();
            if (stated.Length > 0 && Totals.Sum(metric.Values) is { } sum && Against(metric, stated, sum) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Against(MetricColumn metric, StatedTotal[] stated, double sum)
    {
        // A file may state several totals (account, campaigns shown, network): one that the rows reach is enough.
        var closest = stated.MinBy(t => Math.Abs(t.Values[metric.Kpi.Id] - sum))!;
        var total = closest.Values[metric.Kpi.Id];
        var gap = total == 0 ? 0 : (total - sum) / Math.Abs(total);
        if (metric.Kpi.Kind == KpiKind.Additive)
        {
            return gap > Tolerance
                ? Finding.Of("truncated-export", Severity.Warning, metric.Kpi.Id, null, null, ("stated", total), ("sum", sum), ("missing", gap), ("line", closest.Line))
                : gap < -Tolerance
                    ? Finding.Of("total-exceeded", Severity.Warning, metric.Kpi.Id, null, null, ("stated", total), ("sum", sum), ("excess", -gap), ("line", closest.Line))
                    : null;
        }

        var people = metric.Kpi is { Kind: KpiKind.NonAdditive, Unit: KpiUnit.People };
        var rows = metric.Values.Count(v => v > 0);
        return people && rows > 1 && Math.Abs(gap) < .002
            ? Finding.Of("non-additive-summed", Severity.Warning, metric.Kpi.Id, null, null, ("stated", total), ("sum", sum), ("n", rows), ("largest", metric.Values.Where(v => v > 0).Max()), ("line", closest.Line))
            : null;
    }
}
