using System.Text;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Campaigns.Stories;

/// <summary>The same story as each platform would hand it over: its headers, its language, by day, by week or one row per campaign.</summary>
internal static class StoryExport
{
    public static readonly IReadOnlyList<(string Name, Func<IReadOnlyList<CampaignDay>, byte[]> Write, bool HasDays, bool HasDates)> All =
    [
        ("google-fr-day", d => GoogleAdsExport.Write(d, french: true), true, true),
        ("google-en-day", d => GoogleAdsExport.Write(d, french: false, utf16: false), true, true),
        ("meta-fr-day", d => MetaAdsExport.Write(d, french: true), true, true),
        ("meta-en-day", d => MetaAdsExport.Write(d, french: false, totalsFirst: true), true, true),
        ("tiktok-en-day", d => TikTokAdsExport.Write(d, french: false), true, true),
        ("linkedin-en-day", d => LinkedInExport.Write(d, french: false), true, true),
        ("google-en-week", d => Google(Weekly(d), french: false, "Week", d[^1].Day), false, true),
        ("google-fr-week", d => Google(Weekly(d), french: true, "Semaine", d[^1].Day), false, true),
        ("meta-fr-week", d => Meta(Weekly(d), french: true, 6), false, true),
        ("google-en-campaign", d => Google(PerCampaign(d), french: false, null, d[^1].Day), false, false),
        ("meta-fr-campaign", d => Meta(PerCampaign(d), french: true, (d[^1].Day.DayNumber - d[0].Day.DayNumber)), false, false),
    ];

    private static List<CampaignDay> Weekly(IReadOnlyList<CampaignDay> days) => Grouped(days, d => d.Day.AddDays(-((int)d.Day.DayOfWeek + 6) % 7));

    private static List<CampaignDay> PerCampaign(IReadOnlyList<CampaignDay> days) => Grouped(days, _ => days[0].Day);

    private static List<CampaignDay> Grouped(IReadOnlyList<CampaignDay> days, Func<CampaignDay, DateOnly> start) => [.. days.GroupBy(d => (Start: start(d), d.Campaign))
        .Select(g => new CampaignDay(g.Key.Start, g.Key.Campaign, "Ensemble", Math.Round(g.Sum(d => d.Spend), 2), g.Sum(d => d.Impressions), g.Sum(d => d.Clicks), g.Sum(d => d.LinkClicks), g.Sum(d => d.Conversions), Math.Round(g.Sum(d => d.Value), 2), (int)(g.Sum(d => (double)d.Reach) * .5)))];

    private static byte[] Google(IReadOnlyList<CampaignDay> rows, bool french, string? date, DateOnly until)
    {
        var w = new ExportWriter(french, ',');
        w.Line(w.Pick("Rapport sur les campagnes", "Campaign report"));
        var (from, to) = (rows.Min(r => r.Day), until);
        w.Line(french ? $"{from.Day} {w.Month(from)} {from.Year} - {to.Day} {w.Month(to)} {to.Year}" : FormattableString.Invariant($"{from:MMMM d, yyyy} - {to:MMMM d, yyyy}"));
        w.Line([.. date is null ? Array.Empty<string>() : [date], w.Pick("Campagne", "Campaign"), w.Pick("Code de la devise", "Currency code"), w.Pick("Coût", "Cost"), "Impr.", w.Pick("Clics", "Clicks"), "Conversions", w.Pick("Coût/conv.", "Cost / conv."), w.Pick("Valeur de conv.", "Conv. value")]);
        foreach (var d in rows)
        {
            w.Line([.. date is null ? Array.Empty<string>() : [ExportWriter.Iso(d.Day)], d.Campaign, "EUR", w.Number(d.Spend, 2), w.Number(d.Impressions, 0), w.Number(d.Clicks, 0), w.Number(d.Conversions, 2), d.Conversions > 0 ? w.Number(d.Spend / d.Conversions, 2) : "0", w.Number(d.Value, 2)]);
        }

        return w.Bytes(new UTF8Encoding(true));
    }

    private static byte[] Meta(IReadOnlyList<CampaignDay> rows, bool french, int span)
    {
        var w = new ExportWriter(french, ',');
        w.Line(french
            ? ["Début des rapports", "Fin des rapports", "Nom de la campagne", "Couverture", "Impressions", "Répétition", "Montant dépensé (EUR)", "Clics sur un lien", "Résultats", "Indicateur de résultats", "Valeur de conversion des achats"]
            : ["Reporting starts", "Reporting ends", "Campaign name", "Reach", "Impressions", "Frequency", "Amount spent (EUR)", "Link clicks", "Results", "Result indicator", "Purchases conversion value"]);
        foreach (var d in rows)
        {
            w.Line([ExportWriter.Iso(d.Day), ExportWriter.Iso(d.Day.AddDays(span)), d.Campaign, ExportWriter.Plain(d.Reach, 0), ExportWriter.Plain(d.Impressions, 0), ExportWriter.Plain(d.Impressions / Math.Max(1.0, d.Reach), 4), ExportWriter.Plain(d.Spend, 2), ExportWriter.Plain(d.LinkClicks, 0), d.Conversions > 0 ? ExportWriter.Plain(d.Conversions, 0) : "", "actions:offsite_conversion.fb_pixel_purchase", d.Conversions > 0 ? ExportWriter.Plain(d.Value, 2) : ""]);
        }

        return w.Bytes(new UTF8Encoding(false));
    }
}
