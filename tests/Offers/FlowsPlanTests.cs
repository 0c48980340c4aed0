using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Offers;
using MentorBot.Tests.Coaching;

namespace MentorBot.Tests.Offers;

/// <summary>The steps of planning, played in memory with the flow's own words.</summary>
public sealed class FlowsPlanTests
{
    private const string Hypothesis = "  - {id: hypothesis, kind: offer-hypothesis}\n  - {id: end, kind: close}";
    private const string Traffic = "  - {id: weekly, kind: offer-traffic}\n  - {id: end, kind: close}";

    /// <summary>Figures typed as plain numbers, then the kinds under test.</summary>
    private const string Plan = """
          - {id: baseline, kind: ask, input: percent}
          - {id: weekly, kind: offer-traffic}
          - {id: effect, kind: offer-effect, baseline: baseline, weekly: weekly}
          - {id: value, kind: ask, input: money, unit: effect_money, when: "known(effect_money)"}
          - {id: start, kind: ask, input: date, future: "true", default: start_on, quiet: "true"}
          - {id: plan, kind: offer-plan}
          - {id: premortem, kind: ask, input: text}
          - {id: checks, kind: ask, input: text}
          - {id: end, kind: close}
        """;

    [Fact]
    public async Task Several_changes_in_one_sentence_are_asked_about_once_and_then_believed()
    {
        var table = Of(Hypothesis);
        await table.StartAsync();

        var asked = await table.TypeAsync("because people hesitate, we believe that a new headline and a lower price will sell more, measured by sales");
        Assert.StartsWith("I read several changes in there.", asked, StringComparison.Ordinal);

        await table.PressAsync("0");
        Assert.Equal(RunPhase.Closed, table.State.Phase);
        Assert.StartsWith("because people hesitate", table.State.Answers["hypothesis"].Value.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("because visitors read the price and the terms and leave, we believe that a shorter form will bring sign-ups, measured by the sign-up rate", true)]
    [InlineData("we think that a free first month will bring more subscriptions", false)]
    public async Task One_change_is_taken_as_it_is_and_its_reason_is_noticed(string sentence, bool reasoned)
    {
        var table = Of(Hypothesis);
        await table.StartAsync();

        await table.TypeAsync(sentence);

        Assert.Equal(RunPhase.Closed, table.State.Phase);
        Assert.Equal(reasoned, table.State.Values["hypothesis_reasoned"].Flag);
    }

    [Theory]
    [InlineData("2,400 a day", 16800)]
    [InlineData("3,000 a week", 3000)]
    [InlineData("about 13k a month", 2990)]
    [InlineData("16000", 16000)]
    public async Task Traffic_is_kept_per_week_however_it_is_said(string said, double weekly)
    {
        var table = Of(Traffic);
        await table.StartAsync();

        await table.TypeAsync(said);

        Assert.Equal(weekly, table.State.Answers["weekly"].Value.Number);
    }

    [Fact]
    public async Task Any_gain_is_answered_with_what_this_traffic_shows_and_asked_again()
    {
        var table = await WithTrafficAsync();

        var said = await table.TypeAsync("any gain");

        var four = TrafficSight.Of(new OfferPlanInput(.03, .5), 2400, 4).Lift;
        Assert.Equal(four, table.State.Values["see_4"].Number);
        Assert.Contains(NumberWriter.English.Change(four!.Value), said, StringComparison.Ordinal);
        Assert.Equal("effect", table.State.Step);
    }

    /// <summary>facts/statistics.md 1.2: .03 +20 % takes 13,914 per arm; two arms at 2,400 a day are 12 days, so two full weeks.</summary>
    [Fact]
    public async Task The_plan_is_the_one_of_the_tables_with_whole_weeks_from_a_Monday()
    {
        var table = await WithTrafficAsync();

        var said = await table.TypeAsync("+20%");

        Assert.StartsWith("13,914 people per version, 2 full weeks: from Monday 30 November 2026 to Sunday 13 December 2026.", said, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 12, 14), table.State.Values["read_on"].Date);
        Assert.Equal("50:50", table.State.Values["weights"].Text);
        Assert.Contains(table.Last!.Messages.SelectMany(m => m), p => p is CurvePart);
    }

    [Fact]
    public async Task A_plan_is_said_once_and_again_only_when_something_of_it_changes()
    {
        var table = await WithTrafficAsync();
        await table.TypeAsync("+20%");

        Assert.DoesNotContain("per version", await table.TypeAsync("a silent tag, a promotion, an impatient boss"), StringComparison.Ordinal);

        var corrected = await table.SayAsync(MentorBot.Language.Gesture.Correct, "not 20% but 30%");
        Assert.Contains("6,455 people per version", corrected, StringComparison.Ordinal);
    }

    /// <summary>16,800 people a week at 3 % are 2,191 conversions in an average month; 131 more of them bring €5,259 at €40.</summary>
    [Fact]
    public async Task Money_per_month_becomes_the_gain_that_brings_it()
    {
        var table = await WithTrafficAsync();
        await table.TypeAsync("€5,260 a month");

        await table.TypeAsync("€40");

        Assert.Equal(.06, table.State.Values["lift"].Number!.Value, 3);
    }

    [Fact]
    public async Task A_gain_that_this_traffic_never_shows_is_called_never_with_what_a_stopped_test_would_claim()
    {
        var table = await WithTrafficAsync();

        var said = await table.TypeAsync("+2%");

        Assert.Equal("never", table.State.Values["verdict"].Text);
        Assert.Contains("that is never", said, StringComparison.Ordinal);
        Assert.True(table.State.Values["run_factor"].Number > 1.5);
    }

    private const string Margin = """
          - {id: guardrails, kind: ask, input: choice, choices: [money, quality, contact], other: "true"}
          - {id: margin, kind: offer-margin, of: guardrails, usual: {money: "0.01"}, falling: [quality]}
          - {id: end, kind: close}
        """;

    [Theory]
    [InlineData("0.3 point", .003)]
    [InlineData("0.3%", .003)]
    [InlineData("0.3", .003)]
    [InlineData("half a point is too much: 0.25 points", .0025)]
    public async Task A_margin_is_in_points_however_it_is_written(string said, double margin)
    {
        var table = Of(Margin);
        await table.StartAsync();
        await table.TypeAsync("refunds within 30 days");

        await table.TypeAsync(said);

        Assert.Equal(margin, table.State.Answers["margin"].Value.Number!.Value, 9);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("0")]
    [InlineData("80 points")]
    public async Task A_margin_that_is_none_is_asked_again(string said)
    {
        var table = Of(Margin);
        await table.StartAsync();
        await table.TypeAsync("refunds within 30 days");

        Assert.StartsWith("I need a difference in points", await table.TypeAsync(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Share of leads that become customers", "may it fall")]
    [InlineData("share of trials that become customers", "may it fall")]
    [InlineData("complaints by phone", "may it rise")]
    public async Task A_guardrail_gets_worse_in_its_own_direction(string guardrails, string asked)
    {
        var table = Of(Margin);
        await table.StartAsync();

        Assert.Contains(asked, await table.TypeAsync(guardrails), StringComparison.Ordinal);
    }

    private static async Task<FlowTable> WithTrafficAsync()
    {
        var table = Of(Plan);
        await table.StartAsync();
        await table.TypeAsync("3%");
        await table.TypeAsync("2,400 a day");
        return table;
    }

    private static FlowTable Of(string structure) =>
        new(structure, File.ReadAllText(Path.Combine(FlowTable.Prompts, "flows", "plan-offer-test", "en.yaml")),
            new HypothesisKind(), new TrafficKind(), new EffectKind(), new MarginKind(), new PlanKind(Texts.Load(FlowTable.Prompts)));
}
