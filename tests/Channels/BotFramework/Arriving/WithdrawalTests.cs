using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Storage;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.Channels.BotFramework.Arriving;

/// <summary>A person deletes what they wrote, before, while or after it is handled: its words go, and what was not answered yet never is.</summary>
public sealed class WithdrawalTests : IAsyncLifetime
{
    private const string Words = "mon salaire est de 1 900 euros";
    private const string Thread = "19:offers@thread.tacv2;messageid=1700000000001";

    private FakeConnector _far = null!;

    private static CancellationToken Token => TestMentor.Token;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    public async ValueTask InitializeAsync() => _far = await FakeConnector.StartAsync();

    public ValueTask DisposeAsync() => _far.DisposeAsync();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Deleted_before_it_was_handled_it_is_neither_answered_nor_kept_and_what_follows_is(string engine)
    {
        var (mentor, lea) = await StartAsync(engine);
        await using var _ = mentor;
        await PostAsync(lea, lea.Text(Words, id: "77"));
        await PostAsync(lea, lea.Text("c'est quoi un CPM ?"));

        await PostAsync(lea, lea.Deleted("77"));
        await SettleAsync(mentor);

        Assert.Contains("CPM", CardText.Of(Assert.Single(_far.Shown(lea.Conversation))), StringComparison.Ordinal);
        await NothingIsKeptAsync(mentor);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Deleted_while_it_is_handled_that_turn_comes_to_nothing(string engine)
    {
        var meanwhile = new Meanwhile();
        var (mentor, url) = await TeamsMentor.ServeAsync(engine, services: s => s.AddSingleton<IIntent>(meanwhile));
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea");
        meanwhile.Does = () => PostAsync(lea, lea.Deleted("77"));
        await PostAsync(lea, lea.Text(Words, id: "77"));

        await SettleAsync(mentor);

        Assert.Equal(1, meanwhile.Times);
        Assert.Empty(_far.Shown(lea.Conversation));
        await NothingIsKeptAsync(mentor);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_deletion_that_overtakes_its_message_keeps_it_away(string engine)
    {
        var (mentor, lea) = await StartAsync(engine);
        await using var _ = mentor;
        await PostAsync(lea, lea.Deleted("77"));

        await PostAsync(lea, lea.Text(Words, id: "77"));
        await SettleAsync(mentor);

        Assert.Empty(_far.Shown(lea.Conversation));
        await NothingIsKeptAsync(mentor);
    }

    [Fact]
    public async Task Deleted_after_it_was_answered_the_answer_stays_and_the_words_go()
    {
        var (mentor, lea) = await StartAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        await PostAsync(lea, lea.Text(Words, id: "77"));
        await SettleAsync(mentor);
        var answer = Assert.Single(_far.Shown(lea.Conversation));

        await PostAsync(lea, lea.Deleted("77"));
        await SettleAsync(mentor);

        Assert.Same(answer, Assert.Single(_far.Shown(lea.Conversation)));
        await NothingIsKeptAsync(mentor);
    }

    [Fact]
    public async Task What_was_deleted_in_a_thread_is_not_taken_to_the_private_talk()
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea", Thread) { Scope = "channel" };
        await PostAsync(lea, Named(lea.Mention($"tu peux challenger ma campagne ? {Words}"), "77"));
        await SettleAsync(mentor);
        await PostAsync(lea, lea.Deleted("77"));

        await PostAsync(lea, lea.Press(CardPresses.Of(Assert.Single(_far.Shown(Thread)))[0].Data));
        await SettleAsync(mentor);

        Assert.Contains("Léa", CardText.Of(Assert.Single(_far.Shown(FakeConnector.PersonalConversation("29:lea")))), StringComparison.Ordinal);
        await NothingIsKeptAsync(mentor);
    }

    [Fact]
    public async Task What_was_taken_to_the_private_talk_goes_from_there_too()
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var lea = new TeamsClient(url, _far.ServiceUrl, "lea", Thread) { Scope = "channel" };
        await PostAsync(lea, Named(lea.Mention($"tu peux challenger ma campagne ? {Words}"), "77"));
        await SettleAsync(mentor);
        await PostAsync(lea, lea.Press(CardPresses.Of(Assert.Single(_far.Shown(Thread)))[0].Data));
        await mentor.RunTurnsAsync();

        await PostAsync(lea, lea.Deleted("77"));

        await NothingIsKeptAsync(mentor);
    }

    [Fact]
    public async Task Nobody_takes_back_the_message_of_another_conversation()
    {
        var (mentor, lea) = await StartAsync(TestDatabase.Sqlite);
        await using var _ = mentor;
        using var elsewhere = new TeamsClient(lea.Url, _far.ServiceUrl, "hugo", "a:hugo");
        await PostAsync(lea, lea.Text("c'est quoi un CPM ?", id: "77"));

        await PostAsync(elsewhere, elsewhere.Deleted("77"));
        await SettleAsync(mentor);

        Assert.Single(_far.Shown(lea.Conversation));
    }

    /// <summary>Is asked before every other, and leaves the turn to them.</summary>
    private sealed class Meanwhile : IIntent
    {
        public Func<Task> Does { get; set; } = () => Task.CompletedTask;

        public int Times { get; private set; }

        public Stage Stage => Stage.Choice;

        public int Order => int.MinValue;

        public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
        {
            Times++;
            await Does();
            return false;
        }
    }

    private async Task<(TestMentor Mentor, TeamsClient Lea)> StartAsync(string engine)
    {
        var (mentor, url) = await TeamsMentor.ServeAsync(engine);
        return (mentor, new TeamsClient(url, _far.ServiceUrl, "lea"));
    }

    private static JsonObject Named(JsonObject activity, string id)
    {
        activity["id"] = id;
        return activity;
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
    }

    private static async Task NothingIsKeptAsync(TestMentor mentor)
    {
        await using var db = mentor.Database.Open();
        Assert.DoesNotContain(await db.Set<InboundEvent>().AsNoTracking().ToListAsync(Token), e => e.Content.Contains("salaire", StringComparison.Ordinal));
    }
}
