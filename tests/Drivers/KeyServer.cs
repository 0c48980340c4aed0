using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Tests.Drivers;

/// <summary>Stands for login.botframework.com on loopback: serves an OpenID configuration and its keys with endorsements, counts the readings, can rotate its keys and be down.</summary>
internal sealed class KeyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _readings;

    private KeyServer(WebApplication app, string issuer)
    {
        _app = app;
        Issuer = issuer;
    }

    /// <summary>That the document names.</summary>
    public string Issuer { get; set; }

    public string Metadata => $"{_app.Urls.Single()}/v1/.well-known/openidconfiguration";

    /// <summary>How often the keys were asked for.</summary>
    public int Readings => Volatile.Read(ref _readings);

    /// <summary>What is published now; replace it to rotate.</summary>
    public IReadOnlyList<TestKey> Keys { get; set; } = [];

    public bool IsDown { get; set; }

    /// <summary>While set, the keys are held back until it completes.</summary>
    public TaskCompletionSource? Held { get; set; }

    public static async Task<KeyServer> StartAsync(CancellationToken cancellationToken, string issuer = "https://api.botframework.com", params IReadOnlyList<TestKey> keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new KeyServer(app, issuer) { Keys = keys };
        app.MapGet("/v1/.well-known/openidconfiguration", server.Document);
        app.MapGet("/v1/.well-known/keys", server.SetAsync);
        await app.StartAsync(cancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult Document() => IsDown ? Results.StatusCode(503) : Json(new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = $"{_app.Urls.Single()}/v1/.well-known/keys" });

    private async Task<IResult> SetAsync()
    {
        Interlocked.Increment(ref _readings);
        await (Held?.Task ?? Task.CompletedTask);
        return Json(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(k => k.ToJson())]) });
    }

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json");
}

/// <summary>A key pair of a key server.</summary>
/// <param name="Id">The "kid".</param>
/// <param name="Endorsements">Null leaves the field out.</param>
internal sealed record TestKey(string Id, IReadOnlyList<string>? Endorsements, string? Issuer = null)
{
    public RSA Rsa { get; } = RSA.Create(2048);

    public static TestKey Of(string id, params string[] endorsements) => new(id, endorsements);

    public JsonObject ToJson()
    {
        var parameters = Rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Id, ["n"] = Base64UrlEncoder.Encode(parameters.Modulus!), ["e"] = Base64UrlEncoder.Encode(parameters.Exponent!) };
        if (Issuer is not null)
        {
            json["issuer"] = Issuer;
        }

        if (Endorsements is not null)
        {
            json["endorsements"] = new JsonArray([.. Endorsements.Select(e => JsonValue.Create(e))]);
        }

        return json;
    }
}

/// <summary>A token as a channel writes it, any part of which a test may spoil.</summary>
internal sealed record TestToken(string Audience, DateTimeOffset Now)
{
    public string Issuer { get; init; } = "https://api.botframework.com";

    public TimeSpan Starts { get; init; } = TimeSpan.FromMinutes(-1);

    /// <summary>From <see cref="Now"/>.</summary>
    public TimeSpan Ends { get; init; } = TimeSpan.FromHours(1);

    public string? ServiceUrl { get; init; } = "https://smba.trafficmanager.net/emea/";

    public string Algorithm { get; init; } = SecurityAlgorithms.RsaSha256;

    public IReadOnlyDictionary<string, string> Claims { get; init; } = new Dictionary<string, string>();

    /// <summary>Payload before its signature.</summary>
    public string Payload
    {
        get
        {
            var json = new JsonObject
            {
                ["iss"] = Issuer,
                ["aud"] = Audience,
                ["nbf"] = (Now + Starts).ToUnixTimeSeconds(),
                ["exp"] = (Now + Ends).ToUnixTimeSeconds(),
            };
            if (ServiceUrl is not null)
            {
                json["serviceurl"] = ServiceUrl;
            }

            foreach (var (name, value) in Claims)
            {
                json[name] = value;
            }

            return json.ToJsonString();
        }
    }

    /// <returns>A whole Authorization header.</returns>
    public string SignedBy(TestKey key) => SignedBy(new RsaSecurityKey(key.Rsa) { KeyId = key.Id });

    public string SignedBy(SecurityKey key) => "Bearer " + new JsonWebTokenHandler().CreateToken(Payload, new SigningCredentials(key, Algorithm));
}
