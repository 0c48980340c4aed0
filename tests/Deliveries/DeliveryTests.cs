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
        using (var dead = new Instance(mentor.Database, Path.Combine(Path.GetTempPath(), $"locks-{Guid.NewGuid():N}"), mentor.Get<Ids>()))
        {
            await dead.HoldAsync(TestMentor.Token);
            await using var db = mentor.Database.Open();
            Assert.NotNull(await new DeliveryQueries(mentor.Database, dead, mentor.Time).ClaimAsync(db, ["wire"], TestMentor.Token));
        }

        Assert.Equal(1, await mentor.Get<DeliveryQueries>().TakeOverAsync(["web"], TestMentor.Token));
        await SendAllAsync(mentor);

        Assert.Empty(wire.Sent);
        Assert.Equal(DeliveryState.Unconfirmed, (await OnlyAsync(mentor)).State);
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

    /// <summary>A channel of the outside world whose answers the test decides.</summary>
    private sealed class Wire : IChannelSender
    {
        public List<string> Sent { get; } = [];

        public Func<Delivery, SendResult> Answer { get; init; } = _ => new SendResult.Sent("ok");

        public string Channel => "wire";

        public bool IsTranscript => false;

        public Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
        {
            Sent.Add(delivery.Key);
            return Task.FromResult(Answer(delivery));
        }
    }
}
