using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.Turns;

/// <summary>What an event carries, in no channel's terms.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextContent), "text")]
[JsonDerivedType(typeof(ChoiceContent), "choice")]
[JsonDerivedType(typeof(FileContent), "file")]
[JsonDerivedType(typeof(OpenedContent), "opened")]
internal abstract record InboundContent
{
    public string ToJson() => JsonSerializer.Serialize(this, InboundJson.Default.InboundContent);

    /// <exception cref="JsonException">The stored text is no content.</exception>
    public static InboundContent FromJson(string json) =>
        JsonSerializer.Deserialize(json, InboundJson.Default.InboundContent) ?? throw new JsonException("A stored content is null.");
}

internal sealed record TextContent(string Text) : InboundContent;

/// <summary>A press on a <see cref="Messages.ChoicesPart"/>.</summary>
/// <param name="Values">One, or several where many were allowed.</param>
/// <param name="Label">What the person saw on it; shown in the transcript.</param>
internal sealed record ChoiceContent(string Target, int Version, string Nonce, IReadOnlyList<string> Values, string Label) : InboundContent;

/// <summary>A file that the channel has already put into Files.</summary>
/// <param name="FileId">Null when it was above the limit and not kept; <paramref name="Length"/> then tells how large it was, as far as known.</param>
/// <param name="Text">What was typed with it.</param>
internal sealed record FileContent(Guid? FileId, string Name, string MediaType, long Length, string? Text = null) : InboundContent;

/// <summary>A person opened the chat for the first time: the mentor speaks first.</summary>
internal sealed record OpenedContent : InboundContent;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InboundContent))]
internal sealed partial class InboundJson : JsonSerializerContext;
