using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>Gives each ratio what it is divided by in this file (the source's own denominator, else the usual one, else what its rows may be weighed by), and adds what the source counts by rows.</summary>
internal static class Denominators
{
    public static List<MetricColumn> Settle(List<MetricColumn> metrics, TableBuilder b)
    {
        bool Has(string? id) => id is not null && metrics.Exists(m => m.Kpi.Id == id);
        var all = metrics.ConvertAll(m => m.Kpi.Kind == KpiKind.Ratio && Below(m.Kpi) is { } below ? m with { Kpi = m.Kpi with { Denominator = below } } : m);
        if (b.Source.Counted is { } counted && metrics.Find(m => m.Kpi.Id == counted.Where) is { } where
            && (b.Kpis.Instead(counted.Kpi) is { } instead && !Has(instead) ? instead : counted.Kpi) is var id && !Has(id) && b.Kpis.ById(id) is { } kpi)
        {
            all.Add(new MetricColumn(kpi, where.Header, Array.ConvertAll(where.Values, v => double.IsNaN(v) ? double.NaN : 1)));
        }

        return all;

        string? Below(Kpi kpi) =>
            b.Source.Denominator(kpi.Id) is { } own && Has(own) ? own
            : Has(kpi.Denominator) ? null
            : b.Kpis.Weights(kpi.Id).FirstOrDefault(Has);
    }
}
