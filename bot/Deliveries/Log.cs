namespace MentorBot.Deliveries;

/// <summary>Event ids 2000 to 2999. Never a message's text.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Error, "The delivery loop met a fault and goes on: {Fault}\n{Stack}")]
    public static partial void LoopFault(ILogger logger, string fault, string? stack);

    [LoggerMessage(2002, LogLevel.Error, "Delivery {DeliveryId} on {Channel} has an unknown outcome: {Fault}\n{Stack}")]
    public static partial void SendFault(ILogger logger, Guid deliveryId, string channel, string fault, string? stack);
}
