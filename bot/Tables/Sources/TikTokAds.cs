namespace MentorBot.Tables;

/// <summary>TikTok Ads Manager: no preamble, "(destination)" for clicks that leave the app, rates as percents, conversion rate per click to the destination.</summary>
internal sealed class TikTokAds : ITableSource
{
    private static readonly string[] Signature =
    [
        "clicks (destination)", "clics (destination)", "ctr (destination)", "cpc (destination)", "cvr (clicks)", "conversion rate (cvr)", "6-second video views", "2-second video views", "6-second focused views",
        "15-second focused views", "paid likes", "paid follows", "paid shares", "paid comments", "complete payment (value)", "cost per 1,000 people reached", "by day", "ad group name", "groupe de publicites", "primary status",
    ];

    public string Id => "tiktok-ads";

    public bool BarePercents => true;

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) =>
        Signature.Count(headers.Contains) switch { >= 2 => 8, 1 when headers.Any(h => h.Contains("(destination)", StringComparison.Ordinal)) => 8, _ => 0 };

    public string? Denominator(string kpi) => kpi == "cvr" ? "clicks_link" : null;
}
