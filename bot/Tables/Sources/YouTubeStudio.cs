namespace MentorBot.Tables;

/// <summary>YouTube Studio: a zip with a table of videos (its first row "Total"), a chart per day and the totals; durations as h:mm:ss, rates as percents.</summary>
internal sealed class YouTubeStudio : ITableSource
{
    private static readonly string[] Signature =
    [
        "video publish time", "heure de publication de la video", "watch time (hours)", "duree de visionnage (heures)", "video title", "titre de la video", "engaged views", "vues engagees", "vues intentionnelles",
        "impressions click-through rate (%)", "taux de clics par impression (%)", "average percentage viewed (%)", "pourcentage moyen regarde (%)", "pourcentage moyen de video regarde (%)", "average view duration",
        "duree moyenne de visionnage", "duree moyenne d'une vue", "stayed to watch (%)", "ont continue de regarder (%)", "your estimated revenue", "estimated revenue", "revenus estimes", "rpm",
    ];

    /// <summary>Nobody else writes the unit so.</summary>
    private static readonly string[] Own = ["watch time (hours)", "duree de visionnage (heures)"];

    public string Id => "youtube-studio";

    public IReadOnlyList<string> LooseTotals => ["subscribers"];

    public bool BarePercents => true;

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) => Own.Any(headers.Contains) || Signature.Count(headers.Contains) >= 2 ? 8 : 0;
}
