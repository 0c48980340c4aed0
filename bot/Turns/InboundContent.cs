using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.Turns;

/// <summary>What an event carries, in no channel's terms.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextContent), "text")]
[JsonDerivedType(typeof(ChoiceContent), "choice")]
[JsonDerivedType(typeof(FileContent), "file")]
[JsonDerivedType(typeof(RemoteFileContent), "remote-file")]
[JsonDerivedType(typeof(OpenedContent), "opened")]
[JsonDerivedType(typeof(FeedbackContent), "feedback")]
[JsonDerivedType(typeof(WithdrawnContent), "withdrawn")]
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

/// <summary>A file that still lies with the channel: fetched before the turn, which then sees a <see cref="FileContent"/>.</summary>
/// <param name="Source">Where the channel fetches it, in its own terms; short-lived.</param>
internal sealed record RemoteFileContent(string Source, string Name, string MediaType, string? Text = null) : InboundContent;

/// <summary>A person opened the chat for the first time: the mentor speaks first.</summary>
internal sealed record OpenedContent : InboundContent;

/// <summary>A person says of one of our messages that it helped, or that it did not.</summary>
/// <param name="MessageRef">The channel's id of that message, as the delivery kept it.</param>
/// <param name="Text">What they added, if anything.</param>
internal sealed record FeedbackContent(string MessageRef, bool Helped, string? Text) : InboundContent;

/// <summary>What a person took back: nothing of it is kept, and it is never handled.</summary>
internal sealed record WithdrawnContent : InboundContent;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InboundContent))]
[JsonSerializable(typeof(ClientHints))]
internal sealed partial class InboundJson : JsonSerializerContext;
