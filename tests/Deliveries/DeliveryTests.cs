using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Storage;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.Deliveries;

public sealed class DeliveryTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Replies_go_before_nudges_and_nudges_before_broadcasts(string engine)
    {
        var wire = new Wire();
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "b", DeliveryClass.Broadcast, "c1");
        await AddAsync(mentor, "n", DeliveryClass.Nudge, "c2");
        await AddAsync(mentor, "r", DeliveryClass.Reply, "c3");

        await SendAllAsync(mentor);

        Assert.Equal(["r", "n", "b"], wire.Sent);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_reply_waits_for_the_one_before_it_in_the_same_conversation_only(string engine)
    {
        var wire = new Wire { Answer = d => d.Key == "first" && d.Attempts == 1 ? new SendResult.RetryLater(TimeSpan.FromSeconds(30)) : new SendResult.Sent("ok") };
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "first", DeliveryClass.Reply, "busy");
        await AddAsync(mentor, "second", DeliveryClass.Reply, "busy");
        await AddAsync(mentor, "elsewhere", DeliveryClass.Reply, "free");

        await SendAllAsync(mentor);
        Assert.Equal(["first", "elsewhere"], wire.Sent);

        mentor.Time.Advance(TimeSpan.FromSeconds(31));
        await SendAllAsync(mentor);
        Assert.Equal(["first", "elsewhere", "first", "second"], wire.Sent);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_waiting_broadcast_never_holds_another_message(string engine)
    {
        var wire = new Wire { Answer = d => d.Class == DeliveryClass.Broadcast ? new SendResult.RetryLater(TimeSpan.FromHours(1)) : new SendResult.Sent("ok") };
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "b", DeliveryClass.Broadcast, "c1");
        await SendAllAsync(mentor);
        await AddAsync(mentor, "r", DeliveryClass.Reply, "c1");

        await SendAllAsync(mentor);

        Assert.Equal(["b", "r"], wire.Sent);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_unknown_outcome_is_never_blindly_repeated(string engine)
    {
        var wire = new Wire { Answer = _ => throw new HttpRequestException("the connection broke") };
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "r", DeliveryClass.Reply, "c1");

        await SendAllAsync(mentor);
        mentor.Time.Advance(TimeSpan.FromHours(1));
        await SendAllAsync(mentor);

        Assert.Equal(["r"], wire.Sent);
        Assert.Equal(DeliveryState.Unconfirmed, (await OnlyAsync(mentor)).State);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_was_on_the_wire_when_its_sender_died_is_unconfirmed(string engine)
    {
        var wire = new Wire();
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "r", DeliveryClass.Reply, "c1");
        await DieSendingAsync(mentor);

        Assert.Equal(1, await mentor.Get<DeliveryQueries>().TakeOverAsync([wire], TestMentor.Token));
        await SendAllAsync(mentor);

        Assert.Empty(wire.Sent);
        Assert.Equal(DeliveryState.Unconfirmed, (await OnlyAsync(mentor)).State);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Where_nothing_tells_a_repeat_a_reply_of_unknown_outcome_goes_once_more_marked_and_then_stops(string engine)
    {
        var wire = new Wire { MayRepeat = true, Answer = _ => new SendResult.Unknown() };
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "r", DeliveryClass.Reply, "c1");
        await AddAsync(mentor, "e", DeliveryClass.Escalation, "c2");
        await AddAsync(mentor, "n", DeliveryClass.Nudge, "c3");
        await AddAsync(mentor, "b", DeliveryClass.Broadcast, "c4");

        for (var hour = 0; hour < 3; hour++)
        {
            await SendAllAsync(mentor);
            mentor.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["r", "e", "n", "b", "r", "e"], wire.Sent);
        await using var db = mentor.Database.Open();
        var rows = await db.Set<Delivery>().OrderBy(d => d.Seq).ToListAsync(TestMentor.Token);
        Assert.All(rows, d => Assert.Equal(DeliveryState.Unconfirmed, d.State));
        Assert.Equal([true, true, false, false], rows.Select(d => d.PossibleRepeat));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_repeat_that_arrives_is_sent_and_stays_marked_and_what_follows_waits_for_it(string engine)
    {
        var wire = new Wire { MayRepeat = true, Answer = d => d.Key == "first" && d.Attempts == 1 ? new SendResult.Unknown() : new SendResult.Sent("id") };
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "first", DeliveryClass.Reply, "c1");
        await AddAsync(mentor, "second", DeliveryClass.Reply, "c1");

        await SendAllAsync(mentor);
        mentor.Time.Advance(Settlement.PauseBeforeRepeat);
        await SendAllAsync(mentor);

        Assert.Equal(["first", "first", "second"], wire.Sent);
        await using var db = mentor.Database.Open();
        Assert.Equal([(DeliveryState.Sent, true), (DeliveryState.Sent, false)], (await db.Set<Delivery>().OrderBy(d => d.Seq).ToListAsync(TestMentor.Token)).Select(d => (d.State, d.PossibleRepeat)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_a_dead_sender_had_on_the_wire_goes_once_more_marked_where_nothing_tells_a_repeat(string engine)
    {
        var wire = new Wire { MayRepeat = true };
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "r", DeliveryClass.Reply, "c1");
        await DieSendingAsync(mentor);
        await AddAsync(mentor, "b", DeliveryClass.Broadcast, "c2");
        await DieSendingAsync(mentor);

        Assert.Equal(2, await mentor.Get<DeliveryQueries>().TakeOverAsync([wire], TestMentor.Token));
        Assert.Equal(0, await mentor.Get<DeliveryQueries>().TakeOverAsync([wire], TestMentor.Token));
        mentor.Time.Advance(Settlement.PauseBeforeRepeat);
        await SendAllAsync(mentor);

        Assert.Equal(["r"], wire.Sent);
        await using var db = mentor.Database.Open();
        Assert.Equal(
            [(DeliveryState.Sent, true), (DeliveryState.Unconfirmed, false)],
            (await db.Set<Delivery>().OrderBy(d => d.Seq).ToListAsync(TestMentor.Token)).Select(d => (d.State, d.PossibleRepeat)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Rows_of_a_channel_this_instance_cannot_send_on_are_left_to_those_who_can(string engine)
    {
        var wire = new Wire();
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "r", DeliveryClass.Reply, "c1");
        await DieSendingAsync(mentor);

        Assert.Equal(0, await mentor.Get<DeliveryQueries>().TakeOverAsync([], TestMentor.Token));
        Assert.Equal(DeliveryState.Sending, (await OnlyAsync(mentor)).State);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_lease_of_our_own_that_ran_out_unsettled_is_settled_too(string engine)
    {
        var wire = new Wire();
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "r", DeliveryClass.Reply, "c1");
        Assert.Single(await mentor.Get<DeliveryQueries>().ClaimAsync(["wire"], most: 1, TestMentor.Token));

        Assert.Equal(0, await mentor.Get<DeliveryQueries>().TakeOverAsync([wire], TestMentor.Token));
        mentor.Time.Advance(DeliveryQueries.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await mentor.Get<DeliveryQueries>().TakeOverAsync([wire], TestMentor.Token));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_conversation_that_hangs_holds_only_its_own_messages(string engine)
    {
        var stuck = new TaskCompletionSource();
        var wire = new Wire { Before = d => d.Conversation == "stuck" ? stuck.Task : Task.CompletedTask };
        await using var mentor = await StartAsync(engine, wire);
        foreach (var n in Enumerable.Range(0, 40))
        {
            await AddAsync(mentor, $"stuck-{n:00}", n % 2 == 0 ? DeliveryClass.Reply : DeliveryClass.Broadcast, "stuck");
        }

        foreach (var n in Enumerable.Range(0, 40))
        {
            await AddAsync(mentor, $"free-{n:00}", DeliveryClass.Reply, $"c{n % 4}");
        }

        using var loop = ActivatorUtilities.CreateInstance<DeliveryLoop>(mentor.Services);
        await loop.StartAsync(TestMentor.Token);
        await wire.UntilAsync(() => wire.Sent.Count(k => k.StartsWith("free", StringComparison.Ordinal)) == 40);

        Assert.DoesNotContain(wire.Sent, k => k.StartsWith("stuck", StringComparison.Ordinal));
        Assert.InRange(wire.Begun("stuck"), 1, 2);
        stuck.SetResult();
        await wire.UntilAsync(() => wire.Sent.Count == 80);
        await loop.StopAsync(TestMentor.Token);

        foreach (var conversation in Enumerable.Range(0, 4))
        {
            var inIt = wire.Sent.Where(k => k.StartsWith("free", StringComparison.Ordinal) && int.Parse(k[5..], System.Globalization.CultureInfo.InvariantCulture) % 4 == conversation).ToList();
            Assert.Equal(inIt.Order(StringComparer.Ordinal), inIt);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_on_the_wire_when_the_service_stops_is_let_finish_and_settled(string engine)
    {
        var stuck = new TaskCompletionSource();
        var wire = new Wire { Before = _ => stuck.Task };
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "r", DeliveryClass.Reply, "c1");
        using var loop = ActivatorUtilities.CreateInstance<DeliveryLoop>(mentor.Services);
        await loop.StartAsync(TestMentor.Token);
        await wire.UntilAsync(() => wire.Begun("c1") == 1);

        var stopping = loop.StopAsync(TestMentor.Token);
        Assert.False(stopping.IsCompleted);
        stuck.SetResult();
        await stopping;

        Assert.Equal(DeliveryState.Sent, (await OnlyAsync(mentor)).State);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_broadcast_waits_while_a_reply_is_on_the_wire_to_the_same_conversation(string engine)
    {
        var wire = new Wire();
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "r", DeliveryClass.Reply, "c1");
        await AddAsync(mentor, "b", DeliveryClass.Broadcast, "c1");
        var queries = mentor.Get<DeliveryQueries>();

        Assert.Equal(["r"], (await queries.ClaimAsync(["wire"], most: 8, TestMentor.Token)).Select(d => d.Key));
        Assert.Empty(await queries.ClaimAsync(["wire"], most: 8, TestMentor.Token));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_the_channel_cannot_take_for_hours_is_given_up_but_keeping_the_pace_is_no_failure(string engine)
    {
        var wire = new Wire { Answer = d => new SendResult.RetryLater(TimeSpan.FromMinutes(5)) { Paced = d.Key == "paced" } };
        await using var mentor = await StartAsync(engine, wire);
        await AddAsync(mentor, "down", DeliveryClass.Reply, "c1");
        await AddAsync(mentor, "paced", DeliveryClass.Reply, "c2");

        for (var n = 0; n < Settlement.MostFailures + 5; n++)
        {
            await SendAllAsync(mentor);
            mentor.Time.Advance(TimeSpan.FromMinutes(5));
        }

        await using var db = mentor.Database.Open();
        var rows = await db.Set<Delivery>().OrderBy(d => d.Seq).ToListAsync(TestMentor.Token);
        Assert.Equal([(DeliveryState.Failed, "gave-up"), (DeliveryState.Queued, null)], rows.Select(d => (d.State, d.Reason)));
        Assert.Equal(Settlement.MostFailures, wire.Sent.Count(k => k == "down"));
        Assert.Equal(0, rows[1].Failures);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_same_key_is_refused_by_the_database(string engine)
    {
        await using var mentor = await StartAsync(engine, new Wire());
        await AddAsync(mentor, "once", DeliveryClass.Nudge, "c1");

        var twice = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(mentor, "once", DeliveryClass.Nudge, "c1"));

        Assert.True(Database.IsDuplicate(twice));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task On_a_transcript_a_message_is_sent_by_the_commit_itself_unless_it_is_due_later(string engine)
    {
        await using var mentor = await StartAsync(engine, new Wire());
        await AddAsync(mentor, "now", DeliveryClass.Reply, "c1", channel: "terminal");
        await AddAsync(mentor, "later", DeliveryClass.Nudge, "c1", channel: "terminal", dueIn: TimeSpan.FromHours(1));

        await SendAllAsync(mentor);
        Assert.Equal(["now"], await SentKeysAsync(mentor));

        mentor.Time.Advance(TimeSpan.FromHours(1));
        await SendAllAsync(mentor);
        Assert.Equal(["now", "later"], await SentKeysAsync(mentor));
    }

    private static Task<TestMentor> StartAsync(string engine, Wire wire) => TestMentor.StartAsync(engine, s => s.AddSingleton<IChannelSender>(wire));

    private static async Task AddAsync(TestMentor mentor, string key, DeliveryClass @class, string conversation, string channel = "wire", TimeSpan dueIn = default)
    {
        await using var db = mentor.Database.Open();
        var now = mentor.Time.GetUtcNow();
        var lea = mentor.Person("lea");
        mentor.Get<Outbox>().Add(db, key, @class, lea.OrganisationId, lea.Id, new Address(channel, "w", conversation), Message.Text("fr", key), now, now + dueIn);
        await db.SaveChangesAsync(TestMentor.Token);
    }

    private static Task SendAllAsync(TestMentor mentor) => mentor.SendDueAsync();

    private static async Task<Delivery> OnlyAsync(TestMentor mentor)
    {
        await using var db = mentor.Database.Open();
        return await db.Set<Delivery>().SingleAsync(TestMentor.Token);
    }

    private static async Task<List<string>> SentKeysAsync(TestMentor mentor)
    {
        await using var db = mentor.Database.Open();
        return await db.Set<Delivery>().Where(d => d.State == DeliveryState.Sent).OrderBy(d => d.Seq).Select(d => d.Key).ToListAsync(TestMentor.Token);
    }

    /// <summary>An instance that leased what is due and was killed before it knew what became of it.</summary>
    private static async Task DieSendingAsync(TestMentor mentor)
    {
        using var dead = new Instance(mentor.Database, Path.Combine(Path.GetTempPath(), $"locks-{Guid.NewGuid():N}"), mentor.Get<Ids>());
        await dead.HoldAsync(TestMentor.Token);
        var queries = new DeliveryQueries(mentor.Database, mentor.Get<HotWrites>(), dead, mentor.Time);
        Assert.Single(await queries.ClaimAsync(["wire"], most: 1, TestMentor.Token));
    }

    /// <summary>A channel of the outside world whose answers the test decides.</summary>
    private sealed class Wire : IChannelSender
    {
        private readonly Lock _lock = new();
        private readonly List<string> _sent = [];
        private readonly List<string> _begun = [];
        private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<string> Sent
        {
            get
            {
                lock (_lock)
                {
                    return [.. _sent];
                }
            }
        }

        public Func<Delivery, SendResult> Answer { get; init; } = _ => new SendResult.Sent("ok");

        /// <summary>What a send waits for.</summary>
        public Func<Delivery, Task> Before { get; init; } = _ => Task.CompletedTask;

        public string Channel => "wire";

        public bool IsTranscript => false;

        public bool MayRepeat { get; init; }

        /// <summary>Sends to a conversation, ended or not.</summary>
        public int Begun(string conversation)
        {
            lock (_lock)
            {
                return _begun.Count(c => c == conversation);
            }
        }

        public async Task UntilAsync(Func<bool> holds)
        {
            while (true)
            {
                var changed = Volatile.Read(ref _changed);
                if (holds())
                {
                    return;
                }

                await changed.Task.WaitAsync(TimeSpan.FromSeconds(60), TestMentor.Token);
            }
        }

        public async Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
        {
            Note(_begun, delivery.Conversation);
            await Before(delivery).WaitAsync(cancellationToken);
            Note(_sent, delivery.Key);
            return Answer(delivery);
        }

        private void Note(List<string> what, string value)
        {
            lock (_lock)
            {
                what.Add(value);
            }

            Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }
}
