using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>Matomo's CSV: UTF-16LE, commas, rates as percents, time as h:mm:ss, headers in the person's language.</summary>
internal static class MatomoExport
{
    public static byte[] Write(DateOnly from, IReadOnlyList<int> visits, bool french)
    {
        var w = new ExportWriter(french, ',');
        w.Line(french
            ? ["Date", "Visites", "Visiteurs uniques", "Utilisateurs", "Actions", "Taux de rebond", "Temps moyen sur le site web", "Actions par visite", "Taux de conversion", "Revenu", "Revenu par visite", "Visites avec conversions"]
            : ["Date", "Visits", "Unique visitors", "Users", "Actions", "Bounce Rate", "Avg. Time on Website", "Actions per Visit", "Conversion Rate", "Revenue", "Revenue per Visit", "Visits with Conversions"]);
        for (var i = 0; i < visits.Count; i++)
        {
            var n = visits[i];
            w.Line(ExportWriter.Iso(from.AddDays(i)), ExportWriter.Plain(n, 0), ExportWriter.Plain(n * .8, 0), "0", ExportWriter.Plain(n * 3, 0), "45%", "00:02:10", "3", "2%", ExportWriter.Plain(n * .5, 2), "0.5", ExportWriter.Plain(n * .02, 0));
        }

        return w.Bytes(Encoding.Unicode);
    }

    public static byte[] Keywords(bool french)
    {
        var w = new ExportWriter(french, ',');
        w.Line(french ? ["Nom", "Visites", "Actions", "Taux de rebond"] : ["Label", "Visits", "Actions", "Bounce Rate"]);
        w.Line("abonnement journal", "120", "300", "40%");
        w.Line("le courrier", "80", "200", "60%");
        return w.Bytes(Encoding.Unicode);
    }
}
