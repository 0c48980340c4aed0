using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Ratios that a file's own columns make, whether it states them or not: an export of clicks and conversions has a conversion rate.</summary>
internal static class RatiosInHand
{
    /// <summary>In order of preference where two share a name: conversions belong to link clicks only where the file has no other.</summary>
    private static readonly Kpi[] Made =
    [
        Percent("cvr", "conversions", "clicks_all"), Percent("cvr", "conversions", "clicks_link"), Percent("cvr_session", "conversions", "sessions"), Percent("cvr_session", "orders", "sessions"),
        Percent("ctr", "clicks_all", "impressions"), Percent("ctr_link", "clicks_link", "impressions"), Percent("engagement_rate", "engaged_sessions", "sessions"),
        Money("cpa", "spend", "conversions"), Money("cpc", "spend", "clicks_all"), Money("cpc_link", "spend", "clicks_link"), Money("cpm", "spend", "impressions", 1000),
        Money("aov", "conv_value", "conversions"), Money("aov", "revenue_net", "orders"), new("roas", KpiKind.Ratio, KpiUnit.Ratio, "conv_value", "spend"),
    ];

    public static Kpi? Find(string? id) => Array.Find(Made, k => k.Id == id);

    /// <summary>Stated ones first; each with both sides additive and in one currency.</summary>
    public static IReadOnlyList<Kpi> Of(KpiTable table) =>
    [
        .. table.Metrics.Select(m => m.Kpi).Where(k => k.Kind == KpiKind.Ratio).Concat(Made).Where(k => IsMade(table, k)).DistinctBy(k => k.Id),
    ];

    private static bool IsMade(KpiTable table, Kpi ratio) => !table.MixesCurrencies(ratio)
        && ratio is { Numerator: { } top, Denominator: { } bottom } && table.Metric(top)?.Kpi.Kind == KpiKind.Additive && table.Metric(bottom)?.Kpi.Kind == KpiKind.Additive;

    private static Kpi Percent(string id, string top, string bottom) => new(id, KpiKind.Ratio, KpiUnit.Percent, top, bottom);

    private static Kpi Money(string id, string top, string bottom, double scale = 1) => new(id, KpiKind.Ratio, KpiUnit.Money, top, bottom, scale);
}
