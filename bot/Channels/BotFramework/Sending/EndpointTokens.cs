using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>Client credentials at an address of one's own choice, which MSAL cannot take.</summary>
internal sealed class EndpointTokens(Uri endpoint, string appId, string secret, string scope, HttpClient http, TimeProvider time) : ITokenSource
{
    public async Task<BearerToken> FetchAsync(bool afresh, CancellationToken cancellationToken)
    {
        try
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = appId,
                ["client_secret"] = secret,
                ["scope"] = scope,
            });
            var asked = time.GetUtcNow();
            using var response = await http.PostAsync(endpoint, form, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new TokenException($"The token endpoint answered {(int)response.StatusCode}.");
            }

            var token = await response.Content.ReadFromJsonAsync(TokenJson.Default.TokenResponse, cancellationToken);
            return token?.AccessToken is { Length: > 0 } value
                ? new BearerToken(value, asked + TimeSpan.FromSeconds(token.ExpiresIn))
                : throw new TokenException("The token endpoint answered without a token.");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or NotSupportedException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new TokenException($"The token endpoint gave no token: {e.GetType().Name}.");
        }
    }
}

/// <param name="ExpiresIn">Seconds.</param>
internal sealed record TokenResponse(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(TokenResponse))]
internal sealed partial class TokenJson : JsonSerializerContext;
