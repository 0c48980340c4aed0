using MentorBot.Readouts;
using MentorBot.Tables;

namespace MentorBot.Campaigns;

/// <summary>A count that stops in one campaign only hides in the file's total: each sizeable campaign is looked at by itself.</summary>
internal static class CampaignBreaks
{
    private const int Most = 8;

    public static IReadOnlyList<(string Campaign, TrackingBreak Break)> Of(CampaignColumns columns, Readout readout)
    {
        var table = columns.Table;
        if (columns.Key is null || columns.Names.Count < 2 || table.Grain is not (Grain.Day or Grain.Week) || readout.Findings.Any(f => f.Code == "tracking-break"))
        {
            return [];
        }

        var found = new List<(string, TrackingBreak)>();
        var costs = columns.CostsPer(columns.UnitOf, columns.Names.Count);
        var largest = Enumerable.Range(0, columns.Key.Values.Count).OrderByDescending(unit => costs[unit].Spend).ThenBy(unit => columns.Names[unit], StringComparer.Ordinal).Take(Most);
        foreach (var unit in largest)
        {
            var rows = Enumerable.Range(0, table.RowCount).Where(row => columns.UnitOf(row) == unit).ToArray();
            var own = table with
            {
                RowCount = rows.Length,
                Dates = [.. rows.Select(row => table.Dates[row])],
                Lines = [.. rows.Select(row => table.Lines[row])],
                Metrics = [.. table.Metrics.Where(m => m.Kpi.Kind == Kpis.KpiKind.Additive).Select(m => m with { Values = [.. rows.Select(row => m.Values[row])] })],
                Keys = [],
            };
            found.AddRange(TrackingBreaks.Find(SeriesOfTable.Of(own)).Where(b => b.Metric.Id == columns.Result).Take(1).Select(b => (columns.Names[unit]!, b)));
        }

        return found;
    }
}
