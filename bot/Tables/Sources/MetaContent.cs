namespace MentorBot.Tables;

/// <summary>Meta Business Suite, content of Instagram or Facebook: one row per post with the figures of its life, columns in any order, dates as M/D/Y with a time of day under French headers too.</summary>
internal sealed class MetaContent : ITableSource
{
    private static readonly string[] Posts = ["post id", "permalink", "identifiant de la publication", "permalien"];
    private static readonly string[] Published = ["publish time", "heure de publication"];
    private static readonly string[] Types = ["post type", "type de publication"];

    public string Id => "meta-content";

    public bool BarePercents => true;

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) =>
        Posts.Any(headers.Contains) && Published.Any(headers.Contains) && Types.Any(headers.Contains) ? 9 : 0;
}
