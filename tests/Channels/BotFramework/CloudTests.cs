using MentorBot.Channels.BotFramework;
using MentorBot.Channels.BotFramework.Authentication;
using MentorBot.Channels.BotFramework.Sending;
using Microsoft.Extensions.Time.Testing;

namespace MentorBot.Tests.Channels.BotFramework;

/// <summary>BotFramework:Cloud turns every address at once. Source: facts/bot-framework.md 2.1, 2.3, 3.1, 3.4 and 9.3.</summary>
public sealed class CloudTests
{
    private const string Tenant = "9f4c0e51-2a55-4c29-8f3e-0d6a7c1b2e33";

    private static readonly string[] ServiceUrls =
    [
        "https://smba.trafficmanager.net/teams/", "https://webchat.botframework.com/", "https://smba.infra.gcc.teams.microsoft.com/teams", "https://smba.infra.gov.teams.microsoft.us/teams",
        "https://smba.infra.dod.teams.microsoft.us/teams", "https://webchat.botframework.azure.us/", "https://smba.trafficmanager.cn/teams/", "https://webchat.botframework.azure.cn/",
    ];

    [Theory]
    [InlineData("public", "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://api.botframework.com")]
    [InlineData("usgov", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://api.botframework.us")]
    [InlineData("china", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration", "https://api.botframework.azure.cn")]
    public void The_channels_keys_and_issuer_follow_the_cloud(string cloud, string metadata, string issuer)
    {
        var issuers = new TrustedIssuers(In(cloud));

        Assert.Equal((metadata, issuer), (issuers.ChannelMetadata, issuers.Channel));
    }

    [Theory]
    [InlineData("public", "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration", "https://sts.windows.net/" + Tenant + "/", "https://login.microsoftonline.com/" + Tenant + "/v2.0")]
    [InlineData("usgov", "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration", "https://sts.windows.net/" + Tenant + "/", "https://login.microsoftonline.us/" + Tenant + "/v2.0")]
    [InlineData("china", "https://login.partner.microsoftonline.cn/common/v2.0/.well-known/openid-configuration", "https://sts.chinacloudapi.cn/" + Tenant + "/", "https://login.partner.microsoftonline.cn/" + Tenant + "/v2.0")]
    public void The_issuers_of_the_bots_own_tokens_follow_the_cloud(string cloud, string metadata, string first, string second)
    {
        var issuers = new TrustedIssuers(In(cloud));

        Assert.Equal(metadata, issuers.EntraMetadata);
        Assert.Equal((Tenant, Tenant), (issuers.TenantOf(first), issuers.TenantOf(second)));
        foreach (var other in ((string[])["public", "usgov", "china"]).Where(c => c != cloud))
        {
            Assert.Null(new TrustedIssuers(In(other)).TenantOf(second));
        }
    }

    [Theory]
    [InlineData("public", "https://login.microsoftonline.com/" + Tenant + "/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("usgov", "https://login.microsoftonline.us/" + Tenant + "/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("china", "https://login.partner.microsoftonline.cn/" + Tenant + "/oauth2/v2.0/token", "https://api.botframework.azure.cn/.default")]
    public async Task The_authority_that_gives_us_tokens_and_what_for_follow_the_cloud_and_nobody_else_is_asked(string cloud, string endpoint, string scope)
    {
        var asked = new Asked();
        using var http = new HttpClient(asked);

        await TokenSources.For(In(cloud), http, new FakeTimeProvider())!.FetchAsync(afresh: false, TestContext.Current.CancellationToken);

        var (url, form) = Assert.Single(asked.All);
        Assert.Equal(endpoint, url.Split('?')[0], ignoreCase: true);
        Assert.Contains("scope=" + Uri.EscapeDataString(scope), form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public", 0, 1, 2)]
    [InlineData("usgov", 3, 4, 5)]
    [InlineData("china", 6, 7)]
    public void The_service_hosts_that_may_be_called_follow_the_cloud_and_no_other_clouds_may(string cloud, params int[] own)
    {
        var hosts = new ServiceHosts(In(cloud), development: false);

        Assert.Equal(own.Select(i => ServiceUrls[i]), ServiceUrls.Where(hosts.Allows));
        Assert.Contains(Cloud.Of(In(cloud)).ServiceUrl, own.Select(i => ServiceUrls[i]));
    }

    private static BotFrameworkOptions In(string cloud) => new() { AppId = "6a0c1f0e-7b8f-4d27-9b35-5f0f6d3f1a11", TenantId = Tenant, ClientSecret = "secret", Cloud = cloud };

    /// <summary>Stands for Entra: no instance discovery, one question.</summary>
    private sealed class Asked : HttpMessageHandler
    {
        public List<(string Url, string Form)> All { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            All.Add((request.RequestUri!.ToString(), await request.Content!.ReadAsStringAsync(cancellationToken)));
            return new HttpResponseMessage { Content = new StringContent("""{"token_type":"Bearer","expires_in":3599,"access_token":"from-entra"}""", System.Text.Encoding.UTF8, "application/json") };
        }
    }
}
