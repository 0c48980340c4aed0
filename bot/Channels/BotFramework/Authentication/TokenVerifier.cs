using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>
/// Verifies who posts activities, before their body is read. Channels sign with keys that their metadata publishes; a development client may show a token of the bot's own
/// app. Another bot ("skill") is never let in. Source: facts/bot-framework.md 2.2 and 2.3.
/// </summary>
/// <param name="channel">Keys of the cloud's channels.</param>
/// <param name="entra">Keys of Entra, for tokens of the bot's own app; asked only when such a token comes.</param>
internal sealed class TokenVerifier(BotFrameworkOptions options, SigningKeys channel, SigningKeys entra, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>The tenants of the emulator's own tokens, versions 3.1 and 3.2. Source: facts/bot-framework.md 2.3.</summary>
    private static readonly string[] EmulatorTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"];

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LongestToken };
    private readonly Cloud _cloud = Cloud.Of(options);
    private readonly string[] _audiences = [options.AppId, $"api://{options.AppId}", $"api://botid-{options.AppId}"];
    private readonly HashSet<string> _ownIssuers = new(OwnIssuers(options), StringComparer.OrdinalIgnoreCase);

    public async ValueTask<Verified> VerifyAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            return new Verified.Refused("no-token");
        }

        if (!authorization.StartsWith(Scheme, StringComparison.Ordinal) || authorization.AsSpan(Scheme.Length).IndexOf(' ') >= 0)
        {
            return new Verified.Refused("not-a-bearer");
        }

        var token = authorization[Scheme.Length..];
        if (token.Length > LongestToken || Read(token) is not { } read)
        {
            return new Verified.Refused("garbage");
        }

        return _ownIssuers.Contains(read.Issuer) ? await VerifyOwnAsync(read, cancellationToken) : await VerifyChannelAsync(read, cancellationToken);
    }

    private JsonWebToken? Read(string token)
    {
        try
        {
            return _handler.CanReadToken(token) ? _handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception e) when (e is SecurityTokenException or ArgumentException)
        {
            return null;
        }
    }

    private async ValueTask<Verified> VerifyChannelAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        var (key, named) = await channel.FindAsync(token.Kid, cancellationToken);
        if (key is null)
        {
            return new Verified.Refused(named is null ? "no-keys" : "unknown-key");
        }

        // A metadata document that a setting names speaks for itself; the cloud's own must say what we know.
        var issuer = options.OpenIdMetadata is null ? _cloud.Issuer : named!;
        return await RefusalAsync(token, key, i => i == issuer || i == _cloud.Issuer) is { } refusal
            ? refusal
            : new Verified.Caller(token.TryGetPayloadValue<string>("serviceurl", out var url) ? url : null, key.Endorsements);
    }

    private async ValueTask<Verified> VerifyOwnAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        var (key, _) = await entra.FindAsync(token.Kid, cancellationToken);
        if (key is null)
        {
            return new Verified.Refused("unknown-key");
        }

        if (await RefusalAsync(token, key, _ownIssuers.Contains) is { } refusal)
        {
            return refusal;
        }

        var app = token.TryGetPayloadValue<string>("ver", out var version) && token.TryGetPayloadValue<string>(version == "2.0" ? "azp" : "appid", out var id) ? id : null;
        return string.Equals(app, options.AppId, StringComparison.OrdinalIgnoreCase) ? new Verified.Caller(null, null) : new Verified.Refused("another-app");
    }

    private async ValueTask<Verified.Refused?> RefusalAsync(JsonWebToken token, SigningKey key, Func<string, bool> issuer)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            IssuerSigningKeyResolver = (_, _, _, _) => [key.Key],
            ValidAudiences = _audiences,
            IssuerValidator = (said, _, _) => issuer(said) ? said : throw new SecurityTokenInvalidIssuerException(),
            LifetimeValidator = (from, to, _, _) => Lives(from, to),
        });
        return result.IsValid ? null : new Verified.Refused(ReasonOf(result.Exception, token));
    }

    private bool Lives(DateTime? from, DateTime? to)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return to is { } end && end > now - Skew && (from is not { } start || start < now + Skew);
    }

    private string ReasonOf(Exception? fault, JsonWebToken token) => fault switch
    {
        SecurityTokenInvalidLifetimeException when token.ValidFrom > time.GetUtcNow().UtcDateTime => "not-yet-valid",
        SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException => "expired",
        SecurityTokenInvalidAudienceException => "wrong-audience",
        SecurityTokenInvalidIssuerException => "wrong-issuer",
        SecurityTokenInvalidAlgorithmException => "wrong-algorithm",
        SecurityTokenInvalidSignatureException => "bad-signature",
        _ => "invalid",
    };

    private static IEnumerable<string> OwnIssuers(BotFrameworkOptions options)
    {
        var tenants = options.Cloud == "usgov" ? ["cab8a31a-1906-4287-a0d8-4eef66b95f6e"] : EmulatorTenants;
        var login = Cloud.Of(options).Login;
        foreach (var tenant in tenants.Concat(options.TenantId.Length > 0 ? [options.TenantId] : []))
        {
            yield return $"https://sts.windows.net/{tenant}/";
            yield return $"{login}{tenant}/v2.0";
        }
    }
}
