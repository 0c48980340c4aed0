using System.Collections.Frozen;
using MentorBot.Channels.BotFramework.Arriving;
using MentorBot.People;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>
/// Reads the single sign-on token that a Teams client gives to our tab: Entra's word for who is signed in to that client, for our app and nobody else's.
/// Their object id and tenant are the same that the bot's activities carry, so that the tab and the chat have one person. See ADR 18; source: facts/bot-framework.md 2.3, 5.6, 7.1.
/// </summary>
internal sealed class PersonTokens
{
    /// <summary>The permission that Teams asks for on a person's behalf; a token of a program has none.</summary>
    private const string Permission = "access_as_user";

    private readonly SigningKeys _keys;
    private readonly SignedTokens _tokens;
    private readonly FrozenDictionary<string, string> _tenantByIssuer;
    private readonly ILogger _logger;

    /// <param name="publicHost">As in the manifest's <c>api://{host}/{app id}</c>; empty when the service has no address of its own.</param>
    public PersonTokens(BotFrameworkOptions options, string publicHost, SigningKeys keys, TimeProvider time, ILogger<PersonTokens> logger)
    {
        _keys = keys;
        _logger = logger;
        string[] named = publicHost.Length > 0 ? [$"api://{publicHost}/{options.AppId}", $"api://{publicHost}/botid-{options.AppId}"] : [];
        _tokens = new SignedTokens([options.AppId, $"api://{options.AppId}", $"api://botid-{options.AppId}", .. named], time);
        string[] own = options.AppType != "MultiTenant" && options.TenantId.Length > 0 ? [options.TenantId] : [];
        _tenantByIssuer = TrustedIssuers.ByIssuer(options, own.Concat(options.SignInTenants).Select(t => t.ToLowerInvariant()));
    }

    /// <returns>Null when the token proves nothing; why is logged, the token is not.</returns>
    public async ValueTask<SignedIn?> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        var (who, refusal) = await JudgeAsync(token, cancellationToken);
        if (refusal is not null)
        {
            Log.NotSignedIn(_logger, refusal);
        }

        return who;
    }

    /// <returns>Who it is, or one of <see cref="Reasons"/>.</returns>
    public async ValueTask<(SignedIn? Who, string? Refusal)> JudgeAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return SignedTokens.Read(token.AsMemory()) is { } read ? await JudgeAsync(read, cancellationToken) : (null, Reasons.Garbage);
        }
        catch (Exception e) when (SignedTokens.IsUnreadable(e))
        {
            return (null, Reasons.Garbage);
        }
    }

    private async ValueTask<(SignedIn? Who, string? Refusal)> JudgeAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        if (_tokens.Refusal(token) is { } refusal)
        {
            return (null, refusal);
        }

        if (!_tenantByIssuer.TryGetValue(token.Issuer, out var tenant))
        {
            return (null, Reasons.WrongIssuer);
        }

        if (await _keys.Entra.CurrentAsync(cancellationToken) is not { } published)
        {
            return (null, Reasons.NoKeys);
        }

        if (await SignedTokens.KeyAsync(token, _keys.Entra, published, cancellationToken) is not { } key)
        {
            return (null, Reasons.UnknownKey);
        }

        return !key.SignsFor(tenant) ? (null, Reasons.KeyOfAnotherIssuer)
            : !await _tokens.IsSignedByAsync(token, key) ? (null, Reasons.BadSignature)
            : PersonIn(token, tenant);
    }

    private static (SignedIn? Who, string? Refusal) PersonIn(JsonWebToken token, string tenant) =>
        !tenant.Equals(SignedTokens.Claim(token, "tid"), StringComparison.OrdinalIgnoreCase) ? (null, Reasons.AnotherTenant)
        : SignedTokens.Claim(token, "scp")?.Split(' ').Contains(Permission) != true || !Guid.TryParse(SignedTokens.Claim(token, "oid"), out var person) ? (null, Reasons.NoPerson)
        : (new SignedIn(ActivityReader.Channel, tenant, person.ToString("D"), SignedTokens.Claim(token, "name")), null);
}
