using System.Text.Json;

namespace MentorBot.Turns;

/// <summary>What a person's client says of them; used where neither they nor the roster say otherwise.</summary>
/// <param name="Locale">BCP-47, such as "fr-BE".</param>
/// <param name="TimeZone">IANA name.</param>
internal sealed record ClientHints(string? Locale, string? TimeZone)
{
    public string ToJson() => JsonSerializer.Serialize(this, InboundJson.Default.ClientHints);

    /// <returns>Null when the client said nothing.</returns>
    public static ClientHints? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize(json, InboundJson.Default.ClientHints);
}
