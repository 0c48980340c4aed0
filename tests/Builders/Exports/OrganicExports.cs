using System.Globalization;
using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>The smaller organic exports: one metric per day (Meta), TikTok Studio, a LinkedIn page, YouTube's table of videos.</summary>
internal static class OrganicExports
{
    public static byte[] MetaMetric(string title, DateOnly from, params double[] values)
    {
        var w = new ExportWriter(false, ',');
        w.Line("sep=", "");
        w.Line(title);
        w.Line("Date", "Primary");
        foreach (var (i, value) in values.Index())
        {
            w.Line(ExportWriter.Iso(from.AddDays(i)) + "T00:00:00", ExportWriter.Plain(value, 0));
        }

        return w.Bytes(Encoding.Unicode);
    }

    /// <param name="newestFirst">Some downloads run backwards.</param>
    public static byte[] TikTokOverview(DateOnly from, int days, bool newestFirst = false)
    {
        var w = new ExportWriter(false, ',');
        w.Line("Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares");
        var all = Enumerable.Range(0, days).Select(i => (Day: from.AddDays(i), I: i));
        foreach (var (day, i) in newestFirst ? all.Reverse() : all)
        {
            w.Line([day.ToString("MMMM d", CultureInfo.InvariantCulture), .. new[] { 1000 + i, 40 + i % 7, 90 + i % 11, 5, 7 }.Select(v => ExportWriter.Plain(v, 0))]);
        }

        return w.Bytes(new UTF8Encoding(true));
    }

    public static byte[] TikTokFollowers(DateOnly from, params string[] followers)
    {
        var w = new ExportWriter(false, ',');
        w.Line("Date", "Followers", "Difference in followers from previous day");
        foreach (var (i, count) in followers.Index())
        {
            w.Line(from.AddDays(i).ToString("MMMM d", CultureInfo.InvariantCulture), count, i == 0 ? "undefined" : "12");
        }

        return w.Bytes(new UTF8Encoding(false));
    }

    public static byte[] TikTokContent(IReadOnlyList<PostRow> posts)
    {
        var w = new ExportWriter(false, ',');
        w.Line("Video title", "Video link", "Post time", "Total likes", "Total comments", "Total shares", "Total views", "Total play time", "Average watch time", "Watched full video", "Add to favorites");
        foreach (var p in posts)
        {
            w.Line(p.Title, $"https://www.tiktok.com/video/{p.Id}", p.Day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture), N(p.Likes), N(p.Comments), N(p.Shares), N(p.Views), "12h:3m:4s", "8.4s", "12.5%", N(p.Saves));
        }

        return w.Bytes(new UTF8Encoding(false));
    }

    public static byte[] LinkedInPage(DateOnly from, int days) => Workbook.Of(
    [
        ["Aggregated engagement metrics for your page's posts"],
        ["Date", "Impressions (organic)", "Impressions (sponsored)", "Impressions (total)", "Unique impressions (organic)", "Clicks (organic)", "Clicks (sponsored)", "Clicks (total)", "Reactions (organic)", "Reactions (sponsored)", "Reactions (total)",
            "Comments (organic)", "Comments (sponsored)", "Comments (total)", "Engagement rate (organic)", "Engagement rate (sponsored)", "Engagement rate (total)"],
        .. Enumerable.Range(0, days).Select(i => (object?[])[from.AddDays(i).ToString("MM/dd/yyyy", CultureInfo.InvariantCulture), 900.0 + i, 100.0, 1000.0 + i, 700.0 + i, 20.0, 5.0, 25.0, 9.0, 1.0, 10.0, 2.0, 0.0, 2.0, .034, .06, .037]),
    ]);

    public static byte[] YouTubeVideos(IReadOnlyList<PostRow> videos, bool french)
    {
        var w = new ExportWriter(french, ',');
        w.Line(french
            ? ["Contenu", "Titre de la vidéo", "Heure de publication de la vidéo", "Durée", "Vues", "Durée de visionnage (heures)", "Abonnés", "Impressions", "Taux de clics par impression (%)", "Durée moyenne d'une vue", "Pourcentage moyen de vidéo regardé (%)"]
            : ["Content", "Video title", "Video publish time", "Duration", "Views", "Watch time (hours)", "Subscribers", "Impressions", "Impressions click-through rate (%)", "Average view duration", "Average percentage viewed (%)"]);
        w.Line("Total", "", "", "", C(videos.Sum(v => v.Views)), D(videos.Sum(v => v.Reach) / 40), C(videos.Sum(v => v.Follows)), C(videos.Sum(v => v.Views) * 12), D(4.1), "0:00:34", D(48.2));
        foreach (var v in videos)
        {
            var day = french ? $"{v.Day.Day} {w.Month(v.Day)} {v.Day.Year}" : v.Day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);
            w.Line(v.Id, v.Title, day, TimeSpan.FromSeconds(v.Seconds).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture), C(v.Views), D(v.Reach / 40), C(v.Follows), C(v.Views * 12), D(4.1), "0:00:34", D(48.2));
        }

        return w.Bytes(new UTF8Encoding(false));

        // Narrow no-break spaces, quoted by the delimiter inside "62,1".
        string C(double value) => w.Number(value, 0).Replace('\u00A0', '\u202F').Replace(",", "", StringComparison.Ordinal);
        string D(double value) => w.French ? Math.Round(value, 1).ToString(CultureInfo.GetCultureInfo("fr-FR")) : ExportWriter.Plain(value, 1);
    }

    private static string N(double value) => ExportWriter.Plain(value, 0);
}
