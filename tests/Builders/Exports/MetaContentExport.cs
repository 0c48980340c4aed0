using System.Globalization;
using System.Text;

namespace MentorBot.Tests.Builders.Exports;

/// <summary>Meta Business Suite, content: a row per post, "Lifetime" in the column of the day, columns in any order, M/D/Y with a time of day under French headers too.</summary>
internal static class MetaContentExport
{
    private sealed record Column(string English, string French, Func<PostRow, string> Cell);

    private static readonly Column[] Instagram =
    [
        new("Post ID", "Identifiant de la publication", p => p.Id), new("Account ID", "ID du compte", _ => "17841400000000000"), new("Account username", "Nom d\u2019utilisateur du compte", _ => "zerbinette"),
        new("Account name", "Nom du compte", _ => "Zerbinette Média"), new("Description", "Description", p => p.Title + "\nAvec @zerbinette, écrivez à la rédaction"), new("Duration (sec)", "Durée (s)", p => Whole(p.Seconds)),
        new("Publish time", "Heure de publication", Moment), new("Permalink", "Permalien", p => $"https://www.instagram.com/p/{p.Id}/"), new("Post type", "Type de publication", p => p.Format), new("Data comment", "Commentaire sur les données", _ => ""),
        new("Date", "Date", _ => "Lifetime"), new("Views", "Vues", p => Whole(p.Views)), new("Reach", "Couverture", p => Whole(p.Reach)), new("Likes", "Mentions J\u2019aime", p => Whole(p.Likes)), new("Shares", "Partages", p => Whole(p.Shares)),
        new("Follows", "Suivis", p => Whole(p.Follows)), new("Comments", "Commentaires", p => Whole(p.Comments)), new("Saves", "Enregistrements", p => Whole(p.Saves)),
    ];

    private static readonly Column[] Facebook =
    [
        new("Post ID", "Identifiant de la publication", p => p.Id), new("Page ID", "ID de la Page", _ => "104200000000000"), new("Page name", "Nom de la page", _ => "Zerbinette Média"), new("Title", "Titre", p => p.Title),
        new("Publish time", "Heure de publication", Moment), new("Permalink", "Permalien", p => $"https://www.facebook.com/{p.Id}"), new("Post type", "Type de publication", p => p.Format), new("Date", "Date", _ => "Lifetime"),
        new("Views", "Vues", p => Whole(p.Views)), new("Reach", "Couverture", p => Whole(p.Reach)), new("Reactions, comments and shares", "Réactions, commentaires et partages", p => Whole(p.Likes + p.Comments + p.Shares)),
        new("Reactions", "Réactions", p => Whole(p.Likes)), new("Comments", "Commentaires", p => Whole(p.Comments)), new("Shares", "Partages", p => Whole(p.Shares)),
    ];

    /// <param name="order">Seed of another order of columns; 0 keeps the usual one.</param>
    public static byte[] OfInstagram(IReadOnlyList<PostRow> posts, bool french, int order = 0) => Write(Instagram, posts, french, order);

    public static byte[] OfFacebook(IReadOnlyList<PostRow> posts, bool french, int order = 0) => Write(Facebook, posts, french, order);

    private static byte[] Write(Column[] columns, IReadOnlyList<PostRow> posts, bool french, int order)
    {
        var random = new Random(order);
        Column[] shown = order == 0 ? columns : [.. columns.OrderBy(_ => random.Next())];
        var w = new ExportWriter(french, ',');
        w.Line(shown.Select(c => w.Pick(c.French, c.English)));
        foreach (var post in posts.Reverse())
        {
            w.Line(shown.Select(c => c.Cell(post)));
        }

        return w.Bytes(new UTF8Encoding(true));
    }

    private static string Moment(PostRow post) => post.Day.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture) + " " + post.At.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Whole(double value) => ExportWriter.Plain(value, 0);
}
