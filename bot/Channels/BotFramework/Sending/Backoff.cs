namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>The pause before a retry when the connector names none: doubles with every failure, up to five minutes, and is spread so that all do not come back at once.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="failures">Before this one.</param>
    /// <param name="chance">In [0, 1).</param>
    /// <returns>From half of the full pause to all of it.</returns>
    public static TimeSpan Pause(int failures, double chance)
    {
        var full = Math.Min(First.TotalSeconds * Math.Pow(2, failures), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + (chance / 2)));
    }
}
