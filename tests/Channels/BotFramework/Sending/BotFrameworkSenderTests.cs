using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Tests.Channels.Web;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Channels.BotFramework.Sending;

public sealed class BotFrameworkSenderTests
{
    [Fact]
    public async Task A_reply_goes_to_the_activity_it_answers_from_the_bot_to_the_person()
    {
        await using var outbound = await Outbound.StartAsync();

        await outbound.SendAsync(outbound.Delivery("An answer", replyTo: "1:42"));

        var call = Assert.Single(outbound.Far.Calls);
        Assert.Equal(["v3", "conversations", Outbound.Chat, "activities", "1:42"], call.Path);
        var activity = call.Activity;
        Assert.Equal(("message", "An answer", "plain", Outbound.Bot, Outbound.Lea, Outbound.Chat, "1:42"), (activity.Type, activity.Text, activity.TextFormat, activity.From?.Id, activity.Recipient?.Id, activity.Conversation?.Id, activity.ReplyToId));
    }

    [Fact]
    public async Task A_nudge_answers_nothing_even_where_the_last_activity_is_known()
    {
        await using var outbound = await Outbound.StartAsync();

        await outbound.SendAsync(outbound.Delivery(@class: DeliveryClass.Nudge, replyTo: "1:42"));

        Assert.Equal(["v3", "conversations", Outbound.Chat, "activities"], Assert.Single(outbound.Far.Calls).Path);
    }

    [Fact]
    public async Task A_reply_to_a_message_that_was_deleted_meanwhile_still_arrives()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = c => c.Path.Length == 5 ? FakeAnswer.Error(404, "ActivityNotFoundInConversation") : null;

        Assert.IsType<SendResult.Sent>(await outbound.SendAsync(outbound.Delivery(replyTo: "1:42")));

        Assert.Single(outbound.Far.Shown(Outbound.Chat));
    }

    [Fact]
    public async Task Several_activities_go_in_order_and_their_ids_are_kept()
    {
        await using var outbound = await Outbound.StartAsync();

        var sent = Assert.IsType<SendResult.Sent>(await outbound.SendAsync(outbound.Delivery("one\ntwo\nthree")));

        var shown = outbound.Far.Shown(Outbound.Chat);
        Assert.Equal(["one", "two", "three"], shown.Select(a => a.Text));
        Assert.Equal(shown.Select(a => a.Id), SentSoFar.Of(sent.Reference).Ids);
    }

    [Fact]
    public async Task When_the_second_activity_must_wait_the_next_try_goes_on_with_it()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = c => c.Activity.Text == "two" && outbound.Far.Calls.Count == 1 ? FakeAnswer.Error(429, "Throttled", retryAfter: "3") : null;
        var delivery = outbound.Delivery("one\ntwo\nthree");

        var later = Assert.IsType<SendResult.RetryLater>(await outbound.SendAsync(delivery));
        Assert.NotNull(later.Reference);
        Settlement.Apply(delivery, later, mayRepeat: true, outbound.Time.GetUtcNow());
        outbound.Time.Advance(TimeSpan.FromSeconds(3.1));
        Settlement.Apply(delivery, await outbound.SendAsync(delivery), mayRepeat: true, outbound.Time.GetUtcNow());

        Assert.Equal(["one", "two", "three"], outbound.Far.Shown(Outbound.Chat).Select(a => a.Text));
        Assert.Equal(DeliveryState.Sent, delivery.State);
        Assert.Equal(3, SentSoFar.Of(delivery.ChannelRef).Count);
    }

    [Fact]
    public async Task When_the_second_activity_has_an_unknown_outcome_only_that_one_is_repeated()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = c => c.Activity.Text == "two" && outbound.Far.Calls.Count == 1 ? new FakeAnswer.Broken(ButShown: true) : null;
        var delivery = outbound.Delivery("one\ntwo\nthree");

        Settlement.Apply(delivery, await outbound.SendAsync(delivery), mayRepeat: true, outbound.Time.GetUtcNow());
        Assert.Equal((DeliveryState.Queued, true), (delivery.State, delivery.PossibleRepeat));
        Settlement.Apply(delivery, await outbound.SendAsync(delivery), mayRepeat: true, outbound.Time.GetUtcNow());

        Assert.Equal(["one", "two", "two", "three"], outbound.Far.Shown(Outbound.Chat).Select(a => a.Text));
        Assert.Equal((DeliveryState.Sent, true), (delivery.State, delivery.PossibleRepeat));
    }

    [Fact]
    public async Task An_activity_that_came_without_an_id_is_not_sent_again()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = c => c.Activity.Text == "one" ? new FakeAnswer.Http(202) : outbound.Far.Calls.Count == 1 ? FakeAnswer.Error(412, "PreconditionFailed") : null;
        var delivery = outbound.Delivery("one\ntwo");

        Settlement.Apply(delivery, await outbound.SendAsync(delivery), mayRepeat: true, outbound.Time.GetUtcNow());
        await outbound.SendAsync(delivery);

        Assert.Equal(["one", "two", "two"], outbound.Far.Calls.Select(c => c.Activity.Text));
    }

    [Fact]
    public async Task Past_the_pace_nothing_is_called_and_no_failure_is_counted()
    {
        await using var outbound = await Outbound.StartAsync();
        var delivery = outbound.Delivery(string.Join('\n', Enumerable.Range(1, 8)));

        var later = Assert.IsType<SendResult.RetryLater>(await outbound.SendAsync(delivery));
        Settlement.Apply(delivery, later, mayRepeat: true, outbound.Time.GetUtcNow());

        Assert.True(later.Paced);
        Assert.Equal(6, outbound.Far.Calls.Count);
        Assert.Equal(0, delivery.Failures);
        Assert.Equal(outbound.Time.GetUtcNow() + later.After, delivery.DueAt);
    }

    [Theory]
    [InlineData("29:lea")]
    [InlineData("9f0c5d3a-0000-4000-8000-00000000000a")]
    public async Task With_a_person_no_conversation_is_known_with_one_is_opened_first(string user)
    {
        await using var outbound = await Outbound.StartAsync();

        var result = await outbound.SendAsync(outbound.Delivery("Good morning", conversation: $"user:{user}", @class: DeliveryClass.Nudge, user: user));

        Assert.IsType<SendResult.Sent>(result);
        var opened = outbound.Far.Calls[0].Parameters;
        Assert.Equal((false, Outbound.Bot, user, Outbound.Tenant, Outbound.Tenant), (opened.IsGroup, opened.Bot?.Id, opened.Members?.Single().Id, opened.TenantId, opened.ChannelData?.Tenant?.Id));
        Assert.Equal("Good morning", Assert.Single(outbound.Far.Shown(FakeConnector.PersonalConversation(user))).Text);
    }

    [Theory]
    [InlineData(403, "ForbiddenOperationException", "not-installed")]
    [InlineData(400, "BadSyntax", "refused")]
    public async Task Who_cannot_be_written_to_first_is_a_reason(int status, string code, string reason)
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = _ => FakeAnswer.Error(status, code);

        var result = await outbound.SendAsync(outbound.Delivery(conversation: "user:29:lea", @class: DeliveryClass.Broadcast));

        Assert.Equal(reason, Assert.IsType<SendResult.Failed>(result).Reason);
    }

    [Fact]
    public async Task Opening_a_conversation_is_harmless_twice_so_that_a_lost_answer_is_only_later()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = _ => new FakeAnswer.Broken();

        Assert.IsType<SendResult.RetryLater>(await outbound.SendAsync(outbound.Delivery(conversation: "user:29:lea", @class: DeliveryClass.Broadcast)));
    }

    [Fact]
    public async Task A_deleted_chat_is_opened_anew_once_and_the_message_arrives_there()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = c => c.Conversation == Outbound.Chat ? FakeAnswer.Error(404, "ConversationNotFound") : null;

        Assert.IsType<SendResult.Sent>(await outbound.SendAsync(outbound.Delivery("hello", replyTo: "1:42")));

        Assert.Equal("hello", Assert.Single(outbound.Far.Shown(FakeConnector.PersonalConversation(Outbound.Lea))).Text);
    }

    [Fact]
    public async Task A_chat_that_is_gone_for_good_is_opened_once_and_then_given_up()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = c => c.IsSend ? FakeAnswer.Error(404, "ConversationNotFound") : null;

        Assert.Equal("chat-deleted", Assert.IsType<SendResult.Failed>(await outbound.SendAsync(outbound.Delivery())).Reason);
        Assert.Equal([false, true, false], outbound.Far.Calls.Select(c => c.IsCreate));
    }

    [Fact]
    public async Task A_channel_that_is_gone_is_never_opened_anew()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = _ => FakeAnswer.Error(404, "ConversationNotFound");

        var result = await outbound.SendAsync(outbound.Delivery(conversation: "19:team@thread.tacv2;messageid=1", scope: "channel"));

        Assert.Equal("chat-deleted", Assert.IsType<SendResult.Failed>(result).Reason);
        Assert.Single(outbound.Far.Calls);
    }

    [Fact]
    public async Task A_service_url_that_is_not_allowed_gets_neither_a_call_nor_a_token()
    {
        await using var outbound = await Outbound.StartAsync();
        var tokens = new Outbound.CountedTokens(outbound.Time);
        outbound.Tokens = tokens;
        outbound.MayCall = _ => false;

        Assert.Equal("host-not-allowed", Assert.IsType<SendResult.Failed>(await outbound.SendAsync(outbound.Delivery())).Reason);
        var answer = await outbound.Connector().DeleteAsync(outbound.ServiceUrl, Outbound.Chat, "1", TestMentor.Token);

        Assert.Equal(ConnectorOutcome.NotAllowed, answer.Outcome);
        await Assert.ThrowsAsync<HttpRequestException>(() => outbound.Connector().TeamAsync(outbound.ServiceUrl, "19:t", TestMentor.Token));
        Assert.Equal(0, tokens.Given);
        Assert.Empty(outbound.Far.Calls);
    }

    [Fact]
    public async Task What_cannot_be_rendered_has_not_left_and_is_no_unknown_outcome()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Render = _ => throw new InvalidOperationException("no such part");

        Assert.Equal("fault", Assert.IsType<SendResult.Failed>(await outbound.SendAsync(outbound.Delivery())).Reason);
    }

    [Fact]
    public async Task Without_a_reference_there_is_nowhere_to_send_to()
    {
        await using var outbound = await Outbound.StartAsync();
        var delivery = outbound.Delivery();
        var unknown = new Delivery
        {
            Id = delivery.Id,
            OrganisationId = delivery.OrganisationId,
            Key = delivery.Key,
            Class = delivery.Class,
            PersonId = null,
            Channel = delivery.Channel,
            Workspace = delivery.Workspace,
            Conversation = delivery.Conversation,
            Body = delivery.Body,
            DueAt = delivery.DueAt,
            CreatedAt = delivery.CreatedAt,
        };

        Assert.Equal("never-met", Assert.IsType<SendResult.Failed>(await outbound.SendAsync(unknown)).Reason);
    }

    [Theory]
    [InlineData(400, "BadSyntax")]
    [InlineData(400, "BadArgument")]
    [InlineData(413, "MessageSizeTooBig")]
    public async Task A_card_that_is_refused_goes_as_plain_text_in_its_place(int status, string code)
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = call => call.IsSend && call.Activity.Attachments is not null ? FakeAnswer.Error(status, code) : null;
        outbound.Render = WithCard;

        var sent = Assert.IsType<SendResult.Sent>(await outbound.SendAsync(outbound.Delivery("Choisissez.\n1. Oui\n2. Non")));

        var shown = outbound.Far.Shown(Outbound.Chat);
        Assert.Equal(["first", "Choisissez.\n1. Oui\n2. Non", "last"], shown.Select(a => a.Text));
        Assert.Equal("plain", shown[1].TextFormat);
        Assert.Equal(string.Join(' ', shown.Select(a => a.Id)), sent.Reference);
    }

    [Fact]
    public async Task Plain_text_that_is_refused_too_is_refused()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = call => call.IsSend ? FakeAnswer.Error(400, "BadSyntax") : null;
        outbound.Render = d => [WithCard(d)[1]];

        Assert.Equal("refused", Assert.IsType<SendResult.Failed>(await outbound.SendAsync(outbound.Delivery("x"))).Reason);
        Assert.Equal(2, outbound.Far.Calls.Count);
    }

    [Fact]
    public async Task A_card_that_may_have_arrived_is_not_said_again_in_plain_text()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = call => call.IsSend ? FakeAnswer.Error(502, "ServiceError") : null;
        outbound.Render = d => [WithCard(d)[1]];

        Assert.IsType<SendResult.Unknown>(await outbound.SendAsync(outbound.Delivery("x")));
        Assert.Single(outbound.Far.Calls);
    }

    [Fact]
    public void A_card_of_the_renderer_says_all_its_words_in_plain_text_too()
    {
        var message = SampleMessages.Question("n1");

        var plain = PlainRenderer.Of(Assert.Single(Rendering.Sent.Render(message)))!;

        Assert.Equal((message.ToPlainText(), "plain", null), (plain.Text, plain.TextFormat, plain.Attachments));
    }

    private static IReadOnlyList<Activity> WithCard(Delivery delivery) =>
    [
        new Activity { Type = ActivityTypes.Message, Text = "first", TextFormat = "plain" },
        new Activity { Type = ActivityTypes.Message, Attachments = [new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = System.Text.Json.JsonSerializer.SerializeToElement(new { type = "AdaptiveCard", fallbackText = delivery.Message.ToPlainText() }) }] },
        new Activity { Type = ActivityTypes.Message, Text = "last", TextFormat = "plain" },
    ];
}
