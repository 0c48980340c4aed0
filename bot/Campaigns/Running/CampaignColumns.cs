using MentorBot.Kpis;
using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tables;

namespace MentorBot.Campaigns;

/// <summary>The columns of an export that a campaign is judged by, and what names its campaigns.</summary>
internal sealed class CampaignColumns
{
    /// <summary>What may be the result, best first.</summary>
    private static readonly string[] Results = ["conversions", "purchases", "leads", "orders"];

    private static readonly string[] Values = ["conv_value", "revenue_net"];

    /// <summary>What may be a campaign, best first.</summary>
    private static readonly string[] Units = ["campaign", "ad_group", "ad", "channel", "source_medium"];

    private readonly double[] _spend;
    private readonly double[] _results;
    private readonly double[]? _values;
    private readonly Lazy<double> _variation;

    private CampaignColumns(KpiTable table, MetricColumn spend, MetricColumn results)
    {
        (Table, Result) = (table, results.Kpi.Id);
        (_spend, _results) = (spend.Values, results.Values);
        _values = Values.Select(table.Metric).FirstOrDefault(c => c is { Kpi.Kind: KpiKind.Additive })?.Values;
        var key = Units.Select(table.Key).FirstOrDefault(k => k is { Values.Count: > 0 });
        Key = key;
        Names = key is null ? [null] : [.. key.Values, .. key.Codes.Any(c => c < 0) ? new string?[] { null } : []];
        _variation = new(() => _values is null ? OrderValues.Assumed : OrderValues.Variation(Enumerable.Range(0, table.RowCount).Select(row => (UnitOf(row), _results[row], _values[row]))));
    }

    public KpiTable Table { get; }

    /// <summary>Canonical id of the result.</summary>
    public string Result { get; }

    public KeyColumn? Key { get; }

    /// <summary>Of the units, by index; null for rows without a name.</summary>
    public IReadOnlyList<string?> Names { get; }

    public static CampaignColumns? Of(KpiTable table) => Spend(table) is { } spend && Outcome(table) is { } result ? new CampaignColumns(table, spend, result) : null;

    /// <summary>Why such a file cannot be challenged; null when it can.</summary>
    public static Refusal? Missing(KpiTable table) =>
        Spend(table) is not { } spend ? Refusal.Of("campaigns.no-spend-column")
        : Outcome(table) is null ? Refusal.Of("campaigns.no-result-column")
        : table.Currencies.Count > 1 ? Refusal.Of("campaigns.several-currencies", ("currencies", string.Join(", ", table.Currencies)))
        : !(Totals.Sum(spend.Values) > 0) ? Refusal.Of("campaigns.nothing-spent")
        : null;

    public int UnitOf(int row) => Key is null ? 0 : Key.Codes[row] >= 0 ? Key.Codes[row] : Names.Count - 1;

    public CampaignCost Cost(Func<int, bool> rows) => CostsPer(row => rows(row) ? 0 : -1, 1)[0];

    /// <param name="place">Per row: where it belongs; -1 for nowhere.</param>
    public CampaignCost[] CostsPer(Func<int, int> place, int places)
    {
        var sums = new (double Spend, double Results, double Value)[places];
        for (var row = 0; row < Table.RowCount; row++)
        {
            if (place(row) is >= 0 and var at)
            {
                sums[at].Spend += Counted(_spend[row]);
                sums[at].Results += Counted(_results[row]);
                sums[at].Value += _values is null ? 0 : Counted(_values[row]);
            }
        }

        return Array.ConvertAll(sums, s => CampaignCost.Of(s.Spend, s.Results, _values is null ? null : Math.Max(0, s.Value), variation: _variation.Value));
    }

    /// <summary>Days with spend; 0 without dates.</summary>
    /// <param name="place">As in <see cref="CostsPer"/>.</param>
    public int[] DaysPer(Func<int, int> place, int places)
    {
        var days = new HashSet<DateOnly>[places];
        for (var row = 0; row < Table.Dates.Length; row++)
        {
            if (_spend[row] > 0 && place(row) is >= 0 and var at)
            {
                (days[at] ??= []).Add(Table.Dates[row]);
            }
        }

        return Array.ConvertAll(days, d => d?.Count ?? 0);
    }

    /// <summary>Per unit the first day of the last row with spend; null without dates or spend.</summary>
    public DateOnly?[] LastSpendPerUnit()
    {
        var last = new DateOnly?[Names.Count];
        for (var row = 0; row < Table.Dates.Length; row++)
        {
            if (_spend[row] > 0 && !(last[UnitOf(row)] >= Table.Dates[row]))
            {
                last[UnitOf(row)] = Table.Dates[row];
            }
        }

        return last;
    }

    /// <summary>Sum of a column over some rows; null where the file does not have it as a volume.</summary>
    public double? Sum(string metric, Func<int, bool> rows) =>
        Table.Metric(metric) is { Kpi.Kind: KpiKind.Additive } column ? Enumerable.Range(0, Table.RowCount).Where(rows).Sum(row => Counted(column.Values[row])) : null;

    /// <summary>An empty cell is nothing counted.</summary>
    private static double Counted(double cell) => double.IsFinite(cell) ? cell : 0;

    private static MetricColumn? Spend(KpiTable table) => table.Metric("spend") is { Kpi.Kind: KpiKind.Additive } spend ? spend : null;

    private static MetricColumn? Outcome(KpiTable table) => Results.Select(table.Metric).FirstOrDefault(c => c is { Kpi.Kind: KpiKind.Additive });
}
