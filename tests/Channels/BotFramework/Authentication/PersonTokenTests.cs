using MentorBot.Channels.BotFramework;
using MentorBot.Channels.BotFramework.Authentication;
using MentorBot.People;
using MentorBot.Tests.Drivers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Tests.Channels.BotFramework.Authentication;

/// <summary>Single sign-on tokens that Teams gives to the personal tab, and those that only look like them. facts/bot-framework.md 2.3, 7.1; issue 5's table of tokens.</summary>
public sealed class PersonTokenTests : IAsyncLifetime
{
    private const string Another = "0d4bb2f5-6f0a-4a46-8a0e-6e3fd1f7a9c1";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 5, 7, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http = new();
    private readonly KeptLogs _logs = new();
    private TeamsTab _tab = null!;

    public async ValueTask InitializeAsync() => _tab = await TeamsTab.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _tab.DisposeAsync();
    }

    [Fact]
    public async Task The_right_token_says_who_it_is_as_the_bot_knows_them() =>
        Assert.Equal(new SignedIn("msteams", TeamsTab.Tenant, TeamsTab.IdOf("lea"), "lea"), await Tokens().VerifyAsync(Signed(Lea), TestMentor.Token));

    [Theory]
    [InlineData(TeamsTab.App)]
    [InlineData($"api://{TeamsTab.Host}/{TeamsTab.App}")]
    [InlineData($"api://{TeamsTab.Host}/botid-{TeamsTab.App}")]
    [InlineData($"api://botid-{TeamsTab.App}")]
    public async Task Every_name_of_our_app_may_be_its_audience(string audience) => Assert.Null(await RefusalAsync(Lea with { Audience = audience }));

    [Theory]
    [InlineData(Another)]
    [InlineData($"api://elsewhere.example/{TeamsTab.App}")]
    [InlineData($"api://{TeamsTab.Host}/{Another}")]
    [InlineData("https://api.botframework.com")]
    [InlineData("https://graph.microsoft.com")]
    public async Task A_token_for_anybody_else_is_refused(string audience) => Assert.Equal("wrong-audience", await RefusalAsync(Lea with { Audience = audience }));

    [Fact]
    public async Task A_token_of_Entras_first_version_is_as_good() => Assert.Null(await RefusalAsync(Lea with { Issuer = $"https://sts.windows.net/{TeamsTab.Tenant}/", Audience = $"api://{TeamsTab.Host}/{TeamsTab.App}" }));

    [Theory]
    [InlineData($"https://login.microsoftonline.com/{Another}/v2.0")]
    [InlineData($"https://sts.windows.net/{Another}/")]
    [InlineData("https://login.microsoftonline.com/common/v2.0")]
    [InlineData($"https://login.microsoftonline.us/{TeamsTab.Tenant}/v2.0")]
    [InlineData("https://api.botframework.com")]
    [InlineData("https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0")]
    public async Task Nobody_else_may_issue_it_not_even_who_may_post_for_the_bot(string issuer) => Assert.Equal("wrong-issuer", await RefusalAsync(Lea with { Issuer = issuer }));

    [Fact]
    public async Task Another_tenant_is_let_in_by_setting_alone()
    {
        var guest = TeamsTab.TokenOf("lea", _time.GetUtcNow(), Another);

        Assert.Equal("wrong-issuer", await RefusalAsync(guest));
        Assert.Equal((Another, null), (await Tokens(Another).JudgeAsync(Signed(guest), TestMentor.Token)) is var (who, refusal) ? (who?.Workspace, refusal) : default);
    }

    [Fact]
    public async Task A_token_signed_for_one_tenant_about_another_is_refused() => Assert.Equal("another-tenant", await RefusalAsync(With("tid", Another)));

    [Theory]
    [InlineData("scp", "")]
    [InlineData("scp", "User.Read")]
    [InlineData("oid", "")]
    [InlineData("oid", "lea")]
    public async Task A_token_that_speaks_for_no_person_is_refused(string claim, string value) => Assert.Equal("no-person", await RefusalAsync(With(claim, value)));

    [Theory]
    [InlineData(-6, "expired")]
    [InlineData(-4, null)]
    public async Task It_ends_with_five_minutes_of_grace(int minutes, string? refusal) => Assert.Equal(refusal, await RefusalAsync(Lea with { Starts = TimeSpan.FromHours(-2), Ends = TimeSpan.FromMinutes(minutes) }));

    [Theory]
    [InlineData(6, "not-yet-valid")]
    [InlineData(4, null)]
    public async Task It_begins_with_the_same_grace(int minutes, string? refusal) => Assert.Equal(refusal, await RefusalAsync(Lea with { Starts = TimeSpan.FromMinutes(minutes) }));

    [Fact]
    public async Task A_key_that_nobody_publishes_is_refused() => Assert.Equal("unknown-key", await RefusalAsync(Lea, TeamsTab.Other));

    [Fact]
    public async Task A_new_key_is_taken_as_soon_as_it_is_published()
    {
        var tokens = Tokens();
        Assert.Null((await tokens.JudgeAsync(Signed(Lea), TestMentor.Token)).Refusal);

        _tab.Keys.Keys = [TeamsTab.Other];

        Assert.Null((await tokens.JudgeAsync(TeamsTab.Bare(Lea.SignedBy(TeamsTab.Other)), TestMentor.Token)).Refusal);
    }

    [Fact]
    public async Task A_key_of_another_kind_of_accounts_may_not_vouch_for_the_tenant()
    {
        var consumers = new TestKey("consumers", null, "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0");
        _tab.Keys.Keys = [consumers];

        Assert.Equal("key-of-another-issuer", await RefusalAsync(Lea, consumers));
    }

    [Fact]
    public async Task A_signature_of_somebody_elses_key_under_a_known_name_is_refused()
    {
        using var forged = System.Security.Cryptography.RSA.Create(2048);

        Assert.Equal("bad-signature", (await Tokens().JudgeAsync(TeamsTab.Bare(Lea.SignedBy(new RsaSecurityKey(forged) { KeyId = TeamsTab.Key.Id })), TestMentor.Token)).Refusal);
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var payload = Base64UrlEncoder.Encode(Lea.Payload);
        foreach (var header in new[] { """{"alg":"none","typ":"JWT"}""", """{"typ":"JWT","kid":"entra"}""" })
        {
            Assert.NotNull((await Tokens().JudgeAsync($"{Base64UrlEncoder.Encode(header)}.{payload}.", TestMentor.Token)).Refusal);
        }

        Assert.Equal("wrong-algorithm", (await Tokens().JudgeAsync($"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{payload}.", TestMentor.Token)).Refusal);
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_password_is_refused()
    {
        var secret = new SymmetricSecurityKey(TeamsTab.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = TeamsTab.Key.Id };

        Assert.Equal("wrong-algorithm", (await Tokens().JudgeAsync(TeamsTab.Bare((Lea with { Algorithm = SecurityAlgorithms.HmacSha256 }).SignedBy(secret)), TestMentor.Token)).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("token")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("Bearer a.b.c")]
    public async Task Garbage_is_refused(string token) => Assert.Equal("garbage", (await Tokens().JudgeAsync(token, TestMentor.Token)).Refusal);

    [Fact]
    public async Task The_token_of_the_bot_itself_signs_nobody_in() =>
        Assert.Equal("no-person", await RefusalAsync(Lea with { Claims = new Dictionary<string, string> { ["ver"] = "2.0", ["tid"] = TeamsTab.Tenant, ["azp"] = TeamsTab.App, ["oid"] = Another } }));

    [Fact]
    public async Task What_is_refused_is_logged_by_its_reason_and_never_by_its_token()
    {
        var token = Signed(With("scp", ""));

        Assert.Null(await Tokens().VerifyAsync(token, TestMentor.Token));

        Assert.Contains(_logs.Lines, l => l.Contains("no-person", StringComparison.Ordinal));
        Assert.DoesNotContain(_logs.Lines, l => l.Contains(token.Split('.')[1], StringComparison.Ordinal) || l.Contains(TeamsTab.IdOf("lea"), StringComparison.Ordinal));
    }

    private TestToken Lea => TeamsTab.TokenOf("lea", _time.GetUtcNow());

    private TestToken With(string claim, string value) => Lea with { Claims = new Dictionary<string, string>(Lea.Claims) { [claim] = value } };

    private static string Signed(TestToken token) => TeamsTab.Bare(token.SignedBy(TeamsTab.Key));

    private async Task<string?> RefusalAsync(TestToken token, TestKey? key = null) => (await Tokens().JudgeAsync(TeamsTab.Bare(token.SignedBy(key ?? TeamsTab.Key)), TestMentor.Token)).Refusal;

    private PersonTokens Tokens(params string[] tenants)
    {
        var options = new BotFrameworkOptions { AppId = TeamsTab.App, TenantId = TeamsTab.Tenant, OpenIdMetadata = _tab.Keys.Metadata, SignInTenants = tenants };
        return new PersonTokens(options, TeamsTab.Host, new SigningKeys(options, _http, _time, new Logger<SigningKeys>(_logs)), _time, new Logger<PersonTokens>(_logs));
    }
}
