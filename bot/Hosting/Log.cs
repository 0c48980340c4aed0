namespace MentorBot.Hosting;

/// <summary>Event ids 100 to 199.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Warning, "Roster: {Warning}")]
    public static partial void RosterWarning(ILogger logger, string warning);

    [LoggerMessage(102, LogLevel.Information, "Roster read: {People} people")]
    public static partial void RosterRead(ILogger logger, int people);
}
