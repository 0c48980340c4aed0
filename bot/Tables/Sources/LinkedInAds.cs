using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>LinkedIn Campaign Manager: some five lines above the headers ("Campaign Performance Report (in UTC)"), UTF-16 with tabs, dates as M/D/YYYY in every language, a row "Total".</summary>
internal sealed class LinkedInAds : ITableSource
{
    private static readonly string[] Signature =
    [
        "campaign group name", "total spent", "clicks to landing page", "clicks to linkedin page", "total social actions", "total engagements", "viral impressions", "lead forms opened", "campaign objective",
        "start date (in utc)", "creative name", "average cpc", "average cpm", "average ctr", "total conversion value", "view-through conversions", "post-click conversions",
    ];

    public string Id => "linkedin-ads";

    public string? DateOrder => "mdy";

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers)
    {
        var known = Signature.Count(headers.Contains);
        return known >= 3 || known >= 1 && preamble.Any(l => HeaderName.Normalise(l).Contains("(in utc)", StringComparison.Ordinal)) ? 9 : known == 2 ? 6 : 0;
    }

    /// <summary>"Report Start: 09/01/2026, Report End: 09/30/2026", month first.</summary>
    public (DateOnly From, DateOnly To)? StatedPeriod(IReadOnlyList<string> preamble) =>
        PreambleDates.Slashed(preamble, "report start", DateOrder) is { } from && PreambleDates.Slashed(preamble, "report end", DateOrder) is { } to && to >= from ? (from, to) : PreambleDates.Range(preamble);
}
