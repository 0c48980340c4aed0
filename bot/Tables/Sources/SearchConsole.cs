namespace MentorBot.Tables;

/// <summary>Search Console: a zip with one table per dimension (Dates or Chart, Queries, Pages, Countries, Devices), each with clicks, impressions, CTR and position.</summary>
internal sealed class SearchConsole : ITableSource
{
    private static readonly string[] Dimensions = ["top queries", "requetes les plus frequentes", "top pages", "pages les plus populaires"];

    public string Id => "search-console";

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) =>
        (headers.Contains("clicks") || headers.Contains("clics")) && headers.Contains("impressions") && (headers.Contains("position") || headers.Contains("position moyenne") || Dimensions.Any(headers.Contains)) ? 8 : 0;
}
