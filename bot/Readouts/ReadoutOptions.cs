namespace MentorBot.Readouts;

/// <summary>What the person asks of a reading.</summary>
/// <param name="Country">ISO code, for public holidays; null when nobody said.</param>
/// <param name="Today">For "the file was made today": its last day is still running.</param>
internal sealed record ReadoutOptions(DateOnly Today, CompareMode Compare = CompareMode.Whole, string? Country = null);

internal enum CompareMode
{
    /// <summary>The whole file: level shifts at every day, else the later half with the earlier.</summary>
    Whole,

    /// <summary>The last full week with the one before.</summary>
    Previous,

    /// <summary>The last full weeks with the same weekdays 52 weeks earlier.</summary>
    LastYear,
}
