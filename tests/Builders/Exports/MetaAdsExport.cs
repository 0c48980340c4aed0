using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>Meta Ads Manager: no preamble, plain numbers with a point in both languages, rates as percents without a sign, and a totals row without a label on request.</summary>
internal static class MetaAdsExport
{
    public static byte[] Write(IReadOnlyList<CampaignDay> days, bool french, bool totalsFirst = false, bool totalsLast = false)
    {
        var w = new ExportWriter(french, ',');
        w.Line(french
            ? ["Début des rapports", "Fin des rapports", "Nom de la campagne", "Nom de l\u2019ensemble de publicités", "Jour", "Couverture", "Impressions", "Répétition", "Montant dépensé (EUR)", "Clics (tous)", "Clics sur un lien", "CTR (taux de clics sur le lien)", "CPC (coût par clic sur un lien) (EUR)", "CPM (Coût pour 1\u00A0000\u00A0impressions) (EUR)", "Résultats", "Indicateur de résultats", "Coût par résultat", "Valeur de conversion des achats", "Paramètre d\u2019attribution"]
            : ["Reporting starts", "Reporting ends", "Campaign name", "Ad set name", "Day", "Reach", "Impressions", "Frequency", "Amount spent (EUR)", "Clicks (all)", "Link clicks", "CTR (link click-through rate)", "CPC (cost per link click) (EUR)", "CPM (cost per 1,000 impressions) (EUR)", "Results", "Result indicator", "Cost per result", "Purchases conversion value", "Attribution setting"]);
        var (from, to) = (days[0].Day, days[^1].Day);
        string[] total = [ExportWriter.Iso(from), ExportWriter.Iso(to), "", "", "", .. Figures(days, "", w)];
        if (totalsFirst)
        {
            w.Line(total);
        }

        foreach (var d in days)
        {
            w.Line([ExportWriter.Iso(d.Day), ExportWriter.Iso(d.Day), d.Campaign, d.AdGroup, ExportWriter.Iso(d.Day), .. Figures([d], "actions:offsite_conversion.fb_pixel_purchase", w)]);
        }

        if (totalsLast)
        {
            w.Line(total);
        }

        return w.Bytes(new UTF8Encoding(false));
    }

    private static string[] Figures(IReadOnlyList<CampaignDay> days, string indicator, ExportWriter w)
    {
        var (spend, impressions, clicks, links) = (days.Sum(d => d.Spend), days.Sum(d => (double)d.Impressions), days.Sum(d => (double)d.Clicks), days.Sum(d => (double)d.LinkClicks));
        var (conversions, value, reach) = (days.Sum(d => d.Conversions), days.Sum(d => d.Value), days.Sum(d => (double)d.Reach) * (days.Count > 1 ? .4 : 1));
        return
        [
            ExportWriter.Plain(reach, 0), ExportWriter.Plain(impressions, 0), ExportWriter.Plain(impressions / reach, 6), ExportWriter.Plain(spend, 2), ExportWriter.Plain(clicks, 0), ExportWriter.Plain(links, 0),
            ExportWriter.Plain(links / impressions * 100, 6), links > 0 ? ExportWriter.Plain(spend / links, 6) : "", ExportWriter.Plain(spend / impressions * 1000, 6),
            conversions > 0 ? ExportWriter.Plain(conversions, 0) : "", indicator, conversions > 0 ? ExportWriter.Plain(spend / conversions, 6) : "", conversions > 0 ? ExportWriter.Plain(value, 2) : "",
            w.Pick("Clic sur 7 jours", "7-day click"),
        ];
    }
}
