using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>
/// Says who posts, from the Authorization header alone. What the token says of itself is judged first, so that a stranger's token cannot make us read keys;
/// then the signature, by the key it names. Source: facts/bot-framework.md 2.2 and 2.3.
/// </summary>
internal sealed class TokenVerifier
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = 16 * 1024 };

    private readonly BotFrameworkOptions _options;
    private readonly SigningKeys _keys;
    private readonly TimeProvider _time;
    private readonly string[] _audiences;

    public TokenVerifier(BotFrameworkOptions options, SigningKeys keys, TimeProvider time)
    {
        _options = options;
        _keys = keys;
        _time = time;
        _audiences = [options.AppId, $"api://{options.AppId}", $"api://botid-{options.AppId}"];
    }

    /// <param name="authorizationHeader">Null when there is none.</param>
    /// <param name="cancellationToken">Ends the waiting for keys, not their reading.</param>
    public async ValueTask<Verified> VerifyAsync(string? authorizationHeader, CancellationToken cancellationToken)
    {
        if (!_options.HasApp)
        {
            return new Verified.Refused(Reasons.NoApp);
        }

        if (string.IsNullOrEmpty(authorizationHeader))
        {
            return new Verified.Refused(Reasons.NoToken);
        }

        if (!authorizationHeader.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return new Verified.Refused(Reasons.NotBearer);
        }

        try
        {
            return Read(authorizationHeader) is { } token ? await JudgeAsync(token, cancellationToken) : new Verified.Refused(Reasons.Garbage);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException)
        {
            // The library throws for what it cannot read; its words may quote the token, so they are dropped.
            return new Verified.Refused(Reasons.Garbage);
        }
    }

    /// <returns>Null unless what follows the scheme is one signed token: three parts, no blank.</returns>
    /// <exception cref="ArgumentException">It has three parts that cannot be read.</exception>
    private static JsonWebToken? Read(string header)
    {
        var token = header.AsMemory(Scheme.Length);
        return token.Length <= Handler.MaximumTokenSizeInBytes && token.Span.Count('.') == 2 && !token.Span.ContainsAny(' ', ',', '\t') ? new JsonWebToken(token) : null;
    }

    private async ValueTask<Verified> JudgeAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        if (!IsAllowed(token.Alg))
        {
            return new Verified.Refused(Reasons.WrongAlgorithm);
        }

        if (!IsForUs(token.Audiences))
        {
            return new Verified.Refused(Reasons.WrongAudience);
        }

        if (Untimely(token) is { } untimely)
        {
            return new Verified.Refused(untimely);
        }

        var tenant = _keys.Issuers.TenantOf(token.Issuer);
        var isOurs = token.Issuer == _keys.Issuers.Channel || tenant is not null;
        if (!isOurs && _options.OpenIdMetadata is null)
        {
            return new Verified.Refused(Reasons.WrongIssuer);
        }

        var cache = tenant is null ? _keys.Channel : _keys.Entra;
        if (await cache.CurrentAsync(cancellationToken) is not { } published)
        {
            return new Verified.Refused(Reasons.NoKeys);
        }

        if (!isOurs && (token.Issuer.Length == 0 || token.Issuer != published.Issuer))
        {
            return new Verified.Refused(Reasons.WrongIssuer);
        }

        if (!published.ById.TryGetValue(token.Kid ?? "", out var key) && (await cache.AgainAsync(cancellationToken))?.ById.TryGetValue(token.Kid ?? "", out key) != true)
        {
            return new Verified.Refused(Reasons.UnknownKey);
        }

        if (tenant is not null && !key!.SignsFor(tenant))
        {
            return new Verified.Refused(Reasons.KeyOfAnotherIssuer);
        }

        return (await Handler.ValidateTokenAsync(token, ParametersOf(key!, token.Issuer))).IsValid
            ? tenant is null ? new Verified.Caller(true, Claim(token, "serviceurl"), key!.Endorsements) : OwnCaller(token)
            : new Verified.Refused(Reasons.BadSignature);
    }

    /// <summary>The token was got with the bot's own credentials: the app that asked for it is the app it is for.</summary>
    private Verified OwnCaller(JsonWebToken token) =>
        Claim(token, Claim(token, "ver") switch { "1.0" => "appid", "2.0" => "azp", _ => "" }) is not { } app || !app.Equals(_options.AppId, StringComparison.OrdinalIgnoreCase)
            ? new Verified.Refused(Reasons.AnotherApp)
            // Anyone who signs in to our pages can get a token of our app for our app; only one without a person proves the bot's credentials.
            : Claim(token, "scp") is not null ? new Verified.Refused(Reasons.PersonsToken)
            : new Verified.Caller(false, Claim(token, "serviceurl"), null);

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

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private static bool IsAllowed(string? algorithm) => algorithm is SecurityAlgorithms.RsaSha256 or SecurityAlgorithms.RsaSha384 or SecurityAlgorithms.RsaSha512;

    private bool IsForUs(IEnumerable<string> audiences)
    {
        foreach (var audience in audiences)
        {
            if (_audiences.Contains(audience, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Null when the token holds now, give or take the skew.</returns>
    private string? Untimely(JsonWebToken token)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return token.ValidTo == DateTime.MinValue ? Reasons.NoExpiry
            : token.ValidTo < now - Skew ? Reasons.Expired
            : token.ValidFrom > now + Skew ? Reasons.NotYetValid
            : null;
    }

    private static string? Claim(JsonWebToken token, string name) => name.Length > 0 && token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
