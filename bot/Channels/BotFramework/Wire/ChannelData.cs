using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.Channels.BotFramework.Wire;

/// <summary>What Teams adds to an activity. Source: facts/bot-framework.md 1.7.</summary>
internal sealed record ChannelData
{
    public IdOnly? Tenant { get; init; }

    public TeamInfo? Team { get; init; }

    public IdOnly? Channel { get; init; }

    /// <summary>"editMessage", "undeleteMessage", "softDeleteMessage", "teamMemberAdded"…</summary>
    public string? EventType { get; init; }

    public Notification? Notification { get; init; }

    /// <summary>Never together with the older feedbackLoopEnabled: Teams refuses both.</summary>
    public FeedbackLoop? FeedbackLoop { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

internal sealed record IdOnly
{
    public string? Id { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

internal sealed record TeamInfo
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AadGroupId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

/// <param name="Alert">Shows the message in the person's feed.</param>
internal sealed record Notification(bool Alert);

/// <param name="Type">"default" or "custom".</param>
internal sealed record FeedbackLoop(string Type);
