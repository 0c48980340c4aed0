using System.Net;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Tests.Drivers;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Tests.Channels.BotFramework.Authentication;

/// <summary>
/// POST /api/messages with an app id, over HTTP, with a key server and a token endpoint of its own: every row of facts/bot-framework.md 2.2 and 2.4 at the door itself.
/// </summary>
public sealed class SignedEndpointTests : IAsyncLifetime
{
    private SignedTeams _teams = null!;

    private static CancellationToken Token => TestMentor.Token;

    /// <summary>Rows of the table of tokens that are refused, by what is wrong.</summary>
    public static TheoryData<string> Wrong =>
    [
        "no token", "garbage", "another scheme", "two tokens", "expired", "not yet valid", "another audience", "another issuer", "an unknown key", "another key of the same name",
        "a changed payload", "no signature", "a shared secret", "a key without endorsements", "a key for another channel", "another service URL", "no service URL", "a person's token", "another app's token",
    ];

    public async ValueTask InitializeAsync() => _teams = await SignedTeams.StartAsync();

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    [Fact]
    public async Task The_right_token_is_let_in_and_the_answer_goes_out_with_our_own()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(_teams.Lea.Text("c'est quoi un CPM ?"), Right));
        await SettleAsync();

        Assert.Contains("CPM", CardText.Of(Assert.Single(_teams.Far.Shown(_teams.Lea.Conversation))), StringComparison.Ordinal);
        Assert.Equal("token-1", Assert.Single(_teams.Far.Calls).Bearer);
    }

    [Fact]
    public async Task One_token_of_ours_serves_many_answers()
    {
        for (var i = 0; i < 3; i++)
        {
            await PostAsync(_teams.Lea.Text("c'est quoi un CPM ?"), Right);
            await SettleAsync();
        }

        Assert.Equal(["token-1", "token-1", "token-1"], _teams.Far.Calls.Select(c => c.Bearer));
        Assert.Equal(1, _teams.Far.TokensGiven);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_token_is_401_and_nothing_is_kept_nor_called(string what)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(_teams.Lea.Text("bonjour"), Header(what)));
        // An invoke and a client that waits are answered in place: they are asked for their token all the same.
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(_teams.Lea.Invoke("task/fetch", new JsonObject()), Header(what)));
        var waiting = _teams.Lea.Text("bonjour");
        waiting["deliveryMode"] = "expectReplies";
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(waiting, Header(what)));
        await SettleAsync();

        Assert.Equal(0, await KeptAsync());
        Assert.Empty(_teams.Far.Calls);
        Assert.Equal(0, _teams.Far.TokensGiven);
    }

    [Fact]
    public async Task A_withdrawal_without_a_token_takes_nothing_back()
    {
        await PostAsync(_teams.Lea.Text("bonjour", "77"), Right);

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(_teams.Lea.Deleted("77"), null));

        await using var db = _teams.Mentor.Database.Open();
        Assert.Equal("bonjour", Assert.IsType<TextContent>(InboundContent.FromJson(Assert.Single(await db.Set<InboundEvent>().ToListAsync(Token)).Content)).Text);
    }

    [Fact]
    public async Task A_service_url_that_is_on_no_list_is_refused_however_well_the_token_names_it()
    {
        const string elsewhere = "https://connector.attacker.example/";
        var activity = _teams.Lea.Text("bonjour");
        activity["serviceUrl"] = elsewhere;

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(activity, (_teams.Token with { ServiceUrl = elsewhere }).SignedBy(SignedTeams.First)));

        Assert.Equal(0, await KeptAsync());
        Assert.Equal(0, _teams.Far.TokensGiven);
    }

    [Fact]
    public async Task Our_token_is_not_even_fetched_for_an_address_that_is_on_no_list()
    {
        var person = _teams.Mentor.Person("lea");
        await using var db = _teams.Mentor.Database.Open();
        var reference = new Reference("https://connector.attacker.example/", "msteams", TeamsClient.Bot, "personal") { User = "29:lea" };
        var delivery = _teams.Mentor.Get<Outbox>().Add(db, "k", DeliveryClass.Nudge, person.OrganisationId, person.Id, new Address("msteams", TeamsClient.Tenant, "a:personal", reference.ToJson()), Message.Text("fr", "bonjour"), _teams.Mentor.Time.GetUtcNow());
        await db.SaveChangesAsync(Token);
        await SettleAsync();

        await db.Entry(delivery).ReloadAsync(Token);
        Assert.Equal((DeliveryState.Failed, "host-not-allowed"), (delivery.State, delivery.Reason));
        Assert.Equal(0, _teams.Far.TokensGiven);
    }

    [Fact]
    public async Task A_new_key_is_let_in_while_the_service_runs_and_the_old_one_goes_with_its_document()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(_teams.Lea.Text("un"), Right));
        _teams.Keys.Keys = [SignedTeams.Second];

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(_teams.Lea.Text("deux"), _teams.Token.SignedBy(SignedTeams.Second)));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(_teams.Lea.Text("trois"), Right));

        Assert.Equal(2, await KeptAsync());
        // The forced reading, and no second one for the old key within five minutes.
        Assert.Equal(2, _teams.Keys.Readings);
    }

    [Fact]
    public async Task While_the_key_server_is_down_the_keys_that_were_read_go_on_serving()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(_teams.Lea.Text("un"), Right));
        _teams.Keys.IsDown = true;
        _teams.Mentor.Time.Advance(TimeSpan.FromHours(13));

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(_teams.Lea.Text("deux"), Right));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(_teams.Lea.Text("trois"), _teams.Token.SignedBy(SignedTeams.Second)));
    }

    [Fact]
    public async Task Before_any_key_could_be_read_nobody_is_let_in_and_afterwards_they_are()
    {
        _teams.Keys.IsDown = true;
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(_teams.Lea.Text("un"), Right));

        _teams.Keys.IsDown = false;
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(_teams.Lea.Text("deux"), Right));
        Assert.Equal(1, await KeptAsync());
    }

    [Fact]
    public async Task When_the_connector_no_longer_takes_our_token_a_fresh_one_is_fetched_and_the_answer_arrives()
    {
        await PostAsync(_teams.Lea.Text("c'est quoi un CPM ?"), Right);
        await SettleAsync();
        _teams.Far.RevokeTokens();

        await PostAsync(_teams.Lea.Text("c'est quoi un CPM ?"), Right);
        await SettleAsync();

        Assert.Equal(2, _teams.Far.Shown(_teams.Lea.Conversation).Count);
        Assert.Equal(["token-1", "token-1", "token-2"], _teams.Far.Calls.Select(c => c.Bearer));
    }

    private string Right => _teams.Token.SignedBy(SignedTeams.First);

    private string? Header(string what)
    {
        var token = _teams.Token;
        return what switch
        {
            "no token" => null,
            "garbage" => "Bearer not.a.token",
            "another scheme" => "Basic " + Right["Bearer ".Length..],
            "two tokens" => $"{Right}, {Right}",
            "expired" => (token with { Starts = TimeSpan.FromHours(-2), Ends = TimeSpan.FromMinutes(-6) }).SignedBy(SignedTeams.First),
            "not yet valid" => (token with { Starts = TimeSpan.FromMinutes(6) }).SignedBy(SignedTeams.First),
            "another audience" => (token with { Audience = Guid.Empty.ToString() }).SignedBy(SignedTeams.First),
            "another issuer" => (token with { Issuer = "https://issuer.attacker.example" }).SignedBy(SignedTeams.First),
            "an unknown key" => token.SignedBy(SignedTeams.Second),
            "another key of the same name" => token.SignedBy(SignedTeams.Impostor),
            "a changed payload" => Changed(token),
            "no signature" => $"Bearer {Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Base64UrlEncoder.Encode(token.Payload)}.",
            "a shared secret" => (token with { Algorithm = SecurityAlgorithms.HmacSha256 }).SignedBy(new SymmetricSecurityKey(SignedTeams.First.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = SignedTeams.First.Id }),
            "a key without endorsements" => token.SignedBy(SignedTeams.Unendorsed),
            "a key for another channel" => token.SignedBy(SignedTeams.ForWebChat),
            "another service URL" => (token with { ServiceUrl = "https://smba.trafficmanager.net/emea/" }).SignedBy(SignedTeams.First),
            "no service URL" => (token with { ServiceUrl = null }).SignedBy(SignedTeams.First),
            "a person's token" => Own(token, ("ver", "2.0"), ("azp", SignedTeams.App), ("scp", "access_as_user")),
            "another app's token" => Own(token, ("ver", "2.0"), ("azp", Guid.Empty.ToString())),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
    }

    private static string Changed(TestToken token)
    {
        var parts = token.SignedBy(SignedTeams.First).Split('.');
        parts[1] = Base64UrlEncoder.Encode((token with { Ends = TimeSpan.FromDays(300) }).Payload);
        return string.Join('.', parts);
    }

    /// <summary>A token that Entra gives in the bot's own tenant.</summary>
    private static string Own(TestToken token, params (string Name, string Value)[] claims) =>
        (token with { Issuer = $"https://login.microsoftonline.com/{TeamsClient.Tenant}/v2.0", Claims = claims.ToDictionary(c => c.Name, c => c.Value) }).SignedBy(SignedTeams.First);

    private async Task<HttpStatusCode> PostAsync(JsonNode activity, string? header)
    {
        using var answer = await _teams.PostAsync(activity, header);
        return answer.StatusCode;
    }

    private async Task SettleAsync()
    {
        await _teams.Mentor.RunTurnsAsync();
        await _teams.Mentor.SendDueAsync();
    }

    private async Task<int> KeptAsync()
    {
        await using var db = _teams.Mentor.Database.Open();
        return await db.Set<InboundEvent>().CountAsync(Token);
    }
}
