using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.Messages;

/// <summary>What the mentor says in one go, in no channel's terms. Each channel renders the parts it can show and falls back to text.</summary>
/// <param name="Parts">In reading order; never empty.</param>
/// <param name="Locale">Language of the words and of the number formats in it: "fr" or "en".</param>
internal sealed record Message(IReadOnlyList<MessagePart> Parts, string Locale)
{
    public static Message Of(string locale, params IReadOnlyList<MessagePart> parts) => new(parts, locale);

    public static Message Text(string locale, string text) => new([new TextPart(text)], locale);

    public string ToJson() => JsonSerializer.Serialize(this, MessageJson.Default.Message);

    /// <exception cref="JsonException">The stored text is not a message.</exception>
    public static Message FromJson(string json) =>
        JsonSerializer.Deserialize(json, MessageJson.Default.Message) ?? throw new JsonException("A stored message is null.");

    /// <summary>The message without layout, for a terminal, a notification or a search index.</summary>
    public string ToPlainText() => string.Join("\n", Parts.Select(p => p.ToPlainText()).Where(t => t.Length > 0));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Message))]
internal sealed partial class MessageJson : JsonSerializerContext;
