using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>The figures by which a post is compared with others, what people would name first, first. Of one post, people reached are a figure like another; over several they are never added.</summary>
internal static class PostMetrics
{
    /// <summary>Of the posts that must carry the figure.</summary>
    private const double Present = .8;

    private static readonly string[] Compared =
        ["views_content", "impressions", "reach", "watch_time", "interactions", "reactions", "comments", "shares", "saves", "follows", "subscribers", "clicks_link", "clicks_all"];

    public static IReadOnlyList<MetricColumn> Of(KpiTable table) =>
        [.. Compared.Select(table.Metric).OfType<MetricColumn>().Where(m => m.Values.Count(v => v >= 0) >= Present * table.RowCount && m.Values.Any(v => v > 0))];

    /// <summary>What the reading is about; null when no figure can be compared.</summary>
    public static string? Leading(KpiTable table) => Of(table).FirstOrDefault()?.Kpi.Id;

    public static bool MayBeSummed(Kpi kpi) => kpi.Kind == KpiKind.Additive;
}
