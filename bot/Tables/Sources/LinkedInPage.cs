namespace MentorBot.Tables;

/// <summary>A LinkedIn page's own analytics: every count three times, organic, sponsored and their total. The total is the count; the others are its parts.</summary>
internal sealed class LinkedInPage : ITableSource
{
    public string Id => "linkedin-page";

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) =>
        headers.Contains("impressions (organic)") || headers.Count(h => h.EndsWith(" (organic)", StringComparison.Ordinal) || h.EndsWith(" (sponsored)", StringComparison.Ordinal)) >= 2 ? 9
        : headers.Contains("post link") && (headers.Contains("reposts") || headers.Contains("post title")) ? 8
        : 0;
}
