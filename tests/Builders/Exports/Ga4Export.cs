using System.Globalization;
using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>GA4: a report with its # preamble (dates as 20260101 or as the nth day), or a free-form exploration that begins with a grand total.</summary>
internal static class Ga4Export
{
    private static readonly (string English, string French, double Share, double Engaged, double Rate)[] Channels =
    [
        ("Organic Search", "Recherche naturelle", 1.9, .61, .0041), ("Direct", "Direct", 1.4, .52, .0063), ("Paid Social", "Réseaux sociaux payants", .62, .38, .0028), ("Email", "E-mail", .41, .69, .0127),
    ];

    public static byte[] Write(StoryLine line, int seed, DateOnly from, int days, bool french, bool exploration = false, bool nthDay = false)
    {
        var w = new ExportWriter(french, ',');
        var random = new Random(seed);
        var rows = Enumerable.Range(0, days).SelectMany(d => Channels.Select(c => Row(line, random, from, days, d, c, french))).ToList();
        var to = from.AddDays(days - 1);
        string[] preamble = exploration
            ? [w.Pick("# Acquisition abonnements", "# Subscription acquisition"), w.Pick("# Format libre-Format libre 1", "# Free form-Free form 1"), $"# {Packed(from)}-{Packed(to)}"]
            : ["# ----------------------------------------", w.Pick("# Acquisition de trafic : Groupe de canaux", "# Traffic acquisition: Session primary channel group"), w.Pick("# Compte : Le Courrier", "# Account: Le Courrier"), w.Pick("# Propriété : lecourrier.example", "# Property: lecourrier.example"), "# ----------------------------------------", "#", w.Pick("# Tous les utilisateurs", "# All Users"), w.Pick($"# Date de début : {Packed(from)}", $"# Start date: {Packed(from)}"), w.Pick($"# Date de fin : {Packed(to)}", $"# End date: {Packed(to)}")];
        foreach (var p in preamble)
        {
            w.Line(p);
        }

        w.Line(french
            ? [nthDay ? "Nième jour" : "Date", "Groupe de canaux principal de la session (groupe de canaux par défaut)", "Sessions", "Sessions avec engagement", "Taux d'engagement", "Utilisateurs actifs", "Événements clés", "Revenu total"]
            : [nthDay ? "Nth day" : "Date", "Session primary channel group (Default Channel Group)", "Sessions", "Engaged sessions", "Engagement rate", "Active users", "Key events", "Total revenue"]);
        if (exploration)
        {
            var (sessions, engaged) = (rows.Sum(r => r.Sessions), rows.Sum(r => r.Engaged));
            w.Line("", "", Text(sessions), Text(engaged), ExportWriter.Plain((double)engaged / sessions, 15), Text(rows.Sum(r => r.Users) / 3), Text(rows.Sum(r => r.Events)), ExportWriter.Plain(rows.Sum(r => r.Revenue), 2), w.Pick("Total général", "Grand total"));
        }

        foreach (var r in rows)
        {
            w.Line(nthDay ? (r.Day.DayNumber - from.DayNumber).ToString("0000", CultureInfo.InvariantCulture) : Packed(r.Day), r.Channel, Text(r.Sessions), Text(r.Engaged), ExportWriter.Plain((double)r.Engaged / r.Sessions, 15), Text(r.Users), Text(r.Events), ExportWriter.Plain(r.Revenue, 2));
        }

        return w.Bytes(new UTF8Encoding(false));
    }

    private static (DateOnly Day, string Channel, int Sessions, int Engaged, int Users, int Events, double Revenue) Row(
        StoryLine line, Random random, DateOnly from, int days, int d, (string English, string French, double Share, double Engaged, double Rate) c, bool french)
    {
        var day = from.AddDays(d);
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var sessions = (int)(2600 * c.Share * (weekend ? .81 : 1) * (.9 + .2 * random.NextDouble()) * (line.PartialLastDay && d == days - 1 ? .37 : 1));
        var engaged = (int)(sessions * c.Engaged * (.96 + .08 * random.NextDouble()));
        var rate = c.Rate * (line.RateDropsOn is { } drop && day >= drop && c.English is not ("Direct" or "Email") ? .55 : 1);
        var events = 0;
        for (var i = 0; i < sessions; i++)
        {
            events += random.NextDouble() < rate ? 1 : 0;
        }

        events = line.BrokenDays.Contains(day) ? 0 : events;
        return (day, french ? c.French : c.English, sessions, engaged, (int)(sessions * .87), events, Math.Round(events * 9.9, 2));
    }

    private static string Packed(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
