using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>Search Console: a zip of queries, pages, dates, devices and the filters; rates with their sign; the queries add up to less than the days.</summary>
internal static class SearchConsoleExport
{
    public static byte[] Write(IReadOnlyList<CampaignDay> days, bool french)
    {
        string Name(string inFrench, string inEnglish) => (french ? inFrench : inEnglish) + ".csv";
        var byDay = days.GroupBy(d => d.Day).Select(g => (g.Key, Clicks: g.Sum(d => d.Clicks), Impressions: g.Sum(d => d.Impressions), Position: 4 + g.Key.Day % 5 + .37)).ToList();
        return Archive.Of(
        [
            (Name("Requêtes", "Queries"), Table(french, french ? "Requêtes les plus fréquentes" : "Top queries", byDay.Select((d, i) => ($"le courrier {i}", d.Clicks / 2, d.Impressions / 2, d.Position)))),
            (Name("Pages", "Pages"), Table(french, french ? "Pages les plus populaires" : "Top pages", byDay.Select((d, i) => ($"https://lecourrier.example/{i}", d.Clicks, d.Impressions, d.Position)))),
            (Name("Graphique", "Chart"), Table(french, "Date", byDay.Select(d => (ExportWriter.Iso(d.Key), d.Clicks, d.Impressions, d.Position)))),
            (Name("Appareils", "Devices"), Table(french, french ? "Appareil" : "Device", byDay.Take(3).Select((d, i) => (i == 0 ? "Mobile" : i == 1 ? "Desktop" : "Tablet", d.Clicks, d.Impressions, d.Position)))),
            (Name("Filtres", "Filters"), Encoding.UTF8.GetBytes(french ? "Filtre,Valeur\nType de recherche,Web\n" : "Filter,Value\nSearch type,Web\n")),
            ("__MACOSX/._Chart.csv", [0, 5, 22, 7]),
        ]);
    }

    private static byte[] Table(bool french, string first, IEnumerable<(string Name, int Clicks, int Impressions, double Position)> rows)
    {
        var w = new ExportWriter(french, ',');
        w.Line(french ? [first, "Clics", "Impressions", "CTR", "Position"] : [first, "Clicks", "Impressions", "CTR", "Position"]);
        foreach (var r in rows)
        {
            w.Line(r.Name, ExportWriter.Plain(r.Clicks, 0), ExportWriter.Plain(r.Impressions, 0), ExportWriter.Plain((double)r.Clicks / r.Impressions * 100, 2) + "%", ExportWriter.Plain(r.Position, 2));
        }

        return w.Bytes(new UTF8Encoding(false));
    }
}
