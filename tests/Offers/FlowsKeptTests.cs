using MentorBot.Coaching;
using MentorBot.Offers;
using MentorBot.Tests.Coaching;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Offers;

/// <summary>A test that is planned, comes back on its date, and is read by the rule written before; over the whole service.</summary>
public sealed class FlowsKeptTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_planned_test_is_kept_and_comes_back_on_its_reading_date_with_one_button(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var talk = await PlannedAsync(mentor);

        await using (var db = mentor.Database.Open())
        {
            var test = await db.Set<OfferTest>().AsNoTracking().SingleAsync(TestMentor.Token);
            Assert.Equal((13914, "50:50", new DateOnly(2026, 10, 12), new DateOnly(2026, 10, 25), new DateOnly(2026, 10, 26), "keep"), (test.PerArm, test.Weights, test.Starts, test.Ends, test.ReadOn, test.OnTie));

            // The flow itself comes back: no second reminder beside it.
            Assert.Equal(1, await db.Set<Decision>().CountAsync(TestMentor.Token));
            Assert.Equal(0, await db.Set<FollowUp>().CountAsync(TestMentor.Token));
        }

        await PassAsync(mentor, 22);
        Assert.Contains("Your test ended on Sunday 25 October 2026", await talk.ListenAsync(), StringComparison.Ordinal);

        Assert.Contains("You have a planned test", await talk.PressAsync("Read the result"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_decision_against_the_rule_is_challenged_once_and_the_test_then_offered_no_more(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var talk = await PlannedAsync(mentor);
        await PassAsync(mentor, 22);
        await talk.ListenAsync();
        await talk.PressAsync("Read the result");
        await talk.PressAsync("Yes, that one");
        await talk.TypeAsync("A 420/13,900, B 430/13,950");
        await talk.PressAsync("Once, now");
        await talk.PressAsync("All normal");
        Assert.Contains("I cannot call a winner", await talk.TypeAsync("B, 80%"), StringComparison.Ordinal);
        await talk.PressAsync("Yes, measured");

        // The plan keeps today's offer on a tie.
        Assert.Contains("That is not what your rule says", await talk.PressAsync("Ship"), StringComparison.Ordinal);
        await talk.TypeAsync("legal asked for the new wording");
        await talk.PressAsync("In four weeks");

        await using (var db = mentor.Database.Open())
        {
            var result = await db.Set<OfferResult>().AsNoTracking().SingleAsync(TestMentor.Token);
            Assert.Equal(("continue", "ship", "B", .8), (result.Verdict, result.Decided, result.Own, result.OwnConfidence));
            Assert.True(result.Closes);
        }

        Assert.DoesNotContain("planned test", await talk.TypeAsync("read a test result"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_was_read_early_and_closed_is_not_asked_for_on_its_date()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await PlannedAsync(mentor);
        await using (var db = mentor.Database.Open())
        {
            var test = await db.Set<OfferTest>().AsNoTracking().SingleAsync(TestMentor.Token);
            db.Add(new OfferResult
            {
                Id = Guid.NewGuid(),
                OrganisationId = test.OrganisationId,
                PersonId = test.PersonId,
                TestId = test.Id,
                RunId = test.RunId,
                Verdict = "stop",
                Decided = "stop",
                Provisional = false,
                Difference = null,
                Low = null,
                High = null,
                Own = null,
                OwnConfidence = null,
                At = mentor.Time.GetUtcNow(),
            });
            await db.SaveChangesAsync(TestMentor.Token);
        }

        await PassAsync(mentor, 22);

        Assert.Equal("", await talk.ListenAsync());
    }

    [Fact]
    public async Task Nobody_is_offered_the_test_of_somebody_else()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        await PlannedAsync(mentor);
        var other = await Talking.StartAsync(mentor, "tom", "en");

        Assert.StartsWith("How was it decided who saw which version?", await other.TypeAsync("read a test result"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_split_stops_the_reading_before_anything_else_is_asked()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "en");
        await talk.TypeAsync("read a test result");
        await talk.PressAsync("Drawn at random");
        await talk.TypeAsync("A 260/5,000, B 330/5,600");

        var said = await talk.PressAsync("As many on each");

        Assert.Contains("This test cannot be read", said, StringComparison.Ordinal);
        Assert.EndsWith("3. Drop this test", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_split_that_was_planned_uneven_is_read_with_its_own_shares()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "en");
        await talk.TypeAsync("read a test result");
        await talk.PressAsync("Drawn at random");
        await talk.TypeAsync("A 260/8,020, B 70/1,980");

        Assert.StartsWith("When did it stop?", await talk.PressAsync("80%"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_rarely_needed_is_one_button_away_and_comes_back_to_the_question()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "en");
        await talk.TypeAsync("read a test result");
        await talk.PressAsync("Drawn at random");
        await talk.TypeAsync("A 200/10,000, B 250/10,000");
        await talk.PressAsync("On the date");
        await talk.PressAsync("There is a trial");
        Assert.StartsWith("How many times was the result looked at", await talk.PressAsync("30 days"), StringComparison.Ordinal);
        await talk.PressAsync("Once, now");
        await talk.PressAsync("All normal");
        await talk.TypeAsync("B, 80%");

        Assert.StartsWith("What is one conversion worth to you", await talk.PressAsync("Put the gain in money"), StringComparison.Ordinal);
        await talk.TypeAsync("€30");

        // 1,000 people × .09 points × €30, the cautious end of facts/statistics.md 1.1 (200 and 250 of 10,000).
        Assert.Contains("at least €26.61 more for 1,000 people", await talk.PressAsync("Yes, measured"), StringComparison.Ordinal);
    }

    private static async Task<Talking> PlannedAsync(TestMentor mentor)
    {
        var talk = await Talking.StartAsync(mentor, "lea", "en");
        await talk.TypeAsync("plan an offer test");
        await talk.PressAsync("If the new offer wins");
        await talk.TypeAsync("because many leave at the total, we believe that showing the delivery date will help, measured by the order rate");
        await talk.PressAsync("Purchase");
        await talk.TypeAsync("3%");
        await talk.TypeAsync("2,400 a day");
        await talk.PressAsync("+20%");
        await talk.PressAsync("Drawn at random, half");
        await talk.PressAsync("Keep today");
        await talk.TypeAsync("a silent tag, a promotion, an impatient boss");
        Assert.Contains("I will write to you on Monday 26 October 2026", await talk.PressAsync("Both versions"), StringComparison.Ordinal);
        return talk;
    }

    private static async Task PassAsync(TestMentor mentor, int days)
    {
        mentor.Time.Advance(TimeSpan.FromDays(days));
        await mentor.RunClocksAsync();
    }
}
