using CsCheck;
using MentorBot.Channels.BotFramework;
using MentorBot.Channels.BotFramework.Authentication;

namespace MentorBot.Tests.Channels.BotFramework.Authentication;

/// <summary>The header's shape (facts/bot-framework.md 2.2), and that no header whatever makes the verifier throw or talk.</summary>
public sealed class HeaderTests
{
    [Theory]
    [InlineData(null, "no-token")]
    [InlineData("", "no-token")]
    [InlineData("Basic dXNlcjpwYXNz", "not-bearer")]
    [InlineData("Bearer", "not-bearer")]
    [InlineData("Bearer ", "garbage")]
    [InlineData("Bearer x", "garbage")]
    [InlineData("Bearer a.b.c", "garbage")]
    [InlineData("Bearer ..", "garbage")]
    [InlineData("Bearer a.b.c.d.e", "garbage")]
    [InlineData("Bearer W10.W10.AA", "garbage")]
    [InlineData("Bearer é.é.é", "garbage")]
    public async Task A_header_that_is_no_bearer_token_is_refused(string? header, string refusal)
    {
        await using var gate = await Gate.OpenAsync();

        Assert.Equal(refusal, await gate.RefusalAsync(header));
        Assert.Equal(0, gate.Keys.Readings);
    }

    [Fact]
    public async Task A_good_token_in_a_bad_header_is_refused()
    {
        await using var gate = await Gate.OpenAsync();
        var token = gate.Token.SignedBy(Gate.First)["Bearer ".Length..];

        Assert.Equal("garbage", await gate.RefusalAsync($"Bearer  {token}"));
        Assert.Equal("garbage", await gate.RefusalAsync($"Bearer {token} "));
        Assert.Equal("garbage", await gate.RefusalAsync($"Bearer {token},{token}"));
        Assert.Equal("not-bearer", await gate.RefusalAsync($"Basic {token}"));
        Assert.Equal("not-bearer", await gate.RefusalAsync(token));
    }

    [Fact]
    public async Task A_header_longer_than_any_token_is_refused_unread()
    {
        await using var gate = await Gate.OpenAsync();

        Assert.Equal("garbage", await gate.RefusalAsync($"Bearer a.{new string('b', 17_000)}.c"));
    }

    [Fact]
    public async Task Without_an_app_id_no_token_is_good()
    {
        await using var gate = await Gate.OpenAsync();
        using var http = new HttpClient();
        var options = new BotFrameworkOptions { OpenIdMetadata = gate.Keys.Metadata };
        var verifier = new TokenVerifier(options, new SigningKeys(options, http, gate.Time, new Microsoft.Extensions.Logging.Logger<SigningKeys>(gate.Logs)), gate.Time);

        Assert.Equal(new Verified.Refused("no-app-id"), await verifier.VerifyAsync((gate.Token with { Audience = "api://" }).SignedBy(Gate.First), Gate.Cancelled));
    }

    [Fact]
    public async Task A_token_spoiled_anywhere_is_refused_without_a_throw()
    {
        await using var gate = await Gate.OpenAsync();
        var good = gate.Token.SignedBy(Gate.First);
        Assert.Null(await gate.RefusalAsync(good));

        // The last two letters carry bits that base64 drops; changing those may leave the same signature.
        await Gen.Select(Gen.Int[7, good.Length - 3], Gen.Char['!', 'z']).Where(t => good[t.Item1] != t.Item2)
            .SampleAsync(async t => Assert.IsType<Verified.Refused>(await gate.VerifyAsync($"{good[..t.Item1]}{t.Item2}{good[(t.Item1 + 1)..]}")), iter: 500);
    }

    [Fact]
    public async Task No_part_of_a_token_is_logged()
    {
        await using var gate = await Gate.OpenAsync();
        gate.Keys.IsDown = true;
        var header = gate.Token.SignedBy(Gate.First);
        await gate.VerifyAsync(header);

        Assert.NotEmpty(gate.Logs.Lines);
        Assert.DoesNotContain(gate.Logs.Lines, line => header["Bearer ".Length..].Split('.').Any(line.Contains));
    }
}
