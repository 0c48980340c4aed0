using System.Text.Json.Serialization;
using MentorBot.Turns;

namespace MentorBot.Channels.Web;

/// <summary>What the page's own script posts, apart from the bytes of a file.</summary>
/// <param name="Key">Made by the page; the same for every try.</param>
/// <param name="Kind">"text", "choice", or "file" for one that is above the limit and is not sent.</param>
internal sealed record WebMessage(string Key, string Kind, string? Text = null, string? Target = null, int? Version = null, string? Nonce = null, IReadOnlyList<string>? Values = null,
    string? Label = null, string? Name = null, string? MediaType = null, long? Length = null)
{
    private const int LongestText = 200_000;

    /// <returns>Null when it makes no sense.</returns>
    public InboundContent? ToContent(long fileLimit) => this switch
    {
        { Key.Length: 0 or > 100 } => null,
        { Kind: "text", Text: { } text } when text.Length <= LongestText && !string.IsNullOrWhiteSpace(text) => new TextContent(text),
        { Kind: "choice", Target: { Length: > 0 } target, Nonce: { Length: > 0 } nonce, Values: { Count: > 0 } values, Label: { Length: > 0 } label } => new ChoiceContent(target, Version ?? 0, nonce, values, label),
        { Kind: "file", Name: { Length: > 0 } name, Length: { } length } when length > fileLimit => new FileContent(null, name, MediaType ?? "application/octet-stream", length),
        _ => null,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WebMessage))]
[JsonSerializable(typeof(PersonPick))]
[JsonSerializable(typeof(LanguagePick))]
[JsonSerializable(typeof(ClientToken))]
internal sealed partial class WebJson : JsonSerializerContext;

/// <param name="Person">The roster's id; null to be nobody again.</param>
internal sealed record PersonPick(string? Person);

internal sealed record LanguagePick(string? Locale);

/// <param name="Token">That the client gave to our page.</param>
/// <param name="Locale">BCP-47, the client's.</param>
/// <param name="TimeZone">IANA name, the browser's.</param>
internal sealed record ClientToken(string? Token, string? Locale, string? TimeZone);
