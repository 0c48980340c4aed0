using MentorBot.Channels.BotFramework;
using MentorBot.Channels.BotFramework.Authentication;

namespace MentorBot.Tests.Channels.BotFramework.Authentication;

/// <summary>Which service URLs may be called. facts/bot-framework.md 9.3.</summary>
public sealed class ServiceHostsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", null)]
    [InlineData("https://SMBA.TrafficManager.NET/emea/", null)]
    [InlineData("https://smba.trafficmanager.net:443/emea/", null)]
    [InlineData("https://webchat.botframework.com/", null)]
    [InlineData("https://a.b.botframework.com", null)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams/", null)]
    [InlineData("https://connector.example.org/x", null)]
    [InlineData("https://a.bots.example.org/x", null)]
    [InlineData("https://gateway.example.org:8443/x", null)]
    [InlineData(null, "no-service-url")]
    [InlineData("", "no-service-url")]
    [InlineData("smba.trafficmanager.net", "bad-service-url")]
    [InlineData("/etc/passwd", "bad-service-url")]
    [InlineData("file://smba.trafficmanager.net/x", "bad-service-url")]
    [InlineData("ftp://smba.trafficmanager.net/x", "bad-service-url")]
    [InlineData("http://smba.trafficmanager.net/emea/", "host-not-allowed")]
    [InlineData("https://smba.trafficmanager.net:8443/", "host-not-allowed")]
    [InlineData("https://gateway.example.org/x", "host-not-allowed")]
    [InlineData("https://evil.trafficmanager.net/", "host-not-allowed")]
    [InlineData("https://botframework.com/", "host-not-allowed")]
    [InlineData("https://evilbotframework.com/", "host-not-allowed")]
    [InlineData("https://x.botframework.com.evil.com/", "host-not-allowed")]
    [InlineData("https://evil.com/.botframework.com", "host-not-allowed")]
    [InlineData("https://evil.com/x.botframework.com/", "host-not-allowed")]
    [InlineData("https://evil.com?.botframework.com", "bad-service-url")]
    [InlineData("https://evil.com#.botframework.com", "bad-service-url")]
    [InlineData("https://evil.com\\.botframework.com", "bad-service-url")]
    [InlineData("https://smba.trafficmanager.net@evil.com/", "bad-service-url")]
    [InlineData("https://user:word@smba.trafficmanager.net/", "bad-service-url")]
    [InlineData("https://smba.trafficmanager.net%40evil.com/", "bad-service-url")]
    [InlineData("https://smba.trafficmanager.net./emea/", "host-not-allowed")]
    [InlineData("https://x.botframework.com./", "host-not-allowed")]
    [InlineData("https://smba.trafficmanager.net/\r\nHost: evil.com", "bad-service-url")]
    [InlineData(" https://smba.trafficmanager.net/", "bad-service-url")]
    [InlineData("https://x.bоtframework.com/", "bad-service-url")]
    [InlineData("https://x.xn--btframework-dji.com/", "host-not-allowed")]
    [InlineData("https://x。botframework.com/", "bad-service-url")]
    [InlineData("https://169.254.169.254/metadata", "host-not-allowed")]
    [InlineData("https://2852039166/", "host-not-allowed")]
    [InlineData("https://[fd00::1]/", "host-not-allowed")]
    [InlineData("http://localhost:56150/_connector", "host-not-allowed")]
    [InlineData("https://localhost/", "host-not-allowed")]
    [InlineData("http://127.0.0.1:5000/", "host-not-allowed")]
    public void Only_the_clouds_hosts_and_the_listed_ones_are_called(string? serviceUrl, string? refusal) =>
        Assert.Equal(refusal, new ServiceHosts(With("public", "connector.example.org", "*.bots.example.org", "gateway.example.org:8443"), development: false).Refusal(serviceUrl));

    [Theory]
    [InlineData("http://localhost:56150/_connector", null)]
    [InlineData("http://127.0.0.1:5000/", null)]
    [InlineData("http://[::1]:5000/", null)]
    [InlineData("https://localhost:5001/", null)]
    [InlineData("http://localhost.evil.com/", "host-not-allowed")]
    [InlineData("http://127.0.0.1.evil.com/", "host-not-allowed")]
    [InlineData("http://192.168.1.10:5000/", "host-not-allowed")]
    [InlineData("http://169.254.169.254/", "host-not-allowed")]
    [InlineData("http://localhost:80@evil.com/", "bad-service-url")]
    [InlineData("http://smba.trafficmanager.net/", "host-not-allowed")]
    public void Development_adds_loopback_and_nothing_else(string serviceUrl, string? refusal) =>
        Assert.Equal(refusal, new ServiceHosts(With("public"), development: true).Refusal(serviceUrl));

    [Theory]
    [InlineData("usgov", "https://smba.infra.gov.teams.microsoft.us/teams", null)]
    [InlineData("usgov", "https://smba.infra.dod.teams.microsoft.us/teams", null)]
    [InlineData("usgov", "https://smba.trafficmanager.net/emea/", "host-not-allowed")]
    [InlineData("china", "https://smba.trafficmanager.cn/teams/", null)]
    [InlineData("china", "https://anyone.trafficmanager.cn/", "host-not-allowed")]
    [InlineData("public", "https://smba.trafficmanager.cn/teams/", "host-not-allowed")]
    public void Each_cloud_calls_its_own_hosts(string cloud, string serviceUrl, string? refusal) =>
        Assert.Equal(refusal, new ServiceHosts(With(cloud), development: false).Refusal(serviceUrl));

    [Theory]
    [InlineData("public")]
    [InlineData("usgov")]
    [InlineData("china")]
    public void Where_we_send_unasked_is_allowed(string cloud) =>
        Assert.Null(new ServiceHosts(With(cloud), development: false).Refusal(Cloud.Of(With(cloud)).ServiceUrl));

    [Theory]
    [InlineData("*.")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("x.example.org:port")]
    public void A_careless_entry_allows_nothing(string entry) =>
        Assert.Equal("host-not-allowed", new ServiceHosts(With("public", entry), development: false).Refusal("https://x.example.org/"));

    private static BotFrameworkOptions With(string cloud, params string[] hosts) => new() { AppId = Gate.App, Cloud = cloud, AllowedServiceHosts = hosts };
}
