using MentorBot.Channels.BotFramework;
using MentorBot.Channels.BotFramework.Authentication;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Channels.BotFramework.Authentication;

/// <summary>Tokens from Entra: the Emulator's and the Playground's with the bot's own credentials, and those that only look like them. facts/bot-framework.md 2.3.</summary>
public sealed class OwnTokenTests
{
    private const string V1 = $"https://sts.windows.net/{Gate.Tenant}/";
    private const string V2 = $"https://login.microsoftonline.com/{Gate.Tenant}/v2.0";
    private const string Another = "0d4bb2f5-6f0a-4a46-8a0e-6e3fd1f7a9c1";

    [Theory]
    [InlineData(V1, "1.0", "appid")]
    [InlineData(V2, "2.0", "azp")]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "1.0", "appid")]
    [InlineData("https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0", "2.0", "azp")]
    public async Task The_bots_own_token_needs_no_endorsement_and_no_service_url(string issuer, string version, string claim)
    {
        await using var gate = await Gate.OpenAsync(keys: Gate.Unendorsed);

        Assert.Null(await gate.RefusalAsync(Own(gate, issuer, ("ver", version), (claim, Gate.App)), serviceUrl: "http://localhost:56150/_connector"));
    }

    [Theory]
    [InlineData("2.0", "azp", Another)]
    [InlineData("1.0", "azp", Gate.App)]
    [InlineData("2.0", "appid", Gate.App)]
    [InlineData("3.0", "azp", Gate.App)]
    public async Task A_skills_token_is_refused(string version, string claim, string app)
    {
        await using var gate = await Gate.OpenAsync(keys: Gate.Unendorsed);

        Assert.Equal("another-app", await gate.RefusalAsync(Own(gate, V2, ("ver", version), (claim, app))));
    }

    [Fact]
    public async Task A_token_without_a_version_is_refused()
    {
        await using var gate = await Gate.OpenAsync(keys: Gate.Unendorsed);

        Assert.Equal("another-app", await gate.RefusalAsync(Own(gate, V2, ("azp", Gate.App))));
    }

    [Fact]
    public async Task A_person_who_signed_in_to_our_pages_may_not_post_as_the_channel()
    {
        await using var gate = await Gate.OpenAsync(keys: Gate.Unendorsed);

        Assert.Equal("persons-token", await gate.RefusalAsync(Own(gate, V2, ("ver", "2.0"), ("azp", Gate.App), ("scp", "access_as_user"))));
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/{tenantid}/v2.0", null)]
    [InlineData(V2, null)]
    [InlineData("https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0", "key-of-another-issuer")]
    public async Task A_key_signs_only_for_the_tenants_it_names(string keyIssuer, string? refusal)
    {
        var key = new TestKey("entra", null, keyIssuer);
        await using var gate = await Gate.OpenAsync(keys: key);

        Assert.Equal(refusal, await gate.RefusalAsync((gate.Token with { Issuer = V1, Claims = new Dictionary<string, string> { ["ver"] = "1.0", ["appid"] = Gate.App } }).SignedBy(key)));
    }

    [Theory]
    [InlineData("public", "MultiTenant", V2, false)]
    [InlineData("public", "SingleTenant", V2, true)]
    [InlineData("public", "UserAssignedMSI", V1, true)]
    [InlineData("usgov", "SingleTenant", "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0", true)]
    [InlineData("usgov", "SingleTenant", V2, false)]
    [InlineData("china", "SingleTenant", $"https://login.partner.microsoftonline.cn/{Gate.Tenant}/v2.0", true)]
    public void Trusted_tenants_follow_the_cloud_and_the_kind_of_app(string cloud, string type, string issuer, bool trusted)
    {
        var issuers = new TrustedIssuers(new BotFrameworkOptions { AppId = Gate.App, TenantId = Gate.Tenant, Cloud = cloud, AppType = type });

        Assert.Equal(trusted, issuers.TenantOf(issuer) is not null);
    }

    [Theory]
    [InlineData("public", "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration")]
    [InlineData("usgov", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration")]
    public void Keys_are_read_where_the_cloud_publishes_them(string cloud, string channel, string entra)
    {
        var issuers = new TrustedIssuers(new BotFrameworkOptions { AppId = Gate.App, TenantId = Gate.Tenant, Cloud = cloud });

        Assert.Equal((channel, entra), (issuers.ChannelMetadata, issuers.EntraMetadata));
    }

    private static string Own(Gate gate, string issuer, params (string Name, string Value)[] claims) =>
        (gate.Token with { Issuer = issuer, ServiceUrl = null, Claims = claims.ToDictionary(c => c.Name, c => c.Value) }).SignedBy(Gate.Unendorsed);
}
