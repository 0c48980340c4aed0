using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.Messages;

/// <summary>Where a message goes: one conversation on one channel.</summary>
/// <param name="Channel">"web", "terminal", "slack" or "msteams".</param>
/// <param name="Workspace">Slack team id, Entra tenant id; "local" on web and terminal.</param>
/// <param name="Conversation">The channel's own conversation id; on web and terminal the person's id.</param>
/// <param name="Reference">What the channel needs besides to send there (service URL, thread), as the channel's own JSON; opaque to everyone else.</param>
internal sealed record Address(string Channel, string Workspace, string Conversation, string? Reference = null)
{
    public string ToJson() => JsonSerializer.Serialize(this, AddressJson.Default.Address);

    /// <exception cref="JsonException">The stored text is no address.</exception>
    public static Address FromJson(string json) => JsonSerializer.Deserialize(json, AddressJson.Default.Address) ?? throw new JsonException("A stored address is null.");
}

[JsonSerializable(typeof(Address))]
internal sealed partial class AddressJson : JsonSerializerContext;
