namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>Event ids 6300 to 6399. Never a message's text, a token or a person's id.</summary>
internal static partial class Log
{
    [LoggerMessage(6301, LogLevel.Error, "Delivery {DeliveryId} could not be rendered: {Fault}\n{Stack}")]
    public static partial void RenderFault(ILogger logger, Guid deliveryId, string fault, string? stack);

    [LoggerMessage(6302, LogLevel.Warning, "The connector did not take delivery {DeliveryId}: {Outcome} {Status} {Code}")]
    public static partial void NotTaken(ILogger logger, Guid deliveryId, ConnectorOutcome outcome, int status, string? code);

    [LoggerMessage(6303, LogLevel.Error, "No token for the connector, nothing can be sent: {Reason}")]
    public static partial void NoToken(ILogger logger, string reason);

    [LoggerMessage(6304, LogLevel.Warning, "A card of delivery {DeliveryId} was refused and goes as plain text: {Outcome} {Status} {Code}")]
    public static partial void CardRefused(ILogger logger, Guid deliveryId, ConnectorOutcome outcome, int status, string? code);
}
