using MentorBot.Campaigns;
using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Messages;
using MentorBot.Tests.Coaching;

namespace MentorBot.Tests.Campaigns;

public sealed class BeforeKindsTests
{
    private const string Steps = """
          - {id: plan, kind: campaign-plan}
          - {id: budget, kind: ask, input: money, default: plan_budget, quiet: "known(plan_budget)"}
          - {id: goal, kind: ask, input: number, default: plan_goal, quiet: "known(plan_goal)", optional: "true"}
          - {id: days, kind: ask, input: number, default: plan_days, quiet: "true"}
          - {id: ad_sets, kind: ask, input: number, default: plan_ad_sets, quiet: "true"}
          - {id: platform, kind: ask, input: choice, choices: [meta, google, other], default: plan_platform, quiet: "known(plan_platform)"}
          - {id: worth, kind: sale-worth, optional: "true", jump: {days: days}}
          - {id: rates, kind: planned-rates, optional: "true"}
          - {id: source, kind: ask, input: choice, choices: [own, benchmark], default: rates_source, quiet: "known(rates_source)", when: known(rates)}
          - {id: forecast, kind: campaign-forecast}
          - {id: tracking, kind: ask, input: many, choices: [tag, all, none]}
          - {id: incrementality, kind: ask, input: choice, choices: [holdout, none]}
          - {id: signals, kind: campaign-signals}
          - {id: verdict, kind: campaign-verdict}
          - {id: decision, kind: ask, input: choice, choices: [launch, delay]}
          - {id: end, kind: close}
        """;

    private const string Words = """
        name: Before
        steps:
          plan: {label: Plan, ask: "The plan?", retry: "A line.", weeks: [week], sets: [ad set], sales: [sale], meta: [meta]}
          budget: {label: Budget, ask: "Budget?"}
          goal: {label: Goal, ask: "Goal?"}
          days: {label: Days, ask: "Days?"}
          ad_sets: {label: Sets, ask: "Sets?"}
          platform: {label: Platform, ask: "Where?", choices: {meta: Meta, google: Google, other: Other}}
          worth: {label: Worth, ask: "Worth, over {{count days}} days?", retry: "An amount.", price: [price], jump: {days: "Change the days"}}
          rates: {label: Rates, ask: "Rates?", retry: "No rate.", cpm: [cpm], ctr: [ctr], cvr: [cvr], between: [to], own: [ours], benchmark: [agency]}
          source: {label: Source, ask: "From where?", choices: {own: Ours, benchmark: Others}}
          tracking: {label: Tracking, ask: "Tested?", choices: {tag: Tag, all: Everything, none: Nothing}}
          incrementality: {label: Proof, ask: "Proof?", choices: {holdout: Holdout, none: No}}
          decision: {label: Decision, ask: "Then? {{advice}} {{#if blocked}}blocked{{/if}} {{stop_rule}}", choices: {launch: Launch, delay: Delay}}
          end: {text: Done.}
        """;

    [Fact]
    public async Task What_the_line_said_is_not_asked_again_and_the_rest_is_assumed()
    {
        var talk = Talk();
        await talk.StartAsync();

        Assert.Equal("Worth, over 28 days?\n1. Change the days", await talk.TypeAsync("€6,000, meta, 120 sales"));
        Assert.EndsWith("Days?", await talk.PressAsync("@go:days"), StringComparison.Ordinal);
        Assert.StartsWith("Worth, over 14 days?", await talk.TypeAsync("14"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_line_left_out_is_asked()
    {
        var talk = Talk();
        await talk.StartAsync();

        Assert.Equal("Budget?", await talk.TypeAsync("something on meta"));
        Assert.Equal("Goal?", await talk.TypeAsync("€500"));
        Assert.StartsWith("Worth", await talk.SayAsync(Gesture.Skip), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("€27", 27)]
    [InlineData("60 € at 45%", 27)]
    [InlineData("45% of 60€", 27)]
    public async Task What_a_sale_leaves_is_an_amount_or_a_price_with_its_share(string typed, double worth)
    {
        var talk = await AtWorthAsync();
        Assert.Equal("Rates?", await talk.TypeAsync(typed));
        Assert.Equal(worth, talk.State.Answers["worth"].Value.Number!.Value, 9);
    }

    [Fact]
    public async Task A_price_alone_is_no_margin_and_its_share_is_asked_for()
    {
        var talk = await AtWorthAsync();
        Assert.Contains("3. 30%, that is €18", await talk.TypeAsync("the price is 60€"), StringComparison.Ordinal);
        Assert.Equal("Rates?", await talk.TypeAsync("45%"));
        Assert.Equal(27, talk.State.Answers["worth"].Value.Number!.Value, 9);
    }

    [Fact]
    public async Task A_share_of_nothing_is_refused()
    {
        var talk = await AtWorthAsync();
        Assert.StartsWith("An amount.\nWorth", await talk.TypeAsync("45%"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_rates_are_named_and_joined_to_those_typed_before()
    {
        var talk = await AtRatesAsync();
        Assert.StartsWith("I have: CPM, click rate. Still missing: conversion rate.", await talk.TypeAsync("cpm 9, ctr 1%"), StringComparison.Ordinal);
        Assert.StartsWith("From where?", await talk.TypeAsync("cvr 2%"), StringComparison.Ordinal);
        Assert.StartsWith("Forecast: about 133 sales, at €45 each", await talk.PressAsync("own"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_that_can_hardly_be_is_questioned_once_and_then_believed()
    {
        var talk = await AtRatesAsync();
        Assert.StartsWith("A conversion rate of 40% is rare", await talk.TypeAsync("cpm 9, ctr 1%, cvr 40%, ours"), StringComparison.Ordinal);
        Assert.StartsWith("Forecast:", await talk.TypeAsync("yes", Gesture.Yes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_was_said_is_not_asked_for_and_widens_the_range()
    {
        var (own, agency) = (await AtRatesAsync(), await AtRatesAsync());

        Assert.Contains("I assumed ±30%", await own.TypeAsync("cpm 9, ctr 1%, cvr 2%, ours"), StringComparison.Ordinal);
        Assert.Contains("I assumed ±50%", await agency.TypeAsync("cpm 9, ctr 1%, cvr 2%, says the agency"), StringComparison.Ordinal);
        Assert.True(agency.State.Values["cpa_high"].Number > own.State.Values["cpa_high"].Number);
    }

    [Fact]
    public async Task Without_rates_nothing_is_forecast_but_what_the_plan_requires_is_said()
    {
        var talk = await AtRatesAsync();
        var said = await talk.SayAsync(Gesture.Skip);

        Assert.Contains("€6,000 for 120 sales: a sale may cost €50 at most", said, StringComparison.Ordinal);
        Assert.DoesNotContain("cpa", talk.State.Values.Keys);
    }

    [Fact]
    public async Task A_corrected_figure_makes_a_new_forecast_and_an_unchanged_one_is_not_repeated()
    {
        var talk = await AtRatesAsync();
        await talk.TypeAsync("cpm 9, ctr 1%, cvr 2%, ours");

        Assert.Contains("Forecast: about 267 sales", await talk.SayAsync(Gesture.Correct, "12000 instead of 6000"), StringComparison.Ordinal);
        Assert.DoesNotContain("Forecast:", await talk.PressAsync("all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_looks_are_a_table_and_a_chart_and_the_weak_points_come_with_their_fix()
    {
        var talk = await AtRatesAsync();
        await talk.TypeAsync("cpm 9, ctr 1%, cvr 2%, ours");
        await talk.PressAsync("none");
        var said = await talk.PressAsync("none");

        var parts = talk.Last!.Messages.SelectMany(m => m).ToList();
        Assert.Equal(["Day 3", "Day 7", "Day 14", "Day 28"], parts.OfType<TablePart>().Single().Rows.Select(r => r[0]));
        Assert.Equal(27, parts.OfType<IntervalPart>().Single().Chart.Reference);
        Assert.Contains("The tag was not tried: a sale that is not counted reads like a campaign that fails. → make a real test purchase", said, StringComparison.Ordinal);
        Assert.Contains("Then? delay blocked day 7", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_forecast_draws_what_it_depends_on_widest_first()
    {
        var talk = await AtRatesAsync();
        await talk.TypeAsync("cpm 8 to 10, ctr 1%, cvr 2%, ours");

        var chart = talk.Last!.Messages.SelectMany(m => m).OfType<TornadoPart>().Single().Chart;
        Assert.Equal(["conversion rate", "click rate", "CPM"], chart.Bars.Select(b => b.Label));
        Assert.Equal((45, 27), (Math.Round(chart.Base, 9), chart.Reference));
        Assert.Equal((40, 50), (Math.Round(chart.Bars[2].AtLow, 9), Math.Round(chart.Bars[2].AtHigh, 9)));
    }

    [Theory]
    [InlineData("we target a customer list", true, false)]
    [InlineData("Listes de clients", true, false)]
    [InlineData("parents of 3 kids", false, true)]
    [InlineData("enlisted people", false, false)]
    public async Task An_answer_that_speaks_of_something_is_noticed(string typed, bool lists, bool figures)
    {
        var talk = new FlowTable("""
              - {id: who, kind: ask, input: text}
              - {id: words, kind: mentions, of: who, figures: digits, set: {lists: a_list}}
              - {id: end, kind: close}
            """, """
            name: T
            steps:
              who: {label: Who, ask: "Who?", a_list: [liste, customer list]}
              end: {text: "{{lists_id}} {{digits_id}}"}
            """, new BeforeMentionsKind());
        await talk.StartAsync();

        Assert.Equal($"{lists} {figures}", await talk.TypeAsync(typed));
    }

    [Theory]
    [InlineData("« un podcast   pour nos abonnés. »", "un podcast pour nos abonnés")]
    [InlineData("a", "a")]
    [InlineData("0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789", "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 …")]
    [InlineData("  ", "")]
    public void A_quote_keeps_the_words_as_they_are_and_is_cut_only_between_two(string raw, string quote) => Assert.Equal(quote, BeforeQuoteKind.Short(raw));

    [Theory]
    [InlineData("challenge-my-idea", 7)]
    [InlineData("challenge-campaign-before", 12)]
    public void A_mission_asks_no_more_than_it_promises(string flow, int most)
    {
        // Quiet questions are assumed; "challenge" and "mandate" depend on the decision, and "budget", "goal", "platform" on what the first line left out.
        var steps = FlowReader.Read(FlowSource.ReadFolder(Path.Combine(FlowTable.Prompts, "flows", flow))).Steps;

        Assert.InRange(steps.Count(s => s.Kind is "ask" or "campaign-plan" or "sale-worth" or "planned-rates" && s.Text("quiet") is null), 5, most);
    }

    private static async Task<FlowTable> AtWorthAsync()
    {
        var talk = Talk();
        await talk.StartAsync();
        await talk.TypeAsync("€6,000, meta, 120 sales");
        return talk;
    }

    private static async Task<FlowTable> AtRatesAsync()
    {
        var talk = await AtWorthAsync();
        await talk.TypeAsync("27€");
        return talk;
    }

    private static FlowTable Talk()
    {
        var texts = Texts.Load(FlowTable.Prompts);
        return new FlowTable(Steps, Words, new BeforePlanKind(), new BeforeWorthKind(), new BeforeRatesKind(), new BeforeForecastKind(texts), new BeforeSignalsKind(texts), new BeforeVerdictKind(texts));
    }
}
