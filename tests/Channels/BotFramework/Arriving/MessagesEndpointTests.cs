using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Coaching;
using MentorBot.Deliveries;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Channels.BotFramework.Arriving;

/// <summary>What POST /api/messages does with everything that Teams posts. Source: facts/bot-framework.md 1.1 to 1.8; traps T7, T8, T16 of facts/anchors.md.</summary>
public sealed class MessagesEndpointTests : IAsyncLifetime
{
    private FakeConnector _connector = null!;
    private TestMentor _mentor = null!;
    private Uri _url = null!;
    private TeamsClient _lea = null!;

    private static CancellationToken Token => TestMentor.Token;

    public async ValueTask InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        (_mentor, _url) = await TeamsMentor.ServeAsync(TestDatabase.Sqlite);
        _lea = new TeamsClient(_url, _connector.ServiceUrl, "lea");
    }

    public async ValueTask DisposeAsync()
    {
        _lea.Dispose();
        await _mentor.DisposeAsync();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_kept_before_it_is_acknowledged()
    {
        await PostAsync(_lea.Text("bonjour"), HttpStatusCode.Accepted);

        var kept = Assert.Single(await InboxAsync());
        Assert.Equal(InboundState.Waiting, kept.State);
        Assert.Equal("bonjour", Assert.IsType<TextContent>(InboundContent.FromJson(kept.Content)).Text);
        Assert.Equal(_mentor.Person("lea").Id, kept.PersonId);
        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task The_same_id_in_another_conversation_is_another_event()
    {
        using var hugo = new TeamsClient(_url, _connector.ServiceUrl, "hugo", "a:hugo");
        await PostAsync(_lea.Text("bonjour", id: "1"), HttpStatusCode.Accepted);
        using var answer = await hugo.PostAsync(hugo.Text("bonjour", id: "1"), Token);

        Assert.Equal(2, (await InboxAsync()).Count);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("messageUpdate")]
    [InlineData("trace")]
    [InlineData("a type of next year")]
    public async Task Types_that_ask_nothing_of_us_are_accepted_and_passed_over(string type)
    {
        await PostAsync(_lea.Activity(type), HttpStatusCode.Accepted);

        Assert.Empty(await InboxAsync());
    }

    [Fact]
    public async Task Unknown_fields_and_any_case_of_the_known_ones_are_accepted()
    {
        var activity = JsonNode.Parse(_lea.Text("bonjour").ToJsonString().Replace("\"text\"", "\"Text\"", StringComparison.Ordinal))!.AsObject();
        activity["somethingNew"] = new JsonObject { ["deep"] = new JsonArray(1, 2, 3) };

        await PostAsync(activity, HttpStatusCode.Accepted);

        Assert.Equal("bonjour", Assert.IsType<TextContent>(InboundContent.FromJson(Assert.Single(await InboxAsync()).Content)).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{\"text\":\"no type\"}")]
    [InlineData("{\"type\":\"message\",\"text\":\"no conversation\",\"from\":{\"id\":\"29:lea\"}}")]
    public async Task What_is_no_activity_is_a_bad_request(string body)
    {
        using var http = new HttpClient { BaseAddress = _url };
        using var answer = await http.PostAsync("/api/messages", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await InboxAsync());
    }

    [Fact]
    public async Task A_body_above_256_KB_is_refused()
    {
        await PostAsync(_lea.Text(new string('x', 300_000)), HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Without_an_app_id_a_call_that_came_through_a_proxy_is_refused()
    {
        using var http = new HttpClient { BaseAddress = _url };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(_lea.Text("bonjour")) };
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await InboxAsync());
    }

    [Fact]
    public async Task A_service_url_that_is_nobodys_is_refused_before_anything_is_kept()
    {
        var activity = _lea.Text("bonjour");
        activity["serviceUrl"] = "https://connector.attacker.example/";

        await PostAsync(activity, HttpStatusCode.BadRequest);

        Assert.Empty(await InboxAsync());
    }

    [Fact]
    public async Task Another_method_than_post_is_not_allowed()
    {
        using var http = new HttpClient { BaseAddress = _url };
        using var answer = await http.GetAsync("/api/messages", Token);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Installed_the_mentor_speaks_first_and_once()
    {
        await PostAsync(_lea.Installed(), HttpStatusCode.Accepted);
        var added = _lea.Activity("conversationUpdate");
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = TeamsClient.Bot });
        await PostAsync(added, HttpStatusCode.Accepted);
        await SettleAsync();

        Assert.Contains("Léa", CardText.Of(Assert.Single(_connector.Shown(_lea.Conversation))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expected_replies_come_in_the_answer_and_not_through_the_connector()
    {
        var activity = _lea.Text("c'est quoi un CPM ?");
        activity["deliveryMode"] = "expectReplies";

        using var answer = await _lea.PostAsync(activity, Token);
        await SettleAsync();

        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("CPM", body["activities"]![0]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_connector.Calls, c => c.IsSend);
        Assert.Equal(InboundState.Done, Assert.Single(await InboxAsync()).State);
    }

    [Fact]
    public async Task A_press_is_answered_with_the_cards_outcome_and_starts_what_it_names()
    {
        var card = await GreetingAsync();

        var outcome = await PressAsync(_lea.Press(CardPresses.Of(card)[0].Data));
        await SettleAsync();

        Assert.Equal(200, outcome["statusCode"]!.GetValue<int>());
        Assert.Equal("application/vnd.microsoft.card.adaptive", outcome["type"]!.GetValue<string>());
        Assert.Contains(CardPresses.Of(card)[0].Label, outcome["value"]!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.True(_connector.Shown(_lea.Conversation).Count > 1);
    }

    [Fact]
    public async Task A_press_that_comes_again_under_another_id_has_one_effect_and_the_same_outcome()
    {
        var choices = CardPresses.Of(await GreetingAsync());

        var first = await PressAsync(_lea.Press(choices[0].Data));
        var again = await PressAsync(_lea.Press(choices[0].Data));
        var other = await PressAsync(_lea.Press(choices[1].Data));

        Assert.Equal(first["value"]!.ToJsonString(), again["value"]!.ToJsonString());
        Assert.Equal(first["value"]!.ToJsonString(), other["value"]!.ToJsonString());
        Assert.Single((await InboxAsync()).Select(e => InboundContent.FromJson(e.Content)).OfType<ChoiceContent>());
    }

    [Fact]
    public async Task Four_repeats_of_one_press_at_once_have_one_effect()
    {
        var choices = CardPresses.Of(await GreetingAsync());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PressAsync(_lea.Press(choices[0].Data))));

        Assert.Single((await InboxAsync()).Select(e => InboundContent.FromJson(e.Content)).OfType<ChoiceContent>());
    }

    [Fact]
    public async Task The_same_button_as_a_submit_of_an_older_client_has_the_same_effect()
    {
        var choices = CardPresses.Of(await GreetingAsync());
        var submit = _lea.Activity("message");
        submit["value"] = JsonNode.Parse(choices[0].Data.GetRawText());

        await PostAsync(submit, HttpStatusCode.Accepted);
        await PressAsync(_lea.Press(choices[0].Data));

        Assert.Single((await InboxAsync()).Select(e => InboundContent.FromJson(e.Content)).OfType<ChoiceContent>());
    }

    [Fact]
    public async Task A_press_that_comes_as_a_message_replaces_its_card_by_the_outcome()
    {
        var greeting = await GreetingAsync();
        var choices = CardPresses.Of(greeting);

        await PostAsync(Submit(greeting, choices[0]), HttpStatusCode.Accepted);
        await _connector.UntilAsync(c => c.Calls.Any(x => x.Method == "PUT"), Token);
        await PostAsync(Submit(greeting, choices[1]), HttpStatusCode.Accepted);
        await _connector.UntilAsync(c => c.Calls.Count(x => x.Method == "PUT") == 2, Token);

        var replaced = _connector.Shown(_lea.Conversation).Single(a => a.Id == greeting.Id);
        Assert.Empty(CardPresses.Of(replaced));
        Assert.Contains(choices[0].Label, CardText.Of(replaced), StringComparison.Ordinal);
        Assert.DoesNotContain(choices[1].Label, CardText.Of(replaced), StringComparison.Ordinal);
        Assert.Single((await InboxAsync()).Select(e => InboundContent.FromJson(e.Content)).OfType<ChoiceContent>());
    }

    [Fact]
    public async Task A_press_as_a_message_counts_where_its_card_cannot_be_replaced()
    {
        var greeting = await GreetingAsync();
        _connector.Rule = call => call.Method == "PUT" ? FakeAnswer.Error(501, "NotImplemented") : null;

        await PostAsync(Submit(greeting, CardPresses.Of(greeting)[0]), HttpStatusCode.Accepted);
        await _connector.UntilAsync(c => c.Calls.Any(x => x.Method == "PUT"), Token);
        await SettleAsync();

        Assert.True(_connector.Shown(_lea.Conversation).Count > 1);
    }

    [Fact]
    public async Task A_button_of_another_app_is_answered_with_a_sentence()
    {
        var answer = await PressAsync(_lea.Press(JsonSerializer.SerializeToElement(new { approve = true })));

        Assert.Equal(400, answer["statusCode"]!.GetValue<int>());
        Assert.Equal("application/vnd.microsoft.error", answer["type"]!.GetValue<string>());
        Assert.Contains("bouton", answer["value"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty((await InboxAsync()).Select(e => InboundContent.FromJson(e.Content)).OfType<ChoiceContent>());
    }

    [Theory]
    [InlineData("composeExtension/query", HttpStatusCode.NotImplemented)]
    [InlineData("tab/fetch", HttpStatusCode.NotImplemented)]
    [InlineData("an invoke of next year", HttpStatusCode.NotImplemented)]
    [InlineData("task/fetch", HttpStatusCode.OK)]
    [InlineData("task/submit", HttpStatusCode.OK)]
    public async Task Every_invoke_gets_the_answer_of_its_own_shape(string name, HttpStatusCode expected)
    {
        using var answer = await _lea.PostAsync(_lea.Invoke(name, new JsonObject()), Token);

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.OK)
        {
            Assert.Equal("message", JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["task"]!["type"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_thumb_on_a_message_is_kept_with_that_message_and_the_last_one_counts()
    {
        var greeting = await GreetingAsync();
        var like = _lea.Activity("messageReaction");
        like["replyToId"] = greeting.Id;
        like["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        await PostAsync(like, HttpStatusCode.Accepted);
        await SettleAsync();

        var feedback = _lea.Invoke("message/submitAction", new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = "dislike", ["feedback"] = "{\"feedbackText\":\"trop long\"}" },
        });
        feedback["replyToId"] = greeting.Id;
        await PostAsync(feedback, HttpStatusCode.OK);
        await SettleAsync();

        await using var db = _mentor.Database.Open();
        var kept = Assert.Single(await db.Set<Feedback>().ToListAsync(Token));
        Assert.False(kept.Helped);
        Assert.Equal("trop long", kept.Text);
        Assert.Equal(greeting.Id, (await db.Set<Delivery>().SingleAsync(d => d.Id == kept.DeliveryId, Token)).ChannelRef);
    }

    private JsonObject Submit(Activity card, (string Label, JsonElement Data) choice)
    {
        var submit = _lea.Activity("message");
        submit["value"] = JsonNode.Parse(choice.Data.GetRawText());
        submit["replyToId"] = card.Id;
        return submit;
    }

    private async Task<Activity> GreetingAsync()
    {
        await PostAsync(_lea.Text("bonjour"), HttpStatusCode.Accepted);
        await SettleAsync();
        return Assert.Single(_connector.Shown(_lea.Conversation));
    }

    private async Task<JsonNode> PressAsync(JsonObject press)
    {
        using var answer = await _lea.PostAsync(press, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
    }

    private async Task PostAsync(JsonObject activity, HttpStatusCode expected)
    {
        using var answer = await _lea.PostAsync(activity, Token);
        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task SettleAsync()
    {
        await _mentor.RunTurnsAsync();
        await _mentor.SendDueAsync();
    }

    private async Task<List<InboundEvent>> InboxAsync()
    {
        await using var db = _mentor.Database.Open();
        return await db.Set<InboundEvent>().OrderBy(e => e.Seq).ToListAsync(Token);
    }
}
