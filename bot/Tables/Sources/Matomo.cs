namespace MentorBot.Tables;

/// <summary>Matomo: UTF-16LE with commas, one report per file; rates per visit, under headers in the language of the person or as API names.</summary>
internal sealed class Matomo : ITableSource
{
    private static readonly string[] Signature =
    [
        "visits", "visites", "nb visits", "unique visitors", "visiteurs uniques", "nb uniq visitors", "actions", "nb actions", "bounce rate", "taux de rebond", "avg. time on website", "temps moyen sur le site web",
        "actions per visit", "actions par visite", "revenue per visit", "revenu par visite", "visits with conversions", "visites avec conversions", "unique pageviews", "vues de page uniques", "exit rate", "taux de sortie",
        "entrances", "entrees", "pageviews", "vues de page",
    ];

    public string Id => "matomo";

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) => Signature.Count(headers.Contains) switch { >= 3 => 7, 2 when headers.Contains("label") || headers.Contains("nom") => 6, _ => 0 };
}
