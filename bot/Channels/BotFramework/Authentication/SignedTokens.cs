using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>What every token must pass, whoever it speaks for: form, algorithm, audience, time, signature. Source: facts/bot-framework.md 2.2.</summary>
/// <param name="audiences">Our names; one of them must be the token's.</param>
internal sealed class SignedTokens(IReadOnlyList<string> audiences, TimeProvider time)
{
    public const int LongestToken = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = LongestToken };
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    /// <returns>Null unless it is one signed token: three parts, no blank.</returns>
    /// <exception cref="ArgumentException">It has three parts that cannot be read.</exception>
    public static JsonWebToken? Read(ReadOnlyMemory<char> token) =>
        token.Length <= LongestToken && token.Span.Count('.') == 2 && !token.Span.ContainsAny(' ', ',', '\t') ? new JsonWebToken(token) : null;

    /// <summary>What the library throws for a token that it cannot read; its words may quote the token, so they are dropped.</summary>
    public static bool IsUnreadable(Exception e) => e is ArgumentException or SecurityTokenException or FormatException;

    /// <summary>What the token says of itself, judged before a key is looked up.</summary>
    /// <returns>Null when nothing is against it; else one of <see cref="Reasons"/>.</returns>
    public string? Refusal(JsonWebToken token) =>
        !IsAllowed(token.Alg) ? Reasons.WrongAlgorithm
        : !IsForUs(token.Audiences) ? Reasons.WrongAudience
        : Untimely(token);

    /// <returns>The key that the token names, after one more reading where it is new; null when nobody publishes it.</returns>
    public static async ValueTask<SigningKey?> KeyAsync(JsonWebToken token, KeyCache cache, PublishedKeys published, CancellationToken cancellationToken)
    {
        if (published.ById.TryGetValue(token.Kid ?? "", out var key))
        {
            return key;
        }

        return (await cache.AgainAsync(cancellationToken))?.ById.GetValueOrDefault(token.Kid ?? "");
    }

    public async ValueTask<bool> IsSignedByAsync(JsonWebToken token, SigningKey key) => (await Handler.ValidateTokenAsync(token, ParametersOf(key, token.Issuer))).IsValid;

    public static string? Claim(JsonWebToken token, string name) => name.Length > 0 && token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private TokenValidationParameters ParametersOf(SigningKey key, string issuer) => new()
    {
        ValidAlgorithms = Algorithms,
        AudienceValidator = (audiences, _, _) => IsForUs(audiences),
        ValidIssuer = issuer,
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (_, _, token, _) => token is JsonWebToken read && Untimely(read) is null,
        IncludeTokenOnFailedValidation = false,
    };

    private static bool IsAllowed(string? algorithm) => algorithm is SecurityAlgorithms.RsaSha256 or SecurityAlgorithms.RsaSha384 or SecurityAlgorithms.RsaSha512;

    private bool IsForUs(IEnumerable<string> of)
    {
        foreach (var audience in of)
        {
            if (audiences.Contains(audience, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Null when the token holds now, give or take the skew.</returns>
    private string? Untimely(JsonWebToken token)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return token.ValidTo == DateTime.MinValue ? Reasons.NoExpiry
            : token.ValidTo < now - Skew ? Reasons.Expired
            : token.ValidFrom > now + Skew ? Reasons.NotYetValid
            : null;
    }
}
