using System.Text;
using MentorBot.Channels.BotFramework.Authentication;
using MentorBot.Tests.Drivers;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Tests.Channels.BotFramework.Authentication;

/// <summary>Every row of facts/bot-framework.md 2.2, against a local key server.</summary>
public sealed class ChannelTokenTests
{
    [Theory]
    [InlineData(Gate.App)]
    [InlineData("api://" + Gate.App)]
    [InlineData("api://botid-" + Gate.App)]
    public async Task A_channels_token_for_our_app_is_accepted(string audience)
    {
        await using var gate = await Gate.OpenAsync();

        Assert.Null(await gate.RefusalAsync((gate.Token with { Audience = audience }).SignedBy(Gate.First)));
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task The_longer_hashes_of_RSA_are_accepted(string algorithm)
    {
        await using var gate = await Gate.OpenAsync();

        Assert.Null(await gate.RefusalAsync((gate.Token with { Algorithm = algorithm }).SignedBy(Gate.First)));
    }

    [Theory]
    [InlineData(-4, null)]
    [InlineData(-6, "expired")]
    public async Task A_token_ends_five_minutes_after_it_says(int endsInMinutes, string? refusal)
    {
        await using var gate = await Gate.OpenAsync();
        var token = gate.Token with { Starts = TimeSpan.FromHours(-1), Ends = TimeSpan.FromMinutes(endsInMinutes) };

        Assert.Equal(refusal, await gate.RefusalAsync(token.SignedBy(Gate.First)));
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(6, "not-yet-valid")]
    public async Task A_token_starts_five_minutes_before_it_says(int startsInMinutes, string? refusal)
    {
        await using var gate = await Gate.OpenAsync();

        Assert.Equal(refusal, await gate.RefusalAsync((gate.Token with { Starts = TimeSpan.FromMinutes(startsInMinutes) }).SignedBy(Gate.First)));
    }

    [Fact]
    public async Task A_token_for_another_bot_is_refused()
    {
        await using var gate = await Gate.OpenAsync();

        Assert.Equal("wrong-audience", await gate.RefusalAsync((gate.Token with { Audience = Guid.Empty.ToString() }).SignedBy(Gate.First)));
        Assert.Equal(0, gate.Keys.Readings);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://sts.windows.net/11111111-2222-3333-4444-555555555555/")]
    [InlineData("")]
    public async Task A_token_of_another_issuer_is_refused(string issuer)
    {
        await using var gate = await Gate.OpenAsync();

        Assert.Equal("wrong-issuer", await gate.RefusalAsync((gate.Token with { Issuer = issuer }).SignedBy(Gate.First)));
    }

    [Theory]
    [InlineData("usgov", "https://api.botframework.us")]
    [InlineData("china", "https://api.botframework.azure.cn")]
    public async Task Each_cloud_has_its_own_issuer(string cloud, string issuer)
    {
        await using var gate = await Gate.OpenAsync(cloud, issuer);

        Assert.Null(await gate.RefusalAsync((gate.Token with { Issuer = issuer }).SignedBy(Gate.First)));
        Assert.Equal("wrong-issuer", await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
    }

    [Fact]
    public async Task The_issuer_that_the_given_document_names_is_accepted_beside_the_clouds()
    {
        await using var gate = await Gate.OpenAsync(issuer: "https://keys.example");

        Assert.Null(await gate.RefusalAsync((gate.Token with { Issuer = "https://keys.example" }).SignedBy(Gate.First)));
        Assert.Null(await gate.RefusalAsync(gate.Token.SignedBy(Gate.First)));
    }

    [Fact]
    public async Task A_token_signed_by_another_key_of_the_same_name_is_refused()
    {
        await using var gate = await Gate.OpenAsync();

        Assert.Equal("bad-signature", await gate.RefusalAsync(gate.Token.SignedBy(TestKey.Of(Gate.First.Id, "msteams"))));
    }

    [Fact]
    public async Task A_token_whose_payload_was_changed_is_refused()
    {
        await using var gate = await Gate.OpenAsync();
        var signed = gate.Token.SignedBy(Gate.First).Split('.');
        signed[1] = Base64UrlEncoder.Encode((gate.Token with { ServiceUrl = "https://other.botframework.com" }).Payload);

        Assert.Equal("bad-signature", await gate.RefusalAsync(string.Join('.', signed)));
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        await using var gate = await Gate.OpenAsync();
        var unsigned = $"Bearer {Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Base64UrlEncoder.Encode(gate.Token.Payload)}.";
        var stripped = gate.Token.SignedBy(Gate.First) is var signed ? signed[..(signed.LastIndexOf('.') + 1)] : "";

        Assert.Equal("wrong-algorithm", await gate.RefusalAsync(unsigned));
        Assert.Equal("bad-signature", await gate.RefusalAsync(stripped));
    }

    [Fact]
    public async Task The_public_key_is_no_shared_secret()
    {
        await using var gate = await Gate.OpenAsync();
        var secret = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Gate.First.Rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = Gate.First.Id };

        Assert.Equal("wrong-algorithm", await gate.RefusalAsync((gate.Token with { Algorithm = SecurityAlgorithms.HmacSha256 }).SignedBy(secret)));
    }

    [Theory]
    [InlineData("msteams", null)]
    [InlineData("webchat", null)]
    [InlineData("MSTEAMS", "no-endorsement")]
    [InlineData("slack", "no-endorsement")]
    [InlineData("", "no-endorsement")]
    public async Task A_key_speaks_only_for_the_channels_it_is_endorsed_for(string channel, string? refusal)
    {
        await using var gate = await Gate.OpenAsync();

        Assert.Equal(refusal, await gate.RefusalAsync(gate.Token.SignedBy(Gate.First), channel));
    }

    [Fact]
    public async Task A_key_without_endorsements_speaks_for_no_channel()
    {
        await using var gate = await Gate.OpenAsync(keys: Gate.Unendorsed);

        Assert.Equal("no-endorsement", await gate.RefusalAsync(gate.Token.SignedBy(Gate.Unendorsed)));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", null)]
    [InlineData("https://smba.trafficmanager.net/emea", null)]
    [InlineData("https://SMBA.trafficmanager.net/emea", null)]
    [InlineData("https://smba.trafficmanager.net/emea//", "wrong-service-url")]
    [InlineData("https://smba.trafficmanager.net/amer/", "wrong-service-url")]
    [InlineData("https://evil.example/", "wrong-service-url")]
    public async Task The_activity_names_the_service_url_that_the_token_names(string serviceUrl, string? refusal)
    {
        await using var gate = await Gate.OpenAsync();

        Assert.Equal(refusal, await gate.RefusalAsync(gate.Token.SignedBy(Gate.First), serviceUrl: serviceUrl));
    }

    [Fact]
    public async Task A_service_url_must_be_named_by_both()
    {
        await using var gate = await Gate.OpenAsync();
        var caller = Assert.IsType<Verified.Caller>(await gate.VerifyAsync(gate.Token.SignedBy(Gate.First)));

        Assert.Equal("no-service-url", caller.MaySpeakFor(Gate.Activity("msteams", null)));
        Assert.Equal("no-service-url", await gate.RefusalAsync((gate.Token with { ServiceUrl = null }).SignedBy(Gate.First)));
    }
}
