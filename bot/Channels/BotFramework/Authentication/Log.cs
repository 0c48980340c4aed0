namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>Event ids 5100 to 5119. Never a token.</summary>
internal static partial class Log
{
    [LoggerMessage(5101, LogLevel.Warning, "The keys named by {Metadata} could not be read; the ones already known stay: {Fault}")]
    public static partial void KeysNotRead(ILogger logger, string metadata, string fault);
}
