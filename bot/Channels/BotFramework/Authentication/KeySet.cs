using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>Keys as a metadata document and its JWKS gave them at one time.</summary>
/// <param name="Issuer">As the document says.</param>
internal sealed record KeySet(string Issuer, FrozenDictionary<string, SigningKey> Keys, DateTimeOffset ReadAt)
{
    /// <param name="jwks">Each key may carry "endorsements" beside what the standard knows.</param>
    /// <exception cref="JsonException">It is no key set.</exception>
    public static KeySet Read(string issuer, string jwks, DateTimeOffset now)
    {
        using var document = JsonDocument.Parse(jwks);
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in document.RootElement.GetProperty("keys").EnumerateArray())
        {
            var web = new JsonWebKey(key.GetRawText());
            if (web.Kid is { Length: > 0 } kid && web.Kty == "RSA")
            {
                keys[kid] = new SigningKey(web, key.TryGetProperty("endorsements", out var endorsements) && endorsements.ValueKind == JsonValueKind.Array
                    ? endorsements.EnumerateArray().Select(e => e.GetString()).OfType<string>().ToFrozenSet(StringComparer.Ordinal)
                    : FrozenSet<string>.Empty);
            }
        }

        return new KeySet(issuer, keys.ToFrozenDictionary(StringComparer.Ordinal), now);
    }
}

/// <param name="Endorsements">The channels that the key may speak for; compared ordinally.</param>
internal sealed record SigningKey(SecurityKey Key, FrozenSet<string> Endorsements);
