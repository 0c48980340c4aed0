namespace MentorBot.Storage;

/// <summary>How SQLite keeps times and ids, for statements written by hand.</summary>
internal static class SqliteValue
{
    /// <summary>UTC microseconds since 1970.</summary>
    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset From(long microseconds) => new((microseconds * TimeSpan.TicksPerMicrosecond) + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero);

    /// <summary>Upper-case text, as the provider writes ids.</summary>
    public static string Of(Guid id) => id.ToString("D").ToUpperInvariant();
}
