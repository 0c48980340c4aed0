using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>One published key, read once.</summary>
/// <param name="Key">Parsed; the library caches its verifier by it.</param>
/// <param name="Issuer">For whom the key signs, perhaps with "{tenantid}" in it; null when it does not say.</param>
/// <param name="Endorsements">Channels it is endorsed for; null when it names none.</param>
internal sealed record SigningKey(RsaSecurityKey Key, string? Issuer, FrozenSet<string>? Endorsements)
{
    private const int LeastBits = 2048;

    /// <returns>Null for a key that is not for RSA signatures, is too short or has no id.</returns>
    public static SigningKey? From(JsonWebKey key) =>
        key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.Use is null or "" or JsonWebKeyUseNames.Sig && !string.IsNullOrEmpty(key.Kid)
        && JsonWebKeyConverter.TryConvertToSecurityKey(key, out var parsed) && parsed is RsaSecurityKey rsa && rsa.KeySize >= LeastBits
            ? new SigningKey(rsa, key.AdditionalData.TryGetValue("issuer", out var issuer) ? issuer as string : null, EndorsementsOf(key))
            : null;

    /// <summary>Whether the key may sign for a tenant of Entra: a key of other tenants must not, whatever the token says of its issuer.</summary>
    public bool SignsFor(string tenant) => Issuer is null || Issuer.Contains("{tenantid}", StringComparison.OrdinalIgnoreCase) || Issuer.Contains(tenant, StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string>? EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } names
            ? names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : null;
}

/// <summary>What one metadata document said at one moment.</summary>
/// <param name="Issuer">That it names; empty when it names none.</param>
/// <param name="At">When it was read.</param>
internal sealed record PublishedKeys(string Issuer, FrozenDictionary<string, SigningKey> ById, DateTimeOffset At);
