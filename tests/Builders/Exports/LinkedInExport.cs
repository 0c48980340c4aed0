using System.Globalization;
using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>LinkedIn Campaign Manager: UTF-16 with tabs, lines above the headers, dates M/D/YYYY, a row "Total". Its headers are English in every language seen; the numbers follow the person's.</summary>
internal static class LinkedInExport
{
    public static byte[] Write(IReadOnlyList<CampaignDay> days, bool french)
    {
        var w = new ExportWriter(french, '\t');
        w.Line("Campaign Performance Report (in UTC)");
        w.Line($"Report Start: {Slashed(days[0].Day)}, Report End: {Slashed(days[^1].Day)}");
        w.Line("Date Generated: November 02, 2026, 1:58 PM (in UTC)");
        w.Line();
        w.Line("Start Date (in UTC)", "Account Name", "Currency", "Campaign Group Name", "Campaign Name", "Campaign ID", "Campaign Type", "Total Spent", "Impressions", "Clicks", "Clicks to Landing Page", "Clicks to LinkedIn Page", "Average CTR", "Average CPC", "Average CPM", "Reactions", "Comments", "Shares", "Other Clicks", "Total Social Actions", "Total Engagements", "Leads", "Lead Forms Opened", "Conversions", "Post-Click Conversions", "View-Through Conversions", "Total Conversion Value", "Reach");
        foreach (var d in days)
        {
            w.Line([Slashed(d.Day), "Le Courrier", "EUR", d.AdGroup, d.Campaign, "640000017", "Sponsored Content", .. Figures(w, [d])]);
        }

        w.Line(["Total", "", "", "", "", "", "", .. Figures(w, days)]);
        return w.Bytes(Encoding.Unicode);
    }

    private static string[] Figures(ExportWriter w, IReadOnlyList<CampaignDay> days)
    {
        var (spend, impressions, clicks, links) = (days.Sum(d => d.Spend), days.Sum(d => (double)d.Impressions), days.Sum(d => (double)d.Clicks), days.Sum(d => (double)d.LinkClicks));
        var conversions = days.Sum(d => d.Conversions);
        return
        [
            w.Number(spend, 2), w.Number(impressions, 0), w.Number(clicks, 0), w.Number(links, 0), w.Number(clicks - links, 0), w.Percent(clicks / impressions), clicks > 0 ? w.Number(spend / clicks, 2) : "-", w.Number(spend / impressions * 1000, 2),
            w.Number(3 * days.Count, 0), w.Number(days.Count, 0), w.Number(2 * days.Count, 0), "0", w.Number(6 * days.Count, 0), w.Number(clicks + 6 * days.Count, 0), "0", "0", w.Number(conversions, 0), w.Number(conversions, 0), "0", w.Number(days.Sum(d => d.Value), 2), w.Number(days.Sum(d => (double)d.Reach), 0),
        ];
    }

    private static string Slashed(DateOnly day) => day.ToString("M/d/yyyy", CultureInfo.InvariantCulture);
}
