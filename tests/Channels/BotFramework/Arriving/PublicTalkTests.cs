using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;

namespace MentorBot.Tests.Channels.BotFramework.Arriving;

/// <summary>Channels and group chats: everyone reads there, so nobody is coached there.</summary>
public sealed class PublicTalkTests : IAsyncLifetime
{
    private const string Thread = "19:offers@thread.tacv2;messageid=1700000000001";

    private FakeConnector _connector = null!;
    private TestMentor _mentor = null!;
    private TeamsClient _lea = null!;
    private TeamsClient _hugo = null!;

    private static string LeasOwn => FakeConnector.PersonalConversation("29:lea");

    public async ValueTask InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        (_mentor, var url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        _lea = new TeamsClient(url, _connector.ServiceUrl, "lea", Thread) { Scope = "channel" };
        _hugo = new TeamsClient(url, _connector.ServiceUrl, "hugo", Thread) { Scope = "channel" };
    }

    public async ValueTask DisposeAsync()
    {
        _lea.Dispose();
        _hugo.Dispose();
        await _mentor.DisposeAsync();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task A_definition_is_given_in_the_thread_where_it_was_asked()
    {
        await SayAsync(_lea, _lea.Mention("c'est quoi un CPM ?"));

        Assert.Contains("CPM", CardText.Of(Assert.Single(_connector.Shown(Thread))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coaching_is_not_begun_there_but_offered_in_private()
    {
        await SayAsync(_lea, _lea.Mention("tu peux challenger ma campagne ?"));

        var offer = Assert.Single(_connector.Shown(Thread));
        Assert.Contains("en privé", CardText.Of(offer), StringComparison.Ordinal);
        Assert.Equal("Continuer en privé", Assert.Single(CardPresses.Of(offer)).Label);
        Assert.Empty(_connector.Shown(LeasOwn));
    }

    [Fact]
    public async Task Who_agrees_is_answered_in_their_own_conversation_to_the_words_they_asked()
    {
        await SayAsync(_lea, _lea.Mention("c'est quoi ma campagne, tu peux la challenger ?"));
        await SayAsync(_lea, _lea.Press(CardPresses.Of(Assert.Single(_connector.Shown(Thread)))[0].Data));

        Assert.NotEmpty(_connector.Shown(LeasOwn));
        Assert.Single(_connector.Shown(Thread));
    }

    [Fact]
    public async Task A_colleague_who_presses_is_greeted_in_their_own_conversation_and_never_sees_the_words_of_another()
    {
        await SayAsync(_lea, _lea.Mention("ma campagne au marqueur-secret, tu peux la challenger ?"));
        await SayAsync(_hugo, _hugo.Press(CardPresses.Of(Assert.Single(_connector.Shown(Thread)))[0].Data));

        var said = Assert.Single(_connector.Shown(FakeConnector.PersonalConversation("29:hugo")));
        Assert.Contains("Hugo", CardText.Of(said), StringComparison.Ordinal);
        Assert.DoesNotContain("marqueur-secret", CardText.Of(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Distress_said_in_front_of_others_is_answered_to_the_person_alone()
    {
        await SayAsync(_lea, _lea.Mention("je n'en peux plus, je veux en finir"));

        Assert.Empty(_connector.Shown(Thread));
        Assert.Contains("3114", CardText.Of(Assert.Single(_connector.Shown(LeasOwn))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_an_open_flow_is_ever_said_in_a_thread()
    {
        using var own = new TeamsClient(new Uri(_lea.Url, "/"), _connector.ServiceUrl, "lea", LeasOwn);
        await SayAsync(own, own.Text("je veux challenger une campagne avant son lancement"));
        var question = CardText.Of(_connector.Shown(LeasOwn)[^1]);

        await SayAsync(_lea, _lea.Mention("c'est quoi un CPM ?"));
        await SayAsync(_lea, _lea.Mention("on reprend"));
        await SayAsync(_lea, _lea.Mention("stop"));

        Assert.All(_connector.Shown(Thread), a => Assert.DoesNotContain(question, CardText.Of(a), StringComparison.Ordinal));
        await SayAsync(own, own.Text("on en était où ?"));
        Assert.Contains(question, CardText.Of(_connector.Shown(LeasOwn)[^1]), StringComparison.Ordinal);
    }

    private async Task SayAsync(TeamsClient who, JsonObject activity)
    {
        using var answer = await who.PostAsync(activity, TestMentor.Token);
        answer.EnsureSuccessStatusCode();
        await _mentor.RunTurnsAsync();
        await _mentor.SendDueAsync();
    }
}
