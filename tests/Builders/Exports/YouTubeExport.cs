using System.Globalization;
using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>YouTube Studio in its advanced mode: a zip of a table of videos (first row "Total"), a chart per day and the totals; French numbers with narrow spaces.</summary>
internal static class YouTubeExport
{
    public static byte[] Write(DateOnly from, IReadOnlyList<int> views, bool french, bool chart = true)
    {
        var (table, line, totals) = (new ExportWriter(french, ','), new ExportWriter(french, ','), new ExportWriter(french, ','));
        string Number(double n, int decimals) => table.Number(n, decimals).Replace('\u00A0', '\u202F');
        table.Line(french
            ? ["Contenu", "Titre de la vidéo", "Heure de publication de la vidéo", "Vues", "Durée de visionnage (heures)", "Abonnés", "Durée moyenne d'une vue", "Pourcentage moyen de vidéo regardé (%)", "Impressions", "Taux de clics par impression (%)"]
            : ["Content", "Video title", "Video publish time", "Views", "Watch time (hours)", "Subscribers", "Average view duration", "Average percentage viewed (%)", "Impressions", "Impressions click-through rate (%)"]);
        table.Line(["Total", "", "", Number(3 * views.Sum(), 0), Number(300, 1), "90", "0:01:10", Number(62.1, 1), Number(90_000, 0), Number(4.2, 2)]);
        for (var i = 0; i < 3; i++)
        {
            table.Line([$"vid{i}", $"Enquête {i}", french ? $"{i + 1} sept. 2026" : $"Sep {i + 1}, 2026", Number(views.Sum(), 0), Number(100, 1), "30", $"0:01:{10 * i:00}", Number(50 + 10 * i, 1), Number(30_000, 0), Number(3.5 + i, 2)]);
        }

        line.Line(french ? ["Date", "Vues", "Durée de visionnage (heures)", "Abonnés"] : ["Date", "Views", "Watch time (hours)", "Subscribers"]);
        totals.Line(french ? ["Date", "Vues"] : ["Date", "Views"]);
        for (var i = 0; i < views.Count; i++)
        {
            line.Line(ExportWriter.Iso(from.AddDays(i)), Number(views[i], 0), Number(views[i] / 40.0, 4), "7");
            totals.Line(ExportWriter.Iso(from.AddDays(i)), views[i].ToString(CultureInfo.InvariantCulture));
        }

        var entries = new List<(string, byte[])> { (french ? "Totaux.csv" : "Totals.csv", totals.Bytes(new UTF8Encoding(false))), (french ? "Données du tableau.csv" : "Table data.csv", table.Bytes(new UTF8Encoding(true))) };
        if (chart)
        {
            entries.Add((french ? "Données du graphique.csv" : "Chart data.csv", line.Bytes(new UTF8Encoding(true))));
        }

        return Archive.Of(entries);
    }
}
