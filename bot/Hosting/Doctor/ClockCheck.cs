using System.Globalization;

namespace MentorBot.Hosting;

/// <summary>Follow-ups and leases are times: the clock must be right, agree with the database's, and know the zones.</summary>
internal static class ClockCheck
{
    private static readonly TimeSpan MostApart = TimeSpan.FromSeconds(30);

    /// <param name="databaseNow">The database server's own time; null where there is none to ask.</param>
    public static DoctorCheck Of(DateTimeOffset now, DateTimeOffset? databaseNow)
    {
        var where = now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";
        var built = File.GetLastWriteTimeUtc(Path.Combine(AppContext.BaseDirectory, "MentorBot.dll"));
        return !TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out _)
                ? new DoctorCheck("clock", DoctorState.Failed, "time zones", "this machine knows no time zones", "install its time zone data (the package is often called tzdata)")
            : now.UtcDateTime < built.AddDays(-1)
                ? new DoctorCheck("clock", DoctorState.Warning, where, "the clock is behind the program's own files", "set the machine's clock, best by NTP")
            : databaseNow is { } other && (now - other).Duration() > MostApart
                ? new DoctorCheck("clock", DoctorState.Warning, where, $"it is {(now - other).Duration().TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s apart from the database's", "set both clocks by NTP, else follow-ups come early or late and leases overlap")
            : new DoctorCheck("clock", DoctorState.Ok, where, databaseNow is null ? "plausible" : "it agrees with the database's");
    }
}
