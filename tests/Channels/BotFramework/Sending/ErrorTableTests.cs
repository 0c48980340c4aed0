using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Tests.Drivers;

namespace MentorBot.Tests.Channels.BotFramework.Sending;

/// <summary>The table of facts/bot-framework.md 3.5 where it takes more than a row (those are in the channel's contract): how long to wait, ids, broken connections, sizes.</summary>
public sealed class ErrorTableTests
{
    [Theory]
    [InlineData(412, null)]
    [InlineData(429, null)]
    [InlineData(429, "7")]
    [InlineData(503, "7")]
    public async Task The_connector_says_later_and_when(int status, string? retryAfter)
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = _ => FakeAnswer.Error(status, "Throttled", retryAfter: retryAfter);

        var later = Assert.IsType<SendResult.RetryLater>(await outbound.SendAsync(outbound.Delivery()));

        Assert.False(later.Paced);
        if (retryAfter is not null)
        {
            Assert.Equal(TimeSpan.FromSeconds(7), later.After);
        }
        else
        {
            Assert.InRange(later.After, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public async Task Retry_after_may_be_a_date_and_never_makes_us_come_at_once_or_in_days()
    {
        await using var outbound = await Outbound.StartAsync();
        var header = "";
        outbound.Far.Rule = _ => FakeAnswer.Error(429, "Throttled", retryAfter: header);
        var chats = 0;

        async Task<TimeSpan> AfterAsync(string value)
        {
            header = value;
            return Assert.IsType<SendResult.RetryLater>(await outbound.SendAsync(outbound.Delivery(conversation: $"a:{chats++}"))).After;
        }

        Assert.Equal(TimeSpan.FromSeconds(90), await AfterAsync((outbound.Time.GetUtcNow() + TimeSpan.FromSeconds(90)).ToString("R", CultureInfo.InvariantCulture)));
        Assert.Equal(TimeSpan.FromSeconds(1), await AfterAsync("0"));
        Assert.Equal(TimeSpan.FromHours(1), await AfterAsync("999999"));
    }

    [Theory]
    [InlineData(200, "1:7")]
    [InlineData(201, "1:7")]
    [InlineData(202, "1:7")]
    [InlineData(202, null)]
    [InlineData(201, "not json")]
    public async Task Every_2xx_is_sent_with_an_id_or_without(int status, string? id)
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Far.Rule = _ => id switch
        {
            null => new FakeAnswer.Http(status),
            "not json" => new FakeAnswer.Http(status, "<html>"u8.ToArray()),
            _ => new FakeAnswer.Http(status, System.Text.Encoding.UTF8.GetBytes($$"""{"id":"{{id}}"}""")),
        };

        var sent = Assert.IsType<SendResult.Sent>(await outbound.SendAsync(outbound.Delivery()));

        Assert.Equal(id == "1:7" ? "1:7" : "-", sent.Reference);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_breaks_after_the_message_was_read_leaves_the_outcome_unknown_and_is_not_retried_underneath(bool connectionIsReused)
    {
        await using var outbound = await Outbound.StartAsync();
        var sender = outbound.Sender();
        if (connectionIsReused)
        {
            Assert.IsType<SendResult.Sent>(await sender.SendAsync(outbound.Delivery("first"), TestMentor.Token));
        }

        outbound.Far.Rule = _ => new FakeAnswer.Broken(ButShown: true);

        Assert.IsType<SendResult.Unknown>(await sender.SendAsync(outbound.Delivery("second"), TestMentor.Token));
        Assert.Single(outbound.Far.Shown(Outbound.Chat), a => a.Text == "second");
        Assert.Equal(connectionIsReused ? 2 : 1, outbound.Far.Calls.Count);
    }

    [Fact]
    public async Task A_connector_that_does_not_answer_in_time_leaves_the_outcome_unknown()
    {
        await using var outbound = await Outbound.StartAsync();
        var never = new TaskCompletionSource();
        outbound.Timeout = TimeSpan.FromMilliseconds(300);
        outbound.Far.Rule = _ => new FakeAnswer.After(never.Task);

        Assert.IsType<SendResult.Unknown>(await outbound.SendAsync(outbound.Delivery()));
    }

    [Fact]
    public async Task Where_nobody_listens_the_message_never_left_and_is_tried_later_ever_less_often()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.ServiceUrl = $"http://127.0.0.1:{FreePort()}/";
        var first = outbound.Delivery();
        var tenth = outbound.Delivery();
        tenth.Failures = 9;

        Assert.InRange(Assert.IsType<SendResult.RetryLater>(await outbound.SendAsync(first)).After, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.InRange(Assert.IsType<SendResult.RetryLater>(await outbound.SendAsync(tenth)).After, TimeSpan.FromMinutes(2.5), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_host_without_a_name_was_never_reached()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.MayCall = _ => true;
        outbound.ServiceUrl = "http://no-such-host.invalid/";

        Assert.IsType<SendResult.RetryLater>(await outbound.SendAsync(outbound.Delivery()));
    }

    [Fact]
    public async Task An_update_and_a_deletion_are_harmless_twice_so_that_a_lost_answer_is_only_later()
    {
        var lost = new ConnectorAnswer(ConnectorOutcome.NoAnswer);
        var gateway = new ConnectorAnswer(ConnectorOutcome.Answered, 502);

        Assert.IsType<SendResult.RetryLater>(lost.ToSendResult(harmlessTwice: true, 0, 0));
        Assert.IsType<SendResult.RetryLater>(gateway.ToSendResult(harmlessTwice: true, 0, 0));
        Assert.IsType<SendResult.Unknown>(gateway.ToSendResult(harmlessTwice: false, 0, 0));

        await using var outbound = await Outbound.StartAsync();
        var missing = await outbound.Connector().UpdateAsync(outbound.ServiceUrl, Outbound.Chat, "gone", new() { Type = "message" }, TestMentor.Token);
        Assert.Equal("message-deleted", Assert.IsType<SendResult.Failed>(missing.ToSendResult(harmlessTwice: true, 0, 0)).Reason);
    }

    [Fact]
    public async Task A_message_above_the_limit_is_refused_without_a_call_and_one_just_under_it_goes()
    {
        await using var outbound = await Outbound.StartAsync();
        outbound.Render = _ => [new() { Type = "message", Text = new string('é', (MessageSize.LargestText / 2) + 1) }];

        Assert.Equal("too-large", Assert.IsType<SendResult.Failed>(await outbound.SendAsync(outbound.Delivery())).Reason);
        Assert.Empty(outbound.Far.Calls);

        outbound.Render = _ => [new() { Type = "message", Text = new string('é', (MessageSize.LargestText / 2) - 1000) }];
        Assert.IsType<SendResult.Sent>(await outbound.SendAsync(outbound.Delivery()));
    }

    [Fact]
    public void Every_reason_of_our_own_has_its_sentence_in_both_languages_and_says_what_to_do()
    {
        var texts = Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
        string[] reasons =
        [
            "host-not-allowed", "never-met", "fault", "gave-up",
        ];
        foreach (var voice in (Voice[])[new(Locales.French, AddressForm.Tu), new(Locales.French, AddressForm.Vous), new(Locales.English, AddressForm.Vous)])
        {
            Assert.All(reasons.Distinct(), r => Assert.True(texts.Say(voice, $"deliveries.{r}").Split(['.', ';', ':']).Length >= 3, r));
        }
    }

    private static int FreePort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }
}
