using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Turns;

/// <summary>Events whose sender holds the line: answered by whoever received them, once.</summary>
public sealed class AwaitedTurnsTests
{
    private static readonly TimeSpan Line = TimeSpan.FromSeconds(9);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_replies_come_back_to_who_waits_and_are_not_sent_again(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var (accepted, by) = await AcceptAsync(mentor, "k1", "c'est quoi un CPM ?");

        var replies = await mentor.Get<AwaitedTurns>().AnswerAsync(accepted, by, TestMentor.Token);
        mentor.Time.Advance(Line + Line);

        Assert.Contains("CPM", Assert.Single(replies!).Message.ToPlainText(), StringComparison.Ordinal);
        await using var db = mentor.Database.Open();
        Assert.All(await db.Set<Delivery>().ToListAsync(TestMentor.Token), d => Assert.Equal(DeliveryState.Sent, d.State));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task While_the_line_is_held_the_turn_loop_leaves_the_event_alone_and_afterwards_takes_it(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        await AcceptAsync(mentor, "k1", "c'est quoi un CPM ?");

        await mentor.RunTurnsAsync();
        Assert.Equal(0, await SaidAsync(mentor));

        mentor.Time.Advance(Line + TimeSpan.FromSeconds(1));
        await mentor.RunTurnsAsync();
        Assert.Equal(1, await SaidAsync(mentor));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_earlier_message_of_the_same_person_goes_first(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        await mentor.Get<Inbox>().AcceptAsync(Arriving(mentor, "k0", "bonjour"), TestMentor.Token);
        var (accepted, by) = await AcceptAsync(mentor, "k1", "c'est quoi un CPM ?");

        var replies = await mentor.Get<AwaitedTurns>().AnswerAsync(accepted, by, TestMentor.Token);

        Assert.Contains("CPM", Assert.Single(replies!).Message.ToPlainText(), StringComparison.Ordinal);
        await using var db = mentor.Database.Open();
        Assert.All(await db.Set<InboundEvent>().ToListAsync(TestMentor.Token), e => Assert.Equal(InboundState.Done, e.State));
    }

    private static async Task<(Acceptance Accepted, DateTimeOffset By)> AcceptAsync(TestMentor mentor, string key, string text)
    {
        var by = mentor.Time.GetUtcNow() + Line;
        return (await mentor.Get<Inbox>().AcceptAsync(Arriving(mentor, key, text) with { AnswerBy = by }, TestMentor.Token), by);
    }

    private static Arrival Arriving(TestMentor mentor, string key, string text)
    {
        var person = mentor.Person("lea");
        return new Arrival(new Address("msteams", "t", "a:lea", "{\"serviceUrl\":\"http://127.0.0.1:1/\",\"channelId\":\"msteams\",\"bot\":\"28:bot\",\"scope\":\"personal\"}"), key, "lea", new TextContent(text), person.Id);
    }

    private static async Task<int> SaidAsync(TestMentor mentor)
    {
        await using var db = mentor.Database.Open();
        return await db.Set<Delivery>().CountAsync(TestMentor.Token);
    }
}
