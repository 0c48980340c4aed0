using Microsoft.Identity.Client;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>Client credentials at the cloud's Entra: with a secret, or with a managed identity's token in its place.</summary>
internal sealed class MsalTokens : ITokenSource
{
    private readonly IConfidentialClientApplication _app;
    private readonly string _scope;

    /// <param name="assertion">Null: the secret of <paramref name="options"/>.</param>
    public MsalTokens(BotFrameworkOptions options, string scope, HttpClient http, IdentityTokens? assertion)
    {
        var cloud = Cloud.Of(options);
        var tenant = options.AppType == "MultiTenant" ? cloud.DefaultTenant : options.TenantId;
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority($"{cloud.Login}{tenant}")
            .WithInstanceDiscovery(false)
            .WithLegacyCacheCompatibility(false)
            .WithHttpClientFactory(new OurHttp(http));
        _app = (assertion is null
            ? builder.WithClientSecret(options.ClientSecret)
            : builder.WithClientAssertion(async o => (await assertion.FetchAsync(afresh: false, o.CancellationToken)).Value)).Build();
        _scope = scope;
    }

    public async Task<BearerToken> FetchAsync(bool afresh, CancellationToken cancellationToken)
    {
        try
        {
            var token = await _app.AcquireTokenForClient([_scope]).WithForceRefresh(afresh).ExecuteAsync(cancellationToken);
            return new BearerToken(token.AccessToken, token.ExpiresOn);
        }
        catch (Exception e) when (e is MsalException or HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new TokenException($"Entra gave no token: {(e as MsalException)?.ErrorCode ?? e.GetType().Name}.");
        }
    }

    private sealed class OurHttp(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
