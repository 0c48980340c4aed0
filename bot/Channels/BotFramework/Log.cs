namespace MentorBot.Channels.BotFramework;

/// <summary>Event ids 5000 to 5999. Never a token, never a message's text.</summary>
internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Warning, "A call to /api/messages was refused: {Reason}")]
    public static partial void Refused(ILogger logger, string reason);

    [LoggerMessage(5002, LogLevel.Warning, "An activity cannot be used: {Reason}")]
    public static partial void Unusable(ILogger logger, string reason);

    [LoggerMessage(5003, LogLevel.Warning, "The file of event {EventId} is not fetched: its address is not one that files come from.")]
    public static partial void FileRefused(ILogger logger, Guid eventId);

    [LoggerMessage(5004, LogLevel.Warning, "The file of event {EventId} could not be fetched: HTTP {Status}.")]
    public static partial void FileNotFetched(ILogger logger, Guid eventId, int status);

    [LoggerMessage(5005, LogLevel.Error, "The signing keys of {Host} cannot be read: {Fault}")]
    public static partial void NoKeys(ILogger logger, string host, string fault);

    [LoggerMessage(5006, LogLevel.Warning, "A sign-in to the pages was refused: {Reason}")]
    public static partial void NotSignedIn(ILogger logger, string reason);

    [LoggerMessage(5007, LogLevel.Warning, "The used card of delivery {DeliveryId} was not replaced: HTTP {Status} {Code}")]
    public static partial void CardStays(ILogger logger, Guid deliveryId, int status, string? code);

    [LoggerMessage(5008, LogLevel.Error, "The used card of delivery {DeliveryId} could not be replaced: {Fault}")]
    public static partial void CardFault(ILogger logger, Guid deliveryId, string fault);

    [LoggerMessage(5009, LogLevel.Warning, "File {FileId} was not taken by its upload address: HTTP {Status}")]
    public static partial void NotUploaded(ILogger logger, Guid fileId, int status);
}
