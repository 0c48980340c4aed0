using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.Channels.BotFramework;

/// <summary>What it takes to send to a conversation besides its id; kept as an address's Reference and overwritten by every activity that comes in.</summary>
/// <param name="ServiceUrl">Where the conversation's connector is.</param>
/// <param name="ChannelId">"msteams", or the channel of a development client.</param>
/// <param name="Bot">Our own id there: "28:{appId}".</param>
/// <param name="Scope">"personal", "groupChat" or "channel".</param>
internal sealed record Reference(string ServiceUrl, string ChannelId, string Bot, string Scope)
{
    /// <summary>The person's id for this bot ("29:…"), with whom a personal conversation is opened.</summary>
    public string? User { get; init; }

    /// <summary>The activity that is answered.</summary>
    public string? ReplyTo { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, ReferenceJson.Default.Reference);

    /// <returns>Null when there is none.</returns>
    public static Reference? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize(json, ReferenceJson.Default.Reference);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Reference))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
