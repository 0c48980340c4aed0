using MentorBot.Coaching;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MentorBot.Tests.Coaching;

/// <summary>Rows of the clocks that can never be handled.</summary>
public sealed class StuckClockTests
{
    private const string Secret = "Zerbinette";

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_follow_up_that_cannot_be_asked_steps_aside_and_the_next_one_is_asked(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "vous");
        await talk.OpenAsync();
        var stuck = await PlanAsync(mentor, await UnreachableAsync(mentor, "hugo"), mentor.Time.GetUtcNow().AddMinutes(-2));
        await PlanAsync(mentor, talk.Card, mentor.Time.GetUtcNow().AddMinutes(-1));

        await mentor.RunClocksAsync();
        Assert.Contains(Secret, await talk.ListenAsync(), StringComparison.Ordinal);

        await using var db = mentor.Database.Open();
        var row = await db.Set<FollowUp>().SingleAsync(f => f.Id == stuck, TestMentor.Token);
        Assert.Equal((FollowUpState.Planned, 1, mentor.Time.GetUtcNow().AddMinutes(1)), (row.State, row.Faults, row.DueAt));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_follow_up_waits_longer_each_time_and_is_given_up_within_a_day_with_a_line_that_quotes_nobody(string engine)
    {
        using var log = new KeptLog();
        await using var mentor = await TestMentor.StartAsync(engine, s => s.AddLogging(l => l.AddProvider(log)));
        var stuck = await PlanAsync(mentor, await UnreachableAsync(mentor, "hugo"), mentor.Time.GetUtcNow());

        var waits = await GiveUpAsync(mentor, async db => (await db.Set<FollowUp>().SingleAsync(f => f.Id == stuck, TestMentor.Token)) is { State: FollowUpState.Planned } row ? row.DueAt : null);

        Assert.Equal([1, 4, 16, 64, 256, 1024], waits.Select(w => w.TotalMinutes));
        Assert.Equal([.. Enumerable.Repeat(1004, Setback.Most - 1), 1005], log.Lines.Select(l => l.Id).Where(id => id is 1004 or 1005));
        Assert.Contains(log.Lines, l => l.Id == 1005 && l.Line.Contains(stuck.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, l => l.Line.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_run_that_cannot_be_woken_steps_aside_and_the_next_one_is_woken(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "vous");
        await talk.OpenAsync();
        var now = mentor.Time.GetUtcNow();
        var stuck = await WaitAsync(mentor, talk, now.AddMinutes(-2), version: "never kept");
        var fine = await WaitAsync(mentor, talk, now.AddMinutes(-1), mentor.Get<FlowCatalog>().Find("read-kpis")!.Version);

        await mentor.RunClocksAsync();

        await using var db = mentor.Database.Open();
        var woken = await db.Set<FlowRun>().SingleAsync(r => r.Id == fine, TestMentor.Token);
        var row = await db.Set<FlowRun>().SingleAsync(r => r.Id == stuck, TestMentor.Token);
        Assert.Equal(RunPhase.Open, woken.Phase);
        Assert.Equal((RunPhase.Waiting, 1, now.AddMinutes(1)), (row.Phase, row.Faults, row.WakeAt));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_run_that_can_never_be_woken_is_given_up_and_the_person_can_still_talk(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "vous");
        await talk.OpenAsync();
        var stuck = await WaitAsync(mentor, talk, mentor.Time.GetUtcNow(), version: "never kept");

        var waits = await GiveUpAsync(mentor, async db => (await db.Set<FlowRun>().SingleAsync(r => r.Id == stuck, TestMentor.Token)).WakeAt);

        Assert.Equal(Setback.Most - 1, waits.Count);
        await using var db = mentor.Database.Open();
        Assert.Equal(RunPhase.Failed, (await db.Set<FlowRun>().SingleAsync(r => r.Id == stuck, TestMentor.Token)).Phase);
        Assert.Contains("mon message n’est pas parti", await talk.TypeAsync("salut"), StringComparison.Ordinal);
        Assert.StartsWith("Bonjour Léa", await talk.TypeAsync("salut"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_was_given_up_is_owned_up_to_once_and_the_answer_comes_all_the_same(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var talk = await Talking.StartAsync(mentor, "hugo", "fr", "vous");
        var stuck = await PlanAsync(mentor, await UnreachableAsync(mentor, "hugo"), mentor.Time.GetUtcNow());
        await GiveUpAsync(mentor, async db => (await db.Set<FollowUp>().SingleAsync(f => f.Id == stuck, TestMentor.Token)) is { State: FollowUpState.Planned } row ? row.DueAt : null);

        var said = await talk.TypeAsync("salut");
        Assert.StartsWith("J’avais pris rendez-vous avec vous", said, StringComparison.Ordinal);
        Assert.Contains("Bonjour Hugo", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain("rendez-vous", await talk.TypeAsync("salut"), StringComparison.Ordinal);
    }

    /// <summary>Lets time pass from one try to the next until there is none.</summary>
    private static async Task<List<TimeSpan>> GiveUpAsync(TestMentor mentor, Func<BotDb, Task<DateTimeOffset?>> next)
    {
        var waits = new List<TimeSpan>();
        while (waits.Count <= Setback.Most)
        {
            await mentor.RunClocksAsync();
            await using var db = mentor.Database.Open();
            if (await next(db) is not { } at)
            {
                break;
            }

            waits.Add(at - mentor.Time.GetUtcNow());
            mentor.Time.Advance(waits[^1]);
        }

        return waits;
    }

    /// <summary>An address that is no address: whatever is to go there fails for ever.</summary>
    private static async Task<PersonCard> UnreachableAsync(TestMentor mentor, string key)
    {
        await using var db = mentor.Database.Open();
        (await db.Set<Person>().SingleAsync(p => p.Key == key, TestMentor.Token)).LastAddress = $"{{ {Secret}";
        await db.SaveChangesAsync(TestMentor.Token);
        return mentor.Person(key);
    }

    private static async Task<Guid> PlanAsync(TestMentor mentor, PersonCard card, DateTimeOffset due)
    {
        var ids = mentor.Get<Ids>();
        var decision = new Decision
        {
            Id = ids.Next(),
            OrganisationId = card.OrganisationId,
            PersonId = card.Id,
            RunId = ids.Next(),
            Question = "?",
            Reading = "",
            Text = Secret,
            Threshold = null,
            ReviewOn = new DateOnly(2026, 10, 5),
            Owner = card.Name,
            CreatedAt = due.AddDays(-7),
        };
        var followUp = new FollowUp { Id = ids.Next(), OrganisationId = card.OrganisationId, PersonId = card.Id, DecisionId = decision.Id, DueAt = due };
        await using var db = mentor.Database.Open();
        db.AddRange(decision, followUp);
        await db.SaveChangesAsync(TestMentor.Token);
        return followUp.Id;
    }

    private static async Task<Guid> WaitAsync(TestMentor mentor, Talking talk, DateTimeOffset wakeAt, string version)
    {
        var run = new FlowRun
        {
            Id = mentor.Get<Ids>().Next(),
            OrganisationId = talk.Card.OrganisationId,
            PersonId = talk.Card.Id,
            FlowId = "read-kpis",
            FlowVersion = version,
            StartedAt = wakeAt.AddDays(-3),
        };
        run.MoveTo(RunState.New with { Phase = RunPhase.Waiting, WakeAt = wakeAt }, wakeAt.AddDays(-3));
        await using var db = mentor.Database.Open();
        db.Add(run);
        await db.SaveChangesAsync(TestMentor.Token);
        return run.Id;
    }
}
