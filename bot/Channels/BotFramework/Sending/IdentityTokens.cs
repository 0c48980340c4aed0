using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>Tokens of a user-assigned managed identity, which only a machine on Azure can have. Azure keeps them itself, so that asking afresh may bring the same one.</summary>
/// <param name="clientId">Of the identity.</param>
internal sealed class IdentityTokens(string clientId, string scope, HttpClient http) : ITokenSource
{
    private readonly ManagedIdentityCredential _identity = new(
        new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(clientId)) { Transport = new HttpClientTransport(http) });

    public async Task<BearerToken> FetchAsync(bool afresh, CancellationToken cancellationToken)
    {
        try
        {
            var token = await _identity.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            return new BearerToken(token.Token, token.ExpiresOn);
        }
        catch (Exception e) when (e is AuthenticationFailedException or RequestFailedException or HttpRequestException)
        {
            throw new TokenException($"The managed identity gave no token: {e.GetType().Name}.");
        }
    }
}
