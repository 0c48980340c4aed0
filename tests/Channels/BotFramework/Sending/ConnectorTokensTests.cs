using System.Collections.Concurrent;
using System.Net;
using MentorBot.Channels.BotFramework;
using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MentorBot.Tests.Channels.BotFramework.Sending;

/// <summary>facts/bot-framework.md 2.5 and 3.1.</summary>
public sealed class ConnectorTokensTests
{
    private const string AppId = "6a1d6b2e-0000-4000-8000-00000000000b";
    private const string Secret = "a-secret-nobody-reads";
    private const string Here = "https://smba.trafficmanager.net/emea/";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 5, 7, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task One_token_serves_all_until_shortly_before_it_ends()
    {
        var source = new Outbound.CountedTokens(_time);
        using var tokens = Tokens(source);

        Assert.Equal("token-1", await tokens.ForAsync(Here, TestMentor.Token));
        _time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("token-1", await tokens.ForAsync(Here, TestMentor.Token));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("token-2", await tokens.ForAsync(Here, TestMentor.Token));
    }

    [Fact]
    public async Task A_hundred_sends_that_need_one_at_the_same_time_ask_once()
    {
        var source = new Outbound.CountedTokens(_time);
        using var tokens = Tokens(source);

        var all = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await tokens.ForAsync(Here, TestMentor.Token))));

        Assert.All(all, t => Assert.Equal("token-1", t));
        Assert.Equal(1, source.Given);
    }

    [Fact]
    public async Task While_renewing_fails_the_old_token_serves_to_its_end_and_nobody_hammers()
    {
        var source = new Outbound.CountedTokens(_time) { Fault = n => n > 1 ? new TokenException("down") : null };
        using var tokens = Tokens(source);
        await tokens.ForAsync(Here, TestMentor.Token);

        _time.Advance(TimeSpan.FromMinutes(57));
        Assert.Equal("token-1", await tokens.ForAsync(Here, TestMentor.Token));
        Assert.Equal("token-1", await tokens.ForAsync(Here, TestMentor.Token));
        Assert.Equal(2, source.Given);

        _time.Advance(TimeSpan.FromMinutes(4));
        await Assert.ThrowsAsync<TokenException>(async () => await tokens.ForAsync(Here, TestMentor.Token));
    }

    [Fact]
    public async Task A_token_is_never_given_for_a_host_that_is_not_allowed()
    {
        var source = new Outbound.CountedTokens(_time);
        using var tokens = Tokens(source);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await tokens.ForAsync("https://evil.example/", TestMentor.Token));
        Assert.Equal(0, source.Given);
    }

    [Fact]
    public async Task A_401_drops_the_token_and_the_message_goes_with_a_fresh_one()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.WantsToken = true;
        using var http = new HttpClient();
        outbound.Tokens = new EndpointTokens(new Uri(outbound.Far.TokenEndpoint), AppId, Secret, "s/.default", http, outbound.Time);
        var sender = outbound.Sender();

        Assert.IsType<SendResult.Sent>(await sender.SendAsync(outbound.Delivery("one"), TestMentor.Token));
        outbound.Far.RevokeTokens();
        Assert.IsType<SendResult.Sent>(await sender.SendAsync(outbound.Delivery("two"), TestMentor.Token));

        Assert.Equal(["token-1", "token-1", "token-2"], outbound.Far.Calls.Select(c => c.Bearer));
        Assert.Equal(["one", "two"], outbound.Far.Shown(Outbound.Chat).Select(a => a.Text));
    }

    [Fact]
    public async Task A_second_401_is_the_end_of_it()
    {
        await using var outbound = await Outbound.StartAsync();
        var source = new Outbound.CountedTokens(outbound.Time);
        outbound.Tokens = source;
        outbound.Far.Rule = _ => FakeAnswer.Error(401, "BotNotRegistered");

        Assert.Equal("not-registered", Assert.IsType<SendResult.Failed>(await outbound.SendAsync(outbound.Delivery())).Reason);
        Assert.Equal(2, outbound.Far.Calls.Count);
        Assert.Equal([false, true], source.Afresh);
    }

    [Fact]
    public async Task Without_an_app_id_no_token_is_sent_at_all()
    {
        await using var outbound = await Outbound.StartAsync();

        await outbound.SendAsync(outbound.Delivery());

        Assert.Null(Assert.Single(outbound.Far.Calls).Bearer);
        Assert.Null(TokenSources.For(new BotFrameworkOptions(), new HttpClient(), _time));
    }

    [Fact]
    public async Task Without_a_token_nothing_leaves_and_the_message_is_tried_later()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Tokens = new Outbound.CountedTokens(outbound.Time) { Fault = _ => new TokenException("down") };

        Assert.IsType<SendResult.RetryLater>(await outbound.SendAsync(outbound.Delivery()));
        Assert.Empty(outbound.Far.Calls);
    }

    [Theory]
    [InlineData("SingleTenant", "public", "https://login.microsoftonline.com/72f988bf-0000-4000-8000-000000000001/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("MultiTenant", "public", "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("SingleTenant", "usgov", "https://login.microsoftonline.us/72f988bf-0000-4000-8000-000000000001/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("MultiTenant", "usgov", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("SingleTenant", "china", "https://login.partner.microsoftonline.cn/72f988bf-0000-4000-8000-000000000001/oauth2/v2.0/token", "https://api.botframework.azure.cn/.default")]
    public async Task The_secret_goes_to_the_clouds_own_authority_for_the_clouds_own_audience(string appType, string cloud, string endpoint, string scope)
    {
        var entra = new Entra();
        using var http = new HttpClient(entra);
        var source = TokenSources.For(new BotFrameworkOptions { AppId = AppId, TenantId = Outbound.Tenant, AppType = appType, ClientSecret = Secret, Cloud = cloud }, http, _time)!;

        var token = await source.FetchAsync(afresh: false, TestMentor.Token);
        await source.FetchAsync(afresh: false, TestMentor.Token);
        Assert.Single(entra.Asked);
        await source.FetchAsync(afresh: true, TestMentor.Token);

        Assert.Equal(2, entra.Asked.Count);
        var (url, form) = entra.Asked.First();
        Assert.Equal(endpoint, url.Split('?')[0], ignoreCase: true);
        Assert.Equal(("client_credentials", scope, AppId, Secret), (form["grant_type"].ToString(), form["scope"].ToString().Split(' ')[0], form["client_id"].ToString(), form["client_secret"].ToString()));
        Assert.Equal("from-entra", token.Value);
    }

    [Fact]
    public async Task An_endpoint_of_ones_own_gets_plain_client_credentials()
    {
        await using var far = await FakeConnector.StartAsync();
        far.TokenLife = 600;
        using var http = new HttpClient();
        var source = TokenSources.For(new BotFrameworkOptions { AppId = AppId, TenantId = Outbound.Tenant, ClientSecret = Secret, TokenEndpoint = far.TokenEndpoint }, http, _time)!;

        var token = await source.FetchAsync(afresh: false, TestMentor.Token);

        Assert.Equal(("token-1", _time.GetUtcNow() + TimeSpan.FromSeconds(600)), (token.Value, token.ExpiresAt));
    }

    [Theory]
    [InlineData("UserAssignedMSI", "https://api.botframework.com")]
    [InlineData("Federated", "api://AzureADTokenExchange")]
    public async Task A_managed_identity_stands_for_the_secret(string appType, string resource)
    {
        var entra = new Entra();
        using var http = new HttpClient(entra);
        const string identity = "11111111-0000-4000-8000-00000000000c";
        var source = TokenSources.For(new BotFrameworkOptions { AppId = AppId, TenantId = Outbound.Tenant, AppType = appType, ManagedIdentityClientId = identity }, http, _time)!;

        var token = await source.FetchAsync(afresh: false, TestMentor.Token);

        var machine = entra.Machine.Last();
        Assert.Equal(resource, machine["resource"].ToString());
        Assert.Equal(appType == "Federated" ? identity : AppId, machine["client_id"].ToString());
        if (appType == "Federated")
        {
            var (_, form) = Assert.Single(entra.Asked);
            Assert.Equal(("from-entra", "from-the-machine"), (token.Value, form["client_assertion"].ToString()));
            Assert.False(form.ContainsKey("client_secret"));
        }
        else
        {
            Assert.Equal("from-the-machine", token.Value);
        }
    }

    [Fact]
    public async Task What_a_token_endpoint_says_when_it_refuses_is_not_repeated()
    {
        var entra = new Entra { Status = HttpStatusCode.Unauthorized };
        using var http = new HttpClient(entra);
        ITokenSource[] sources =
        [
            new EndpointTokens(new Uri("https://sts.example/token"), AppId, Secret, "s", http, _time),
            TokenSources.For(new BotFrameworkOptions { AppId = AppId, TenantId = Outbound.Tenant, ClientSecret = Secret }, http, _time)!,
        ];

        foreach (var source in sources)
        {
            var e = await Assert.ThrowsAsync<TokenException>(() => source.FetchAsync(afresh: false, TestMentor.Token));
            Assert.DoesNotContain(Secret, e.ToString(), StringComparison.Ordinal);
        }
    }

    private ConnectorTokens Tokens(ITokenSource source) => new(source, url => url == Here, _time, NullLogger<ConnectorTokens>.Instance);

    /// <summary>Entra's token endpoint and the identity endpoint of a machine on Azure.</summary>
    private sealed class Entra : HttpMessageHandler
    {
        public ConcurrentQueue<(string Url, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Form)> Asked { get; } = new();

        public ConcurrentQueue<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>> Machine { get; } = new();

        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            if (request.RequestUri!.Host == "169.254.169.254")
            {
                Machine.Enqueue(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(request.RequestUri.Query));
                return Json("""{"token_type":"Bearer","expires_in":"86399","expires_on":"1999999999","resource":"r","access_token":"from-the-machine"}""");
            }

            Asked.Enqueue((request.RequestUri.ToString(), Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(body)));
            return Status == HttpStatusCode.OK
                ? Json("""{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"from-entra"}""")
                : Json($$"""{"error":"invalid_client","error_description":"Invalid client secret {{Secret}}"}""");
        }

        private HttpResponseMessage Json(string json) => new(Status) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
    }
}
