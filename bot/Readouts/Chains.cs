using MentorBot.Kpis;

namespace MentorBot.Readouts;

/// <summary>Outcomes as products of the ratios behind them: what a cost per conversion is made of.</summary>
internal static class Chains
{
    private static readonly Factor
        Cpm = new("cpm", "spend", "impressions", 1000), Ctr = new("ctr", "clicks_all", "impressions"), CtrLink = new("ctr_link", "clicks_link", "impressions"),
        Cpc = new("cpc", "spend", "clicks_all"), CpcLink = new("cpc_link", "spend", "clicks_link"), Cvr = new("cvr", "conversions", "clicks_all"), CvrLink = new("cvr", "conversions", "clicks_link"),
        CvrSession = new("cvr_session", "conversions", "sessions"), OrderRate = new("cvr_session", "orders", "sessions"), Aov = new("aov", "conv_value", "conversions"),
        NetAov = new("aov", "revenue_net", "orders"), Impressions = new("impressions", "impressions", null), Clicks = new("clicks_all", "clicks_all", null),
        LinkClicks = new("clicks_link", "clicks_link", null), Sessions = new("sessions", "sessions", null);

    /// <summary>Per outcome, the longest chain first.</summary>
    private static readonly Chain[] Known =
    [
        new("cpa", "spend", "conversions", [Cpm, Ctr.Below, Cvr.Below]), new("cpa", "spend", "conversions", [Cpc, Cvr.Below]),
        new("cpa", "spend", "conversions", [Cpm, CtrLink.Below, CvrLink.Below]), new("cpa", "spend", "conversions", [CpcLink, CvrLink.Below]),
        new("roas", "conv_value", "spend", [Aov, Cvr, Cpc.Below]), new("roas", "conv_value", "spend", [Aov, CvrLink, CpcLink.Below]),
        new("conv_value", "conv_value", null, [Sessions, CvrSession, Aov]), new("conv_value", "conv_value", null, [Clicks, Cvr, Aov]), new("conv_value", "conv_value", null, [LinkClicks, CvrLink, Aov]),
        new("revenue_net", "revenue_net", null, [Sessions, OrderRate, NetAov]),
        new("conversions", "conversions", null, [Impressions, Ctr, Cvr]), new("conversions", "conversions", null, [Impressions, CtrLink, CvrLink]),
        new("conversions", "conversions", null, [Sessions, CvrSession]), new("conversions", "conversions", null, [Clicks, Cvr]), new("conversions", "conversions", null, [LinkClicks, CvrLink]),
        new("orders", "orders", null, [Sessions, OrderRate]),
        new("cpc", "spend", "clicks_all", [Cpm, Ctr.Below]), new("cpc_link", "spend", "clicks_link", [Cpm, CtrLink.Below]),
    ];

    /// <summary>One chain per outcome: the first that the series at hand can fill, the reading's main metric first, then as listed.</summary>
    public static IReadOnlyList<Chain> For(Stretches stretches, string? main)
    {
        bool Has(string? id) => id is null || stretches.SeriesOf(id) is { Kpi.Kind: KpiKind.Additive };
        return [.. Known.Where(c => stretches.SeriesOf(c.Outcome) is not null && c.Columns.All(Has)).DistinctBy(c => c.Outcome).OrderBy(c => c.Outcome != main)];
    }
}

/// <param name="Top">The outcome's own columns; without <paramref name="Bottom"/> it is a volume, read per step.</param>
internal sealed record Chain(string Outcome, string Top, string? Bottom, IReadOnlyList<Factor> Factors)
{
    public string[] Columns => [.. Factors.SelectMany(f => new[] { f.Top, f.Bottom }).Append(Top).Append(Bottom).OfType<string>().Distinct()];

    /// <summary>What is counted at its end: n.</summary>
    public string Events => Array.Find(["conversions", "orders", "clicks_all", "clicks_link"], c => Columns.Contains(c)) ?? Top;
}

/// <param name="Divides">The outcome falls when it rises: a click rate in a cost per click.</param>
internal sealed record Factor(string Id, string Top, string? Bottom, double Scale = 1, bool Divides = false)
{
    public Factor Below => this with { Divides = true };
}
