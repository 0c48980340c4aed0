using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.Channels.BotFramework.Wire;

/// <summary>
/// One activity of the Bot Framework, in or out. Loose on purpose: fields we do not know are kept and written back, types we do not know are accepted.
/// Source: facts/bot-framework.md 1.1 and 1.2 (Activity spec A2002, A2005, A2014).
/// </summary>
internal sealed record Activity
{
    public string? Type { get; init; }

    /// <summary>Set by the channel; opaque. Never sent by us.</summary>
    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>"msteams", "emulator", "webchat"…; compared ordinally.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Where answers go. Trusted only after the token's claim and the allow-list agree.</summary>
    public string? ServiceUrl { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? DeliveryMode { get; init; }

    /// <summary>BCP-47, the client's language.</summary>
    public string? Locale { get; init; }

    /// <summary>IANA name.</summary>
    public string? LocalTimezone { get; init; }

    public string? Text { get; init; }

    /// <summary>"plain", "markdown" or "xml"; always set on what we send.</summary>
    public string? TextFormat { get; init; }

    /// <summary>Shown in a toast or the activity feed instead of a card.</summary>
    public string? Summary { get; init; }

    public string? InputHint { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public IReadOnlyList<Entity>? Entities { get; init; }

    public ChannelData? ChannelData { get; init; }

    /// <summary>Of an event or an invoke.</summary>
    public string? Name { get; init; }

    /// <summary>Of an event, an invoke or a pressed button; its shape depends on <see cref="Name"/>.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Of an installationUpdate: "add", "remove", "add-upgrade", "remove-upgrade".</summary>
    public string? Action { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    public IReadOnlyList<Reaction>? ReactionsAdded { get; init; }

    public IReadOnlyList<Reaction>? ReactionsRemoved { get; init; }

    // Settable: the generated reader passes what is init-only to a constructor, which extension data cannot be.
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>Types that mean something to us; every other is accepted and passed over.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string Typing = "typing";
}

internal sealed record ChannelAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The Entra object id, the same for every bot.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>The member list spells <see cref="AadObjectId"/> this way.</summary>
    public string? ObjectId { get; init; }

    /// <summary>"user", "bot" or "agent", "skill"…</summary>
    public string? Role { get; init; }

    public string? TenantId { get; init; }

    public string? Email { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? UserRole { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

internal sealed record ConversationAccount
{
    public string? Id { get; init; }

    /// <summary>On Teams "personal", "groupChat" or "channel".</summary>
    public string? ConversationType { get; init; }

    public bool? IsGroup { get; init; }

    public string? TenantId { get; init; }

    public string? Name { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

internal sealed record Attachment
{
    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public JsonElement? Content { get; init; }

    public string? Name { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>An entity of any type; of "mention" and "clientInfo" the fields are named.</summary>
internal sealed record Entity
{
    public string? Type { get; init; }

    public ChannelAccount? Mentioned { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    public string? Country { get; init; }

    public string? Timezone { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}

internal sealed record Reaction
{
    /// <summary>"like", "heart", "laugh", "surprised", "sad", "angry", or a newer emoji id.</summary>
    public string? Type { get; init; }
}
