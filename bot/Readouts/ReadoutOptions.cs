namespace MentorBot.Readouts;

/// <summary>What the person asks of a reading.</summary>
/// <param name="Country">ISO code, for public holidays; null when nobody said.</param>
/// <param name="Today">For "the file was made today": its last day is still running.</param>
internal sealed record ReadoutOptions(DateOnly Today, CompareMode Compare = CompareMode.Whole, string? Country = null)
{
    /// <summary>Days that the person explained: left out of what counts as usual, and drawn.</summary>
    public IReadOnlyList<NotedDays> Noted { get; init; } = [];

    /// <summary>The person's last reading of the same export, when this one goes on from it.</summary>
    public LastReading? Last { get; init; }
}

/// <param name="On">The day of that reading.</param>
/// <param name="Total">Of <paramref name="Metric"/> over its complete days; null where it has no sum.</param>
/// <param name="To">Last complete day that it saw.</param>
internal sealed record LastReading(DateOnly On, string? Metric, double? Total, int Days, DateOnly? To);

internal enum CompareMode
{
    /// <summary>The whole file: level shifts at every day, else the later half with the earlier.</summary>
    Whole,

    /// <summary>The last full week with the one before.</summary>
    Previous,

    /// <summary>The last full weeks with the same weekdays 52 weeks earlier.</summary>
    LastYear,
}
