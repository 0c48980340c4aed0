using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>Google Ads from its pages: UTF-16 with tabs ("Excel .csv") or UTF-8 with commas; title, period, headers, rows, three totals rows.</summary>
internal static class GoogleAdsExport
{
    public static byte[] Write(IReadOnlyList<CampaignDay> days, bool french, bool utf16 = true)
    {
        var w = new ExportWriter(french, utf16 ? '\t' : ',');
        var (from, to) = (days[0].Day, days[^1].Day);
        w.Line(w.Pick("Rapport sur les campagnes", "Campaign report"));
        w.Line(french
            ? $"{from.Day} {w.Month(from)} {from.Year} - {to.Day} {w.Month(to)} {to.Year}"
            : FormattableString.Invariant($"{from:MMMM d, yyyy} - {to:MMMM d, yyyy}"));
        w.Line(french
            ? ["Jour", "État de la campagne", "Campagne", "Type de campagne", "Code de la devise", "Coût", "Impr.", "Clics", "CTR", "CPC moy.", "Conversions", "Coût/conv.", "Taux de conv.", "Valeur de conv."]
            : ["Day", "Campaign status", "Campaign", "Campaign type", "Currency code", "Cost", "Impr.", "Clicks", "CTR", "Avg. CPC", "Conversions", "Cost / conv.", "Conv. rate", "Conv. value"]);
        foreach (var d in days)
        {
            w.Line([ExportWriter.Iso(d.Day), w.Pick("Activée", "Enabled"), d.Campaign, d.Campaign.Contains("Search", StringComparison.Ordinal) ? w.Pick("Réseau de Recherche", "Search") : "Demand Gen", "EUR", .. Figures(w, [d])]);
        }

        foreach (var label in french ? new[] { "Total : campagnes", "Total : compte", "Total : Réseau de Recherche" } : ["Total: Campaigns", "Total: Account", "Total: Search"])
        {
            w.Line(["--", label, "--", "--", "EUR", .. Figures(w, label.EndsWith("Recherche", StringComparison.Ordinal) || label.EndsWith("Search", StringComparison.Ordinal) ? [.. days.Where(d => d.Campaign.Contains("Search", StringComparison.Ordinal))] : days)]);
        }

        return w.Bytes(utf16 ? Encoding.Unicode : new UTF8Encoding(false));
    }

    private static string[] Figures(ExportWriter w, IReadOnlyList<CampaignDay> days)
    {
        var (spend, impressions, clicks, conversions, value) = (days.Sum(d => d.Spend), days.Sum(d => (double)d.Impressions), days.Sum(d => (double)d.Clicks), days.Sum(d => d.Conversions), days.Sum(d => d.Value));
        return
        [
            w.Number(spend, 2), w.Number(impressions, 0), w.Number(clicks, 0), w.Percent(clicks / impressions), clicks > 0 ? w.Number(spend / clicks, 2) : "--",
            w.Number(conversions, 2), conversions > 0 ? w.Number(spend / conversions, 2) : "--", clicks > 0 ? w.Percent(conversions / clicks) : "--", w.Number(value, 2),
        ];
    }
}
