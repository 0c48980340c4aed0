using System.ComponentModel.DataAnnotations;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>
/// How fast we send, at most. The vendor's own limits are 7, 8, 60 and 1800 per conversation and 50 per tenant (facts/bot-framework.md 5.2) and change without
/// notice; a message with a card may count twice, and messages come closer together on the way. So the defaults stay under them.
/// </summary>
internal sealed class ConnectorRates
{
    public const string Section = "Deliveries:Rates:BotFramework";

    [Range(1, 1000, ErrorMessage = "Deliveries:Rates:BotFramework:ConversationPerSecond must be from 1 to 1000.")]
    public int ConversationPerSecond { get; init; } = 6;

    [Range(1, 1000, ErrorMessage = "Deliveries:Rates:BotFramework:ConversationPerTwoSeconds must be from 1 to 1000.")]
    public int ConversationPerTwoSeconds { get; init; } = 7;

    [Range(1, 10_000, ErrorMessage = "Deliveries:Rates:BotFramework:ConversationPerHalfMinute must be from 1 to 10000.")]
    public int ConversationPerHalfMinute { get; init; } = 50;

    [Range(1, 100_000, ErrorMessage = "Deliveries:Rates:BotFramework:ConversationPerHour must be from 1 to 100000.")]
    public int ConversationPerHour { get; init; } = 1500;

    [Range(2, 10_000, ErrorMessage = "Deliveries:Rates:BotFramework:TenantPerSecond must be from 2 to 10000.")]
    public int TenantPerSecond { get; init; } = 40;
}
