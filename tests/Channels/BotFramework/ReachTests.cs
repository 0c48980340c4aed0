using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework;
using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Channels.Web;
using MentorBot.Coaching;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Tests.Channels.BotFramework.Sending;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace MentorBot.Tests.Channels.BotFramework;

/// <summary>
/// Where a person is written to who did not just write: the conversation as it was last seen, nobody who has not the app, and their next identity instead.
/// Rule 10 of the design; facts/bot-framework.md 3.3, 3.5 and 9.4; traps T9 to T13 of facts/anchors.md.
/// </summary>
public sealed class ReachTests : IAsyncLifetime
{
    private const string Marker = "le suivi du 12 octobre";
    private const string Thread = "19:offers@thread.tacv2;messageid=1700000000001";

    private FakeConnector _far = null!;

    private static CancellationToken Token => TestMentor.Token;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    public async ValueTask InitializeAsync() => _far = await FakeConnector.StartAsync();

    public ValueTask DisposeAsync() => _far.DisposeAsync();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Whoever_has_written_in_private_is_answered_there_without_a_new_conversation(string engine)
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(engine);
        await using var _ = mentor;
        using var own = new TeamsClient(url, _far.ServiceUrl, "lea");
        using var inThread = new TeamsClient(url, _far.ServiceUrl, "lea", Thread) { Scope = "channel" };
        await PostAsync(own, own.Installed());
        await SettleAsync(mentor);
        var before = _far.Shown(own.Conversation).Count;

        await PostAsync(inThread, inThread.Mention("je n'en peux plus, je veux en finir"));
        await SettleAsync(mentor);

        Assert.Equal(before + 1, _far.Shown(own.Conversation).Count);
        Assert.DoesNotContain(_far.Calls, c => c.IsCreate);
    }

    [Fact]
    public async Task A_conversation_is_opened_once_and_then_known_also_after_a_restart()
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var inThread = new TeamsClient(url, _far.ServiceUrl, "lea", Thread) { Scope = "channel" };

        for (var i = 0; i < 3; i++)
        {
            await PostAsync(inThread, inThread.Mention("je n'en peux plus, je veux en finir"));
            await SettleAsync(mentor);
        }

        Assert.Equal(3, _far.Shown(FakeConnector.PersonalConversation("29:lea")).Count);
        Assert.Single(_far.Calls, c => c.IsCreate);
        Assert.Equal("a:personal-lea", (await ReachAsync(mentor, "lea")) is { Address: { } kept } ? Address.FromJson(kept).Conversation : null);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_message_goes_where_the_last_activity_of_any_kind_came_from(string engine)
    {
        await using var moved = await FakeConnector.StartAsync();
        var (mentor, url) = await TeamsMentor.ServeAsync(engine);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea");
        using var leaMoved = new TeamsClient(url, moved.ServiceUrl, "lea");
        await PostAsync(lea, lea.Text("bonjour"));
        await SettleAsync(mentor);

        // No message, only a sign of life: the service URL is another one from now on.
        await PostAsync(leaMoved, leaMoved.Activity("typing"));
        await FollowUpAsync(mentor, "lea");

        Assert.Contains(Marker, CardText.Of(Assert.Single(moved.Shown(lea.Conversation))), StringComparison.Ordinal);
        Assert.DoesNotContain(_far.Calls.Skip(1), c => c.IsSend);
    }

    [Fact]
    public async Task What_was_heard_a_moment_ago_is_not_written_again_and_after_a_minute_it_is()
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea");
        await PostAsync(lea, lea.Text("bonjour"));
        var first = (await ReachAsync(mentor, "lea"))!.SeenAt;

        mentor.Time.Advance(TimeSpan.FromSeconds(30));
        await PostAsync(lea, lea.Text("encore"));
        Assert.Equal(first, (await ReachAsync(mentor, "lea"))!.SeenAt);

        mentor.Time.Advance(TimeSpan.FromSeconds(31));
        await PostAsync(lea, lea.Text("encore"));
        Assert.Equal(mentor.Time.GetUtcNow(), (await ReachAsync(mentor, "lea"))!.SeenAt);
    }

    [Fact]
    public async Task Somebody_in_no_roster_leaves_no_address_behind()
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var stranger = new TeamsClient(url, _far.ServiceUrl, "nobody-knows");

        await PostAsync(stranger, stranger.Text("bonjour"));
        await PostAsync(stranger, stranger.Uninstalled());

        await using var db = mentor.Database.Open();
        Assert.Empty(await db.Set<Reach>().ToListAsync(Token));
    }

    [Theory]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    public async Task After_the_app_is_removed_the_reason_is_given_at_once_and_nothing_is_called_until_it_is_back(string type)
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea");
        await PostAsync(lea, lea.Text("bonjour"));
        await SettleAsync(mentor);
        await PostAsync(lea, Removal(lea, type));
        var calls = _far.Calls.Count;

        await FollowUpAsync(mentor, "lea");

        Assert.Equal((DeliveryState.Failed, "not-installed"), await NudgeAsync(mentor) is var d ? (d.State, d.Reason) : default);
        Assert.Equal(calls, _far.Calls.Count);

        await PostAsync(lea, lea.Installed());
        await FollowUpAsync(mentor, "lea");
        Assert.Contains(Marker, CardText.Of(_far.Shown(lea.Conversation)[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_removes_the_app_takes_nobodys_own_conversation_away()
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea");
        using var inTeam = new TeamsClient(url, _far.ServiceUrl, "lea", Thread) { Scope = "channel" };
        await PostAsync(lea, lea.Text("bonjour"));
        await PostAsync(inTeam, inTeam.Uninstalled());

        Assert.Null((await ReachAsync(mentor, "lea"))!.Unreachable);
    }

    [Theory]
    [InlineData(403, "MessageWritesBlocked", "blocked")]
    [InlineData(403, "BotNotInConversationRoster", "left")]
    [InlineData(403, "BotDisabledByAdmin", "disabled-by-admin")]
    [InlineData(404, "ConversationNotFound", "chat-deleted")]
    public async Task Who_turned_out_not_to_be_reached_is_not_called_again_until_they_write(int status, string code, string reason)
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea");
        await PostAsync(lea, lea.Text("bonjour"));
        await SettleAsync(mentor);
        _far.Rule = c => c.IsSend ? FakeAnswer.Error(status, code) : null;

        await FollowUpAsync(mentor, "lea");
        var calls = _far.Calls.Count;
        await FollowUpAsync(mentor, "lea");

        Assert.Equal(reason, (await ReachAsync(mentor, "lea"))!.Unreachable);
        Assert.Equal(calls, _far.Calls.Count);
        Assert.Equal((DeliveryState.Failed, reason), await NudgeAsync(mentor) is var d ? (d.State, d.Reason) : default);

        _far.Rule = _ => null;
        mentor.Time.Advance(TimeSpan.FromMinutes(2));
        await PostAsync(lea, lea.Text("je suis là"));
        await SettleAsync(mentor);
        Assert.Null((await ReachAsync(mentor, "lea"))!.Unreachable);
        await FollowUpAsync(mentor, "lea");
        Assert.Contains(Marker, CardText.Of(_far.Shown(lea.Conversation)[^1]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_check_in_that_Teams_turns_down_comes_once_on_the_web_and_its_record_says_why(string engine)
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(engine);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea");
        using var web = await OnTheWebAsync(url, "lea");
        mentor.Time.Advance(TimeSpan.FromHours(1));
        await PostAsync(lea, lea.Text("bonjour"));
        await SettleAsync(mentor);
        _far.Rule = c => c.IsSend ? FakeAnswer.Error(403, "MessageWritesBlocked") : null;

        await FollowUpAsync(mentor, "lea");
        await SettleAsync(mentor);

        var nudge = await NudgeAsync(mentor);
        Assert.Equal((DeliveryState.Sent, WebAddress.Channel, null), (nudge.State, nudge.Channel, nudge.Reason));
        Assert.StartsWith("followup:", nudge.Key, StringComparison.Ordinal);
        Assert.Equal(("msteams", TeamsClient.Tenant, "blocked"), Assert.Single(Detour.ListOf(nudge.Detours)) is var way ? (way.Channel, way.Workspace, way.Reason) : default);
        Assert.Single(await SeenOnTheWebAsync(web), m => m.Contains(Marker, StringComparison.Ordinal));
        Assert.DoesNotContain(_far.Shown(lea.Conversation), a => CardText.Of(a).Contains(Marker, StringComparison.Ordinal));

        // The next one does not even try, and what was written is answered where it was written.
        var calls = _far.Calls.Count;
        await FollowUpAsync(mentor, "lea");
        Assert.Equal(calls, _far.Calls.Count);
        Assert.Equal(2, (await SeenOnTheWebAsync(web)).Count(m => m.Contains(Marker, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_identity_of_the_roster_counts_although_the_person_has_never_been_there()
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite, s => s["People:Roster"] = TeamsMentor.InTeamsAndOnTheWeb.Value);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea");
        await PostAsync(lea, lea.Text("bonjour"));
        await SettleAsync(mentor);
        await PostAsync(lea, lea.Uninstalled());

        await FollowUpAsync(mentor, "lea");

        var nudge = await NudgeAsync(mentor);
        Assert.Equal((DeliveryState.Sent, WebAddress.Channel), (nudge.State, nudge.Channel));
    }

    [Fact]
    public async Task An_unknown_outcome_never_goes_another_way()
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea");
        using var web = await OnTheWebAsync(url, "lea");
        mentor.Time.Advance(TimeSpan.FromHours(1));
        await PostAsync(lea, lea.Text("bonjour"));
        await SettleAsync(mentor);
        _far.Rule = c => c.IsSend ? new FakeAnswer.Broken(ButShown: true) : null;

        await FollowUpAsync(mentor, "lea");
        await SettleAsync(mentor);

        var nudge = await NudgeAsync(mentor);
        Assert.Equal((DeliveryState.Unconfirmed, "msteams", null), (nudge.State, nudge.Channel, nudge.Detours));
        Assert.DoesNotContain(await SeenOnTheWebAsync(web), m => m.Contains(Marker, StringComparison.Ordinal));
        Assert.Null((await ReachAsync(mentor, "lea"))!.Unreachable);
    }

    [Fact]
    public async Task A_reply_stays_where_it_was_asked()
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea");
        using var web = await OnTheWebAsync(url, "lea");
        await SettleAsync(mentor);
        var before = (await SeenOnTheWebAsync(web)).Count;
        _far.Rule = c => c.IsSend ? FakeAnswer.Error(403, "MessageWritesBlocked") : null;

        await PostAsync(lea, lea.Text("c'est quoi un CPM ?"));
        await SettleAsync(mentor);

        Assert.Equal(before, (await SeenOnTheWebAsync(web)).Count);
        Assert.Equal("blocked", (await ReachAsync(mentor, "lea"))!.Unreachable);
    }

    [Fact]
    public async Task What_has_arrived_in_part_does_not_arrive_again_elsewhere()
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea");
        using var web = await OnTheWebAsync(url, "lea");
        mentor.Time.Advance(TimeSpan.FromHours(1));
        await PostAsync(lea, lea.Text("bonjour"));
        await SettleAsync(mentor);
        var sends = _far.Calls.Count(c => c.IsSend);
        _far.Rule = c => c.IsSend && _far.Calls.Count(x => x.IsSend) > sends ? FakeAnswer.Error(403, "MessageWritesBlocked") : null;

        var person = mentor.Person("lea");
        await using (var db = mentor.Database.Open())
        {
            var text = string.Join("\n\n", Enumerable.Range(0, 3000).Select(i => $"{Marker}, ligne {i}"));
            mentor.Get<Outbox>().Add(db, "long", DeliveryClass.Nudge, person.OrganisationId, person.Id, Address.FromJson((await ReachAsync(mentor, "lea"))!.Address!), Message.Text("fr", text), mentor.Time.GetUtcNow());
            await db.SaveChangesAsync(Token);
        }

        await SettleAsync(mentor);

        Assert.Equal((DeliveryState.Failed, "blocked"), await NudgeAsync(mentor) is var d ? (d.State, d.Reason) : default);
        Assert.DoesNotContain(await SeenOnTheWebAsync(web), m => m.Contains(Marker, StringComparison.Ordinal));
    }

    [Fact]
    public void A_bot_with_an_app_writes_first_by_the_object_id_and_one_without_cannot()
    {
        var identity = new Identity { Id = Guid.Empty, OrganisationId = Guid.Empty, PersonId = Guid.Empty, Channel = "msteams", Workspace = Outbound.Tenant, User = "9f0c5d3a-0000-4000-8000-00000000000a" };

        var first = Sender("6a1d6b2e-0000-4000-8000-00000000000b").FirstAddress(identity)!;

        Assert.Equal("user:9f0c5d3a-0000-4000-8000-00000000000a", first.Conversation);
        Assert.Equal(("https://smba.trafficmanager.net/teams/", "28:6a1d6b2e-0000-4000-8000-00000000000b", "personal"), Reference.FromJson(first.Reference) is { } r ? (r.ServiceUrl, r.Bot, r.Scope) : default);
        Assert.Null(Sender("").FirstAddress(identity));
    }

    private static BotFrameworkSender Sender(string appId) => new(new BotFrameworkOptions { AppId = appId }, null!, null!, _ => [], _ => true, null!, NullLogger<BotFrameworkSender>.Instance);

    private static JsonObject Removal(TeamsClient who, string type)
    {
        if (type == "installationUpdate")
        {
            return who.Uninstalled();
        }

        var removed = who.Activity(type);
        removed["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = TeamsClient.Bot });
        return removed;
    }

    private static async Task PostAsync(TeamsClient who, JsonObject activity)
    {
        using var answer = await who.PostAsync(activity, Token);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task SettleAsync(TestMentor mentor)
    {
        await mentor.RunTurnsAsync();
        await mentor.SendDueAsync();
        mentor.Time.Advance(TimeSpan.FromSeconds(6));
        await mentor.SendDueAsync();
    }

    /// <summary>A decision falls due and is asked about.</summary>
    private static async Task FollowUpAsync(TestMentor mentor, string who)
    {
        var (card, ids) = (mentor.Person(who), mentor.Get<Ids>());
        var decision = new Decision
        {
            Id = ids.Next(),
            OrganisationId = card.OrganisationId,
            PersonId = card.Id,
            RunId = ids.Next(),
            Question = "?",
            Reading = "",
            Text = Marker,
            Threshold = null,
            ReviewOn = new DateOnly(2026, 10, 5),
            Owner = card.Name,
            CreatedAt = mentor.Time.GetUtcNow().AddDays(-7),
        };
        await using (var db = mentor.Database.Open())
        {
            db.AddRange(decision, new FollowUp { Id = ids.Next(), OrganisationId = card.OrganisationId, PersonId = card.Id, DecisionId = decision.Id, DueAt = mentor.Time.GetUtcNow() });
            await db.SaveChangesAsync(Token);
        }

        await mentor.RunClocksAsync();
        await mentor.SendDueAsync();
    }

    private static async Task<Reach?> ReachAsync(TestMentor mentor, string who)
    {
        var id = mentor.Person(who).Id;
        await using var db = mentor.Database.Open();
        return await db.Set<Reach>().AsNoTracking().SingleOrDefaultAsync(r => r.PersonId == id && r.Channel == "msteams", Token);
    }

    /// <summary>The newest one.</summary>
    private static async Task<Delivery> NudgeAsync(TestMentor mentor)
    {
        await using var db = mentor.Database.Open();
        return await db.Set<Delivery>().AsNoTracking().Where(d => d.Class == DeliveryClass.Nudge).OrderByDescending(d => d.Seq).FirstAsync(Token);
    }

    private static async Task<HttpClient> OnTheWebAsync(Uri url, string who)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = url };
        http.DefaultRequestHeaders.Add("X-MentorBot", "1");
        (await http.PostAsJsonAsync("/web/person", new { person = who }, Token)).EnsureSuccessStatusCode();
        (await http.PostAsync("/web/opened", null, Token)).EnsureSuccessStatusCode();
        return http;
    }

    private static async Task<IReadOnlyList<string>> SeenOnTheWebAsync(HttpClient web)
    {
        var talk = await web.GetFromJsonAsync<JsonElement>("/web/transcript", Token);
        return [.. talk.GetProperty("entries").EnumerateArray().Where(e => e.GetProperty("from").GetString() == "mentor").Select(e => Message.FromJson(e.GetProperty("message").GetRawText()).ToPlainText())];
    }
}
