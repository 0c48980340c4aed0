namespace MentorBot.Tables;

/// <summary>TikTok Studio: Overview and FollowerHistory per day with dates that have no year and "undefined" for what is not known yet; Content per post.</summary>
internal sealed class TikTokStudio : ITableSource
{
    private static readonly string[] Overview = ["video views", "profile views", "vues de la video", "vues de profil"];
    private static readonly string[] Content = ["video link", "post time", "total play time", "average watch time", "watched full video", "add to favorites"];

    public string Id => "tiktok-studio";

    public int Recognises(IReadOnlyList<string> preamble, IReadOnlySet<string> headers) =>
        Overview.Count(headers.Contains) >= 2 || Content.Count(headers.Contains) >= 2 || headers.Contains("difference in followers from previous day") ? 9 : 0;
}
