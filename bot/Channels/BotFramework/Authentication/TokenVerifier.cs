using Microsoft.IdentityModel.JsonWebTokens;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>
/// Says who posts, from the Authorization header alone. What the token says of itself is judged first, so that a stranger's token cannot make us read keys;
/// then the signature, by the key it names. Source: facts/bot-framework.md 2.2 and 2.3.
/// </summary>
internal sealed class TokenVerifier(BotFrameworkOptions options, SigningKeys keys, TimeProvider time)
{
    private const string Scheme = "Bearer ";

    private readonly SignedTokens _tokens = new([options.AppId, $"api://{options.AppId}", $"api://botid-{options.AppId}"], time);

    /// <param name="authorizationHeader">Null when there is none.</param>
    /// <param name="cancellationToken">Ends the waiting for keys, not their reading.</param>
    public async ValueTask<Verified> VerifyAsync(string? authorizationHeader, CancellationToken cancellationToken)
    {
        if (!options.HasApp)
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
            return SignedTokens.Read(authorizationHeader.AsMemory(Scheme.Length)) is { } token ? await JudgeAsync(token, cancellationToken) : new Verified.Refused(Reasons.Garbage);
        }
        catch (Exception e) when (SignedTokens.IsUnreadable(e))
        {
            return new Verified.Refused(Reasons.Garbage);
        }
    }

    private async ValueTask<Verified> JudgeAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        if (_tokens.Refusal(token) is { } refusal)
        {
            return new Verified.Refused(refusal);
        }

        var tenant = keys.Issuers.TenantOf(token.Issuer);
        var isOurs = token.Issuer == keys.Issuers.Channel || tenant is not null;
        if (!isOurs && options.OpenIdMetadata is null)
        {
            return new Verified.Refused(Reasons.WrongIssuer);
        }

        var cache = tenant is null ? keys.Channel : keys.Entra;
        if (await cache.CurrentAsync(cancellationToken) is not { } published)
        {
            return new Verified.Refused(Reasons.NoKeys);
        }

        if (!isOurs && (token.Issuer.Length == 0 || token.Issuer != published.Issuer))
        {
            return new Verified.Refused(Reasons.WrongIssuer);
        }

        if (await SignedTokens.KeyAsync(token, cache, published, cancellationToken) is not { } key)
        {
            return new Verified.Refused(Reasons.UnknownKey);
        }

        if (tenant is not null && !key.SignsFor(tenant))
        {
            return new Verified.Refused(Reasons.KeyOfAnotherIssuer);
        }

        return await _tokens.IsSignedByAsync(token, key)
            ? tenant is null ? new Verified.Caller(true, SignedTokens.Claim(token, "serviceurl"), key.Endorsements) : OwnCaller(token)
            : new Verified.Refused(Reasons.BadSignature);
    }

    /// <summary>The token was got with the bot's own credentials: the app that asked for it is the app it is for.</summary>
    private Verified OwnCaller(JsonWebToken token) =>
        SignedTokens.Claim(token, SignedTokens.Claim(token, "ver") switch { "1.0" => "appid", "2.0" => "azp", _ => "" }) is not { } app || !app.Equals(options.AppId, StringComparison.OrdinalIgnoreCase)
            ? new Verified.Refused(Reasons.AnotherApp)
            // Anyone who signs in to our pages can get a token of our app for our app; only one without a person proves the bot's credentials.
            : SignedTokens.Claim(token, "scp") is not null ? new Verified.Refused(Reasons.PersonsToken)
            : new Verified.Caller(false, SignedTokens.Claim(token, "serviceurl"), null);
}
