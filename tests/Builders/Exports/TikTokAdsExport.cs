using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>TikTok Ads Manager: no preamble, percents with their sign, a last row "Total of … results". Of the French headers only those seen are used.</summary>
internal static class TikTokAdsExport
{
    public static byte[] Write(IReadOnlyList<CampaignDay> days, bool french)
    {
        var w = new ExportWriter(false, ',');
        w.Line("By Day", "Campaign name", french ? "Groupe de publicités" : "Ad group name", "Primary status", "Currency", "Cost", "Impressions", "Reach", french ? "Clics (destination)" : "Clicks (destination)", "Clicks (all)", "CTR (destination)", "CPC (destination)", "CPM", "Conversions", "CVR (clicks)", "Cost per conversion", french ? "Vues de la vidéo" : "Video views", "2-second video views", "6-second video views", "Video views at 25%", "Video views at 50%", "Video views at 75%", "Video views at 100%", "Paid likes", "Paid comments", "Paid shares", "Complete payment (value)", "Cost per 1,000 people reached");
        foreach (var d in days)
        {
            w.Line([ExportWriter.Iso(d.Day), d.Campaign, d.AdGroup, "Active", "EUR", .. Figures([d])]);
        }

        w.Line([$"Total of {days.Count} results", "-", "-", "-", "-", .. Figures(days)]);
        return w.Bytes(new UTF8Encoding(true));
    }

    private static string[] Figures(IReadOnlyList<CampaignDay> days)
    {
        var (spend, impressions, links, conversions) = (days.Sum(d => d.Spend), days.Sum(d => (double)d.Impressions), days.Sum(d => (double)d.LinkClicks), days.Sum(d => d.Conversions));
        string Count(double share) => ExportWriter.Plain(Math.Floor(impressions * share), 0);
        return
        [
            ExportWriter.Plain(spend, 2), ExportWriter.Plain(impressions, 0), ExportWriter.Plain(days.Sum(d => (double)d.Reach), 0), ExportWriter.Plain(links, 0), ExportWriter.Plain(days.Sum(d => (double)d.Clicks), 0),
            ExportWriter.Plain(links / impressions * 100, 2) + "%", links > 0 ? ExportWriter.Plain(spend / links, 2) : "0", ExportWriter.Plain(spend / impressions * 1000, 2), ExportWriter.Plain(conversions, 0),
            links > 0 ? ExportWriter.Plain(conversions / links * 100, 2) + "%" : "0%", conversions > 0 ? ExportWriter.Plain(spend / conversions, 2) : "0",
            Count(.8), Count(.5), Count(.2), Count(.4), Count(.2), Count(.1), Count(.05), ExportWriter.Plain(4 * days.Count, 0), ExportWriter.Plain(days.Count, 0), ExportWriter.Plain(2 * days.Count, 0), ExportWriter.Plain(days.Sum(d => d.Value), 2), "5.10",
        ];
    }
}
