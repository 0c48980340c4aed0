namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>Open set: the ways a bot can prove who it is. Source: facts/bot-framework.md 2.5 and 3.1.</summary>
internal interface ITokenSource
{
    /// <param name="afresh">True when the last one was refused: no cache may answer.</param>
    /// <exception cref="TokenException">None could be had.</exception>
    Task<BearerToken> FetchAsync(bool afresh, CancellationToken cancellationToken);
}

internal static class TokenSources
{
    /// <returns>Null without an app id.</returns>
    public static ITokenSource? For(BotFrameworkOptions options, HttpClient http, TimeProvider time)
    {
        if (!options.HasApp)
        {
            return null;
        }

        var scope = $"{Cloud.Of(options).Audience}/.default";
        return (options.TokenEndpoint, options.AppType) switch
        {
            ({ Length: > 0 } endpoint, _) => new EndpointTokens(new Uri(endpoint), options.AppId, options.ClientSecret, scope, http, time),
            (_, "UserAssignedMSI") => new IdentityTokens(options.AppId, scope, http),
            (_, "Federated") => new MsalTokens(options, scope, http, new IdentityTokens(options.ManagedIdentityClientId, "api://AzureADTokenExchange/.default", http)),
            _ => new MsalTokens(options, scope, http, assertion: null),
        };
    }
}
