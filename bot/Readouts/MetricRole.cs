using MentorBot.Kpis;

namespace MentorBot.Readouts;

/// <summary>Where a metric stands between money spent and result: what comes first, what a tracking tag counts, what a reading is about.</summary>
internal static class MetricRole
{
    /// <summary>From cause to effect; a day that is odd in two of them is told by the first.</summary>
    private static readonly string[] Chain =
    [
        "spend", "impressions", "delivered", "reach", "views_content", "unique_opens", "clicks_all", "clicks_link", "unique_clicks", "landing_views", "sessions", "users", "new_users",
        "engaged_sessions", "conversions", "orders", "conv_value", "revenue_net",
    ];

    /// <summary>Counted by a tag or a server of our own, so that they can go blind while people still come.</summary>
    private static readonly string[] Tracked = ["landing_views", "sessions", "engaged_sessions", "conversions", "orders", "conv_value", "revenue_net"];

    /// <summary>What a marketer would name first, best first.</summary>
    private static readonly string[] Headline =
    [
        "conversions", "orders", "conv_value", "revenue_net", "sessions", "clicks_link", "clicks_all", "landing_views", "unique_clicks", "views_content", "delivered", "impressions", "spend",
    ];

    /// <summary>Events whose small number limits every conclusion.</summary>
    private static readonly string[] Outcomes = ["conversions", "orders", "sessions", "clicks_link", "clicks_all", "unique_clicks"];

    public static int Depth(string? id) => Array.IndexOf(Chain, id) is >= 0 and var place ? place : Chain.Length;

    public static bool IsTracked(string id) => Tracked.Contains(id);

    /// <summary>Whether <paramref name="upstream"/> goes on when the tag behind <paramref name="metric"/> is blind.</summary>
    public static bool Feeds(string upstream, string metric) => Chain.Contains(upstream) && Depth(upstream) < Depth(metric) && (!IsTracked(upstream) || (upstream == "sessions" && Depth(metric) > Depth("engaged_sessions")));

    public static string? Headliner(IReadOnlyList<MetricTotal> metrics) =>
        Headline.FirstOrDefault(h => metrics.Any(m => m.Id == h && m.Total is not null))
        ?? metrics.FirstOrDefault(m => m.Kind == KpiKind.Additive)?.Id
        ?? (metrics.Count > 0 ? metrics[0].Id : null);

    public static string? Outcome(IReadOnlyList<MetricTotal> metrics) => Outcomes.FirstOrDefault(o => metrics.Any(m => m.Id == o && m.Total is not null));
}
