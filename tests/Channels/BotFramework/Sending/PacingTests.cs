using CsCheck;
using MentorBot.Channels.BotFramework.Sending;
using Microsoft.Extensions.Time.Testing;

namespace MentorBot.Tests.Channels.BotFramework.Sending;

/// <summary>The limits of facts/bot-framework.md 5.2, in virtual time.</summary>
public sealed class PacingTests
{
    /// <summary>The vendor's own, for the property.</summary>
    private static readonly (int Most, double Seconds)[] PerConversation = [(7, 1), (8, 2), (60, 30), (1800, 3600)];

    private static readonly ConnectorRates AtTheEdge = new()
    {
        ConversationPerSecond = 7,
        ConversationPerTwoSeconds = 8,
        ConversationPerHalfMinute = 60,
        ConversationPerHour = 1800,
        TenantPerSecond = 50,
    };

    private static readonly Gen<(int Conversation, int Pause, bool Broadcast)[]> Asks =
        Gen.Select(Gen.Int[0, 11], Gen.Frequency((6, Gen.Const(0)), (3, Gen.Int[1, 120]), (1, Gen.Int[500, 40_000])), Gen.Bool).Array[1, 400];

    [Fact]
    public void No_window_of_any_conversation_or_tenant_ever_holds_more_than_its_limit() =>
        Asks.Sample(
            asks =>
            {
                var time = new FakeTimeProvider();
                var pacing = new Pacing(AtTheEdge, time);
                var sent = new List<(int Conversation, double At)>();
                foreach (var (conversation, pause, broadcast) in asks)
                {
                    time.Advance(TimeSpan.FromMilliseconds(pause));
                    if (pacing.Wait("tenant", $"c{conversation}", broadcast) == TimeSpan.Zero)
                    {
                        sent.Add((conversation, time.GetUtcNow().UtcTicks / 1e7));
                    }
                }

                AssertWithin(sent.Select(s => s.At), 50, 1);
                foreach (var one in sent.GroupBy(s => s.Conversation))
                {
                    Assert.All(PerConversation, l => AssertWithin(one.Select(s => s.At), l.Most, l.Seconds));
                }
            },
            iter: 300);

    [Fact]
    public void Whoever_comes_back_after_the_wait_is_let_through_and_all_of_the_rate_is_used()
    {
        var time = new FakeTimeProvider();
        var pacing = new Pacing(AtTheEdge, time);
        var start = time.GetUtcNow();
        var sent = new List<double>();
        for (var n = 0; n < 2000; n++)
        {
            var wait = pacing.Wait("tenant", "one");
            if (wait > TimeSpan.Zero)
            {
                time.Advance(wait);
                Assert.Equal(TimeSpan.Zero, pacing.Wait("tenant", "one"));
            }

            sent.Add((time.GetUtcNow() - start).TotalSeconds);
        }

        // 1800 in the first hour at 60 in 30 s would take 15 minutes; then the hour's limit holds the rest back.
        Assert.InRange(sent[1799], 14 * 60, 16 * 60);
        Assert.InRange(sent[1800], 3600, 3601);
        Assert.All(PerConversation, l => AssertWithin(sent, l.Most, l.Seconds));
    }

    [Fact]
    public void The_defaults_stay_under_the_vendors_limits()
    {
        var rates = new ConnectorRates();

        Assert.True(rates is { ConversationPerSecond: < 7, ConversationPerTwoSeconds: < 8, ConversationPerHalfMinute: < 60, ConversationPerHour: < 1800, TenantPerSecond: < 50 });
    }

    [Fact]
    public void One_busy_conversation_does_not_slow_another_nor_one_tenant_another()
    {
        var pacing = new Pacing(new ConnectorRates(), new FakeTimeProvider());
        while (pacing.Wait("tenant", "busy") == TimeSpan.Zero)
        {
        }

        Assert.Equal(TimeSpan.Zero, pacing.Wait("tenant", "other"));
        for (var n = 0; pacing.Wait("tenant", $"c{n}") == TimeSpan.Zero; n++)
        {
        }

        Assert.Equal(TimeSpan.Zero, pacing.Wait("another tenant", "c0 of it"));
    }

    [Fact]
    public void A_broadcast_to_thousands_leaves_room_for_a_reply_and_gives_each_a_turn_of_its_own()
    {
        var time = new FakeTimeProvider();
        var pacing = new Pacing(new ConnectorRates(), time);
        var waits = Enumerable.Range(0, 4000).Select(n => pacing.Wait("tenant", $"person {n}", broadcast: true)).ToList();

        Assert.Equal(32, waits.Count(w => w == TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, pacing.Wait("tenant", "someone who asked"));
        // 3968 turns at 32 a second: spread over two minutes, not all after one second.
        Assert.InRange(waits.Max(), TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(128));
        Assert.True(waits.Where(w => w > TimeSpan.Zero).Select(w => (int)w.TotalSeconds).GroupBy(s => s).Max(g => g.Count()) <= 33);

        // Whoever waits for an answer waits for the window, not behind the broadcast.
        for (var n = 0; n < 7; n++)
        {
            Assert.Equal(TimeSpan.Zero, pacing.Wait("tenant", $"asker {n}"));
        }

        Assert.InRange(pacing.Wait("tenant", "one too many"), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public void What_the_channel_itself_holds_back_is_not_asked_for_before()
    {
        var time = new FakeTimeProvider();
        var pacing = new Pacing(new ConnectorRates(), time);
        pacing.Pause("c", TimeSpan.FromSeconds(20));

        Assert.Equal(TimeSpan.FromSeconds(20), pacing.Wait("tenant", "c"));
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.Zero, pacing.Wait("tenant", "c"));
    }

    [Fact]
    public void Idle_conversations_are_forgotten_and_busy_ones_are_not()
    {
        var time = new FakeTimeProvider();
        var pacing = new Pacing(new ConnectorRates { ConversationPerHour = 1, TenantPerSecond = 10_000 }, time);
        for (var n = 0; n < 1000; n++)
        {
            pacing.Wait("tenant", $"c{n}");
        }

        Assert.Equal(1001, pacing.Remembered);
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.NotEqual(TimeSpan.Zero, pacing.Wait("tenant", "c7"));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(TimeSpan.Zero, pacing.Wait("tenant", "c7"));
        time.Advance(TimeSpan.FromMinutes(2));
        pacing.Wait("tenant", "new");

        Assert.Equal(3, pacing.Remembered);
    }

    /// <summary>Of a span with both ends in it.</summary>
    private static void AssertWithin(IEnumerable<double> times, int most, double seconds)
    {
        var all = times.ToList();
        for (var i = 0; i + most < all.Count; i++)
        {
            Assert.True(all[i + most] - all[i] > seconds - 1e-6, $"{most + 1} sends within {all[i + most] - all[i]} s");
        }
    }
}
