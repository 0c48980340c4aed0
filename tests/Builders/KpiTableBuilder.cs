using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Tests.Builders;

/// <summary>Hand-built tables: one row per day unless rows are added one by one.</summary>
internal sealed class KpiTableBuilder
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Monday = new(2026, 8, 3);

    private static readonly Kpi[] Known =
    [
        new("spend", KpiKind.Additive, KpiUnit.Money), new("impressions", KpiKind.Additive, KpiUnit.Count), new("clicks_all", KpiKind.Additive, KpiUnit.Count),
        new("clicks_link", KpiKind.Additive, KpiUnit.Count), new("conversions", KpiKind.Additive, KpiUnit.Count), new("conv_value", KpiKind.Additive, KpiUnit.Money),
        new("sessions", KpiKind.Additive, KpiUnit.Count), new("reach", KpiKind.NonAdditive, KpiUnit.People), new("ctr", KpiKind.Ratio, KpiUnit.Percent, "clicks_all", "impressions"),
        new("ctr_link", KpiKind.Ratio, KpiUnit.Percent, "clicks_link", "impressions"), new("cpc", KpiKind.Ratio, KpiUnit.Money, "spend", "clicks_all"), new("cpm", KpiKind.Ratio, KpiUnit.Money, "spend", "impressions", 1000),
        new("cpa", KpiKind.Ratio, KpiUnit.Money, "spend", "conversions"), new("cvr", KpiKind.Ratio, KpiUnit.Percent, "conversions", "clicks_all"),
        new("roas", KpiKind.Ratio, KpiUnit.Ratio, "conv_value", "spend"), new("position", KpiKind.Ratio, KpiUnit.Rank, null, "impressions"),
        new("views_content", KpiKind.Additive, KpiUnit.Count), new("reactions", KpiKind.Additive, KpiUnit.Count), new("comments", KpiKind.Additive, KpiUnit.Count), new("shares", KpiKind.Additive, KpiUnit.Count),
        new("saves", KpiKind.Additive, KpiUnit.Count), new("video_length", KpiKind.NonAdditive, KpiUnit.Seconds),
    ];

    private readonly List<(Kpi Kpi, double[] Values)> _metrics = [];
    private readonly List<(string Id, string[] Values)> _keys = [];
    private readonly List<MetricColumn> _rivals = [];
    private readonly Dictionary<string, string> _headers = [];
    private readonly List<StatedTotal> _stated = [];
    private DateOnly[]? _dates;
    private string[] _currencies = ["EUR"];
    private Grain _grain = Grain.Day;
    private DateOnly? _made;
    private RowShape _shape = RowShape.Period;
    private string _source = "table";

    public static Kpi Kpi(string id) => Known.First(k => k.Id == id);

    public KpiTableBuilder With(string metric, params double[] values)
    {
        _metrics.Add((Kpi(metric), values));
        return this;
    }

    public KpiTableBuilder Key(string id, params string[] values)
    {
        _keys.Add((id, values));
        return this;
    }

    /// <summary>A second column for a KPI that the table has.</summary>
    public KpiTableBuilder Rival(string metric, string header, params double[] values)
    {
        _rivals.Add(new MetricColumn(Kpi(metric), header, values));
        return this;
    }

    public KpiTableBuilder Headed(string metric, string header)
    {
        _headers[metric] = header;
        return this;
    }

    public KpiTableBuilder On(params DateOnly[] dates)
    {
        _dates = dates;
        return this;
    }

    public KpiTableBuilder Undated()
    {
        _dates = [];
        _grain = Grain.None;
        return this;
    }

    public KpiTableBuilder Weekly()
    {
        _grain = Grain.Week;
        return this;
    }

    public KpiTableBuilder Posts(string source = "meta-content")
    {
        (_shape, _source) = (RowShape.Post, source);
        return this;
    }

    public KpiTableBuilder In(params string[] currencies)
    {
        _currencies = currencies;
        return this;
    }

    public KpiTableBuilder From(string source)
    {
        _source = source;
        return this;
    }

    public KpiTableBuilder MadeOn(DateOnly day)
    {
        _made = day;
        return this;
    }

    public KpiTableBuilder Stating(params (string Metric, double Value)[] totals)
    {
        _stated.Add(new StatedTotal(999, "Total", totals.ToDictionary(t => t.Metric, t => t.Value)));
        return this;
    }

    public KpiTable Build()
    {
        var rows = _metrics[0].Values.Length;
        return new KpiTable
        {
            Source = _source,
            Shape = _shape,
            Currency = _currencies.Length == 1 ? _currencies[0] : null,
            Currencies = _currencies,
            Metrics = [.. _metrics.Select(m => new MetricColumn(m.Kpi, _headers.GetValueOrDefault(m.Kpi.Id, m.Kpi.Id), m.Values))],
            Rivals = _rivals,
            Keys = [.. _keys.Select(Column)],
            Grain = _grain,
            Dates = _dates ?? [.. Enumerable.Range(0, rows).Select(i => Monday.AddDays(i * (_grain == Grain.Week ? 7 : 1)))],
            Lines = [.. Enumerable.Range(2, rows)],
            RowCount = rows,
            StatedTotals = _stated,
            Dropped = [.. _stated.Select(s => new RowNote(s.Line, "tables.row.total"))],
            GeneratedOn = _made,
        };
    }

    private static KeyColumn Column((string Id, string[] Values) key)
    {
        var distinct = key.Values.Distinct().ToArray();
        return new KeyColumn(key.Id, key.Id, [.. key.Values.Select(v => Array.IndexOf(distinct, v))], distinct);
    }
}
