using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.Turns;

public sealed class TurnTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_same_key_twice_is_one_event_and_one_answer(string engine)
    {
        await using var mentor = await StartAsync(engine, new Echo());

        Assert.True(await SendAsync(mentor, "lea", "bonjour", key: "k1"));
        Assert.False(await SendAsync(mentor, "lea", "bonjour", key: "k1"));
        await mentor.RunTurnsAsync();

        Assert.Equal(["bonjour"], await SaidAsync(mentor));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Events_of_one_person_are_handled_in_order_one_at_a_time(string engine)
    {
        var echo = new Echo();
        await using var mentor = await StartAsync(engine, echo);
        for (var i = 0; i < 6; i++)
        {
            await SendAsync(mentor, i % 2 == 0 ? "lea" : "hugo", $"{i}", key: $"k{i}");
        }

        // Four workers at once, as in the service.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(mentor.RunTurnsAsync, TestMentor.Token)));
        await mentor.RunTurnsAsync();

        Assert.Equal(["0", "2", "4"], echo.Handled.Where(h => h.Person == "lea").Select(h => h.Text));
        Assert.Equal(["1", "3", "5"], echo.Handled.Where(h => h.Person == "hugo").Select(h => h.Text));
        Assert.Equal(0, echo.Overlaps);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_fault_leaves_no_trace_and_the_event_is_tried_again(string engine)
    {
        var intent = new Fails(times: 2);
        await using var mentor = await StartAsync(engine, intent);

        await SendAsync(mentor, "lea", "bonjour", key: "k1");
        await RunWithPausesAsync(mentor);

        Assert.Equal(["après 2 pannes"], await SaidAsync(mentor));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task After_five_faults_the_person_is_told_and_the_next_event_goes_on(string engine)
    {
        var intent = new Fails(times: 5);
        await using var mentor = await StartAsync(engine, intent);

        await SendAsync(mentor, "lea", "bonjour", key: "k1");
        await SendAsync(mentor, "lea", "encore", key: "k2");
        await mentor.RunTurnsAsync();
        Assert.Empty(await SaidAsync(mentor));
        await RunWithPausesAsync(mentor);

        var said = await SaidAsync(mentor);
        Assert.Equal(2, said.Count);
        Assert.Contains("Je l'ai gardé", said[0], StringComparison.Ordinal);
        Assert.Equal("après 5 pannes", said[1]);
        await using var db = mentor.Database.Open();
        Assert.Equal(InboundState.Failed, (await db.Set<InboundEvent>().FirstAsync(e => e.Key == "k1", TestMentor.Token)).State);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_lost_race_reads_everything_again_and_decides_anew(string engine)
    {
        var intent = new Races();
        await using var mentor = await StartAsync(engine, intent);
        intent.Database = mentor.Database;

        await SendAsync(mentor, "lea", "bonjour", key: "k1");
        await mentor.RunTurnsAsync();

        Assert.Equal(2, intent.Tries);
        Assert.Equal(["Concurrent puis moi"], await SaidAsync(mentor));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_a_dead_instance_had_leased_is_handled_by_the_next_one_at_once(string engine)
    {
        await using var mentor = await StartAsync(engine, new Echo());
        await SendAsync(mentor, "lea", "bonjour", key: "k1");
        using (var dead = new Instance(mentor.Database, Path.Combine(Path.GetTempPath(), $"locks-{Guid.NewGuid():N}"), mentor.Get<Ids>()))
        {
            await dead.HoldAsync(TestMentor.Token);
            await using var db = mentor.Database.Open();
            Assert.NotNull(await new InboxQueries(mentor.Database, dead, mentor.Time).ClaimAsync(db, null, TestMentor.Token));
        }

        Assert.False(await mentor.Get<TurnRunner>().RunNextAsync(null, TestMentor.Token));
        Assert.Equal(1, await mentor.Get<InboxQueries>().TakeOverAsync(TestMentor.Token));
        await mentor.RunTurnsAsync();

        Assert.Equal(["bonjour"], await SaidAsync(mentor));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_a_living_instance_has_leased_is_left_alone(string engine)
    {
        await using var mentor = await StartAsync(engine, new Echo());
        await SendAsync(mentor, "lea", "bonjour", key: "k1");
        using var other = new Instance(mentor.Database, Path.Combine(mentor.Get<MentorBot.Hosting.DataFolder>().Path, "instances"), mentor.Get<Ids>());
        await other.HoldAsync(TestMentor.Token);
        await using var db = mentor.Database.Open();
        await new InboxQueries(mentor.Database, other, mentor.Time).ClaimAsync(db, null, TestMentor.Token);

        Assert.Equal(0, await mentor.Get<InboxQueries>().TakeOverAsync(TestMentor.Token));
        Assert.False(await mentor.Get<TurnRunner>().RunNextAsync(null, TestMentor.Token));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_sender_who_is_not_in_the_roster_gets_a_polite_answer_and_no_data(string engine)
    {
        await using var mentor = await StartAsync(engine, new Echo());

        await mentor.Get<Inbox>().AcceptAsync(new Arrival(new Address("terminal", "local", "nobody"), "k1", "stranger", new TextContent("bonjour")), TestMentor.Token);
        await mentor.RunTurnsAsync();

        var said = Assert.Single(await SaidAsync(mentor));
        Assert.Contains("qui administre MentorBot", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Léa", said, StringComparison.Ordinal);
    }

    private static Task<TestMentor> StartAsync(string engine, IIntent intent) => TestMentor.StartAsync(engine, services =>
    {
        foreach (var other in services.Where(s => s.ServiceType == typeof(IIntent)).ToList())
        {
            services.Remove(other);
        }

        services.AddSingleton(intent);
    });

    private static async Task<bool> SendAsync(TestMentor mentor, string who, string text, string key)
    {
        var person = mentor.Person(who);
        return (await mentor.Get<Inbox>().AcceptAsync(new Arrival(new Address("terminal", "local", person.Id.ToString("N")), key, who, new TextContent(text), person.Id), TestMentor.Token)).IsNew;
    }

    /// <summary>Lets the pauses between tries pass.</summary>
    private static async Task RunWithPausesAsync(TestMentor mentor)
    {
        for (var i = 0; i < 6; i++)
        {
            await mentor.RunTurnsAsync();
            mentor.Time.Advance(TimeSpan.FromSeconds(10));
        }
    }

    private static async Task<List<string>> SaidAsync(TestMentor mentor)
    {
        await using var db = mentor.Database.Open();
        return (await db.Set<Delivery>().OrderBy(d => d.Seq).ToListAsync(TestMentor.Token)).ConvertAll(d => d.Message.ToPlainText());
    }

    private sealed class Echo : IIntent
    {
        private readonly HashSet<string> _busy = [];

        public List<(string Person, string? Text)> Handled { get; } = [];

        public int Overlaps { get; private set; }

        public Stage Stage => Stage.Fallback;

        public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
        {
            lock (_busy)
            {
                Overlaps += _busy.Add(turn.Person.Key) ? 0 : 1;
                Handled.Add((turn.Person.Key, turn.Text));
            }

            await Task.Yield();
            turn.Say(turn.Text ?? "");
            lock (_busy)
            {
                _busy.Remove(turn.Person.Key);
            }

            return true;
        }
    }

    private sealed class Fails(int times) : IIntent
    {
        private int _faults;

        public Stage Stage => Stage.Fallback;

        public ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
        {
            turn.Say($"après {times} pannes");
            turn.Person.Profile = "changed";
            return _faults++ < times ? throw new InvalidOperationException("planned") : ValueTask.FromResult(true);
        }
    }

    private sealed class Races : IIntent
    {
        public int Tries { get; private set; }

        public Database? Database { get; set; }

        public Stage Stage => Stage.Fallback;

        public async ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
        {
            if (Tries++ == 0)
            {
                await using var other = Database!.Open();
                var same = await other.Set<Person>().FirstAsync(p => p.Id == turn.Person.Id, cancellationToken);
                same.Name = "Concurrent";
                await other.SaveChangesAsync(cancellationToken);
            }

            turn.Say($"{turn.Person.Name} puis moi");
            turn.Person.Name += " puis moi";
            return true;
        }
    }
}
