using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>How old a post must be before its lifetime figures are compared: what a feed shows lives for days, what people search for lives for weeks.</summary>
internal static class PostMaturity
{
    public const int FeedDays = 7;
    public const int LongVideoDays = 28;

    public const string Shorts = "shorts";
    public const string LongVideo = "long-video";

    private const string VideoPlatform = "youtube-studio";

    /// <summary>Seconds. YouTube shows vertical videos of up to three minutes as Shorts; its table does not say which is one.</summary>
    private const double LongestShort = 180;

    public static int Days(string source, string? format) => source == VideoPlatform && format != Shorts ? LongVideoDays : FeedDays;

    /// <summary>The format that the file states, else for a video platform the one that the length tells; null: unknown.</summary>
    public static string? Format(KpiTable table, KeyColumn? type, MetricColumn? length, int row) =>
        type is not null ? type.Codes[row] < 0 ? null : type.Values[type.Codes[row]]
        : table.Source == VideoPlatform && length is not null && !double.IsNaN(length.Values[row]) ? length.Values[row] <= LongestShort ? Shorts : LongVideo
        : null;
}
