using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>One word, two meanings: two columns for one KPI with different figures, two definitions of one ratio, or conversions counted under several attribution settings. Totals stay those of the first column.</summary>
internal sealed class DefinitionConflicts : IFinder
{
    /// <summary>Beyond rounding, two figures differ when they are this share apart.</summary>
    private const double Tolerance = .005;

    private static readonly (string All, string Link)[] Ratios = [("ctr", "ctr_link"), ("cpc", "cpc_link"), ("cvr", "cvr_session")];

    public IEnumerable<Finding> Find(TableReading reading)
    {
        var table = reading.Table;
        return
        [
            .. table.Rivals.GroupBy(r => r.Kpi.Id).Select(g => g.Select(r => Columns(table, r)).FirstOrDefault(f => f is not null)).OfType<Finding>(),
            .. Ratios.Where(r => table.Metric(r.All) is not null && table.Metric(r.Link) is not null).Select(r => Two(table.Metric(r.All)!, table.Metric(r.Link)!)),
            .. Attribution(table),
        ];
    }

    private static Finding? Columns(KpiTable table, MetricColumn rival)
    {
        if (table.Metric(rival.Kpi.Id) is not { } kept)
        {
            return null;
        }

        var (off, compared, first) = (0, 0, -1);
        for (var row = 0; row < table.RowCount; row++)
        {
            var (one, other) = (kept.Values[row], rival.Values[row]);
            if (double.IsNaN(one) || double.IsNaN(other))
            {
                continue;
            }

            compared++;
            if (Math.Abs(one - other) > Tolerance * Math.Max(Math.Abs(one), Math.Abs(other)))
            {
                first = off++ == 0 ? row : first;
            }
        }

        if (off == 0)
        {
            return null;
        }

        var summed = kept.Kpi.Kind == KpiKind.Additive && !table.MixesCurrencies(kept.Kpi);
        return Finding.Of("definition-conflict", Severity.Warning, kept.Kpi.Id, null, null,
            ("reason", "columns"), ("header", kept.Header), ("otherHeader", rival.Header), ("n", off), ("rows", compared), ("line", table.Lines[first]),
            ("stated", summed ? Totals.Sum(kept.Values) : kept.Values[first]), ("other", summed ? Totals.Sum(rival.Values) : rival.Values[first]), ("summed", summed));
    }

    private static Finding Two(MetricColumn all, MetricColumn link) => Finding.Of("definition-conflict", Severity.Info, all.Kpi.Id, null, null,
        ("reason", "ratios"), ("header", all.Header), ("otherHeader", link.Header), ("n", all.Values.Count(v => !double.IsNaN(v))));

    private static IEnumerable<Finding> Attribution(KpiTable table)
    {
        if (table.Key("attribution") is not { } setting || table.Metric("conversions") is not { } conversions)
        {
            yield break;
        }

        var counted = Enumerable.Range(0, table.RowCount).Where(row => setting.Codes[row] >= 0 && conversions.Values[row] > 0)
            .GroupBy(row => setting.Codes[row]).Select(g => (Name: setting.Values[g.Key], Total: g.Sum(row => conversions.Values[row]))).OrderByDescending(g => g.Total).ToList();
        if (counted.Count > 1)
        {
            yield return Finding.Of("definition-conflict", Severity.Warning, conversions.Kpi.Id, null, null,
                ("reason", "attribution"), ("header", counted[0].Name), ("otherHeader", counted[1].Name), ("n", counted.Count), ("stated", counted[0].Total), ("other", counted.Skip(1).Sum(g => g.Total)));
        }
    }
}
