namespace MentorBot.Tables;

/// <summary>YouTube Studio's table: a row per video after a first row "Total", durations as h:mm:ss.</summary>
internal sealed class YouTubeStudio : ITableSource
{
    private static readonly string[] Signature = ["video publish time", "heure de publication de la video", "watch time (hours)", "duree de visionnage (heures)", "video title", "titre de la video"];

    public string Id => "youtube-studio";

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) => Signature.Count(headers.Contains) >= 2 ? 8 : 0;
}
