using MentorBot.Coaching;
using MentorBot.Language;

namespace MentorBot.Tests.Coaching;

public sealed class FlowEngineTests
{
    private const string Budget = """
          - {id: intro, kind: say}
          - {id: budget, kind: ask, input: money, unit: EUR, min: 1}
          - {id: sales, kind: ask, input: number, min: 1, doubt: "sales > 100000"}
          - {id: sums, kind: compute, set: {cpa: "budget / sales"}}
          - {id: split, kind: branch, cases: [{if: "cpa > 40", go: dear}], else: cheap}
          - {id: dear, kind: say, next: act}
          - {id: cheap, kind: say, next: act}
          - {id: act, kind: ask, input: choice, choices: [scale, hold, cut], optional: true}
          - {id: sure, kind: confirm}
          - {id: end, kind: close}
        """;

    private const string Words = """
        name: Cost per sale
        number: "Cost per sale: {{cpa_text}}"
        why: "{{budget_text}} over {{count sales}}"
        labels: {cpa: cost per sale}
        steps:
          intro: {text: "Let us work it out."}
          budget: {label: Budget, ask: "Which budget?", also: [money]}
          sales: {label: Sales, ask: "How many sales?", doubt: "More than 100,000, really?"}
          dear: {text: "{{cpa_text}} is dear."}
          cheap: {text: "{{cpa_text}} is cheap."}
          act: {label: Action, ask: "What now?", choices: {scale: Scale up, hold: Hold, cut: Cut down}}
          sure: {label: Sure, ask: "Sure to {{act}}?"}
          end: {text: "Done: {{act_id}}."}
        """;

    [Fact]
    public async Task A_flow_goes_from_its_first_question_to_its_end()
    {
        var talk = new FlowTable(Budget, Words);
        Assert.Equal("Let us work it out.\n---\nWhich budget?", await talk.StartAsync());
        Assert.Equal("How many sales?", await talk.TypeAsync("1,240 €"));
        Assert.StartsWith("€31 is cheap.\n---\nWhat now?\n1. Scale up", await talk.TypeAsync("40"), StringComparison.Ordinal);
        Assert.StartsWith("Sure to Hold?", await talk.TypeAsync("2"), StringComparison.Ordinal);
        Assert.Equal("Done: hold.", await talk.TypeAsync("yep", Gesture.Yes));
        Assert.Equal(RunPhase.Closed, talk.State.Phase);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("3")]
    [InlineData("the third")]
    [InlineData("Cut donw")]
    [InlineData("let's cut down then")]
    public async Task A_choice_is_picked_by_number_by_words_and_with_a_slip(string typed)
    {
        var talk = await AtActionAsync();
        Assert.StartsWith("Sure to Cut down?", await talk.TypeAsync(typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unusable_answer_gets_a_sentence_and_the_question_again_and_the_second_one_a_way_out()
    {
        var talk = await AtActionAsync();
        var once = await talk.TypeAsync("banana");
        Assert.StartsWith("I did not recognise that answer", once, StringComparison.Ordinal);
        Assert.Contains("What now?", once, StringComparison.Ordinal);
        Assert.Contains("“skip”", await talk.TypeAsync("potato"), StringComparison.Ordinal);
        Assert.StartsWith("Sure to ?", await talk.SayAsync(Gesture.Skip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_the_rest_needs_is_not_skipped()
    {
        var talk = new FlowTable(Budget, Words);
        await talk.StartAsync();
        var reply = await talk.SayAsync(Gesture.Skip);
        Assert.Contains("cannot do without", reply, StringComparison.Ordinal);
        Assert.Equal("budget", talk.State.Step);
    }

    [Fact]
    public async Task A_correction_finds_the_wrong_figure_and_says_what_changed_downstream()
    {
        var talk = new FlowTable(Budget, Words);
        await talk.StartAsync();
        await talk.TypeAsync("12400€");
        Assert.Contains("€310 is dear", await talk.TypeAsync("40"), StringComparison.Ordinal);
        var reply = await talk.SayAsync(Gesture.Correct, "no wait it was 1240 not 12400");
        Assert.StartsWith("Corrected. Budget: 12400€ → 1240€.\nSo cost per sale: €310 → €31.\n---\n", reply, StringComparison.Ordinal);
        Assert.Contains("€31 is cheap.", reply, StringComparison.Ordinal);
        Assert.Contains("What now?", reply, StringComparison.Ordinal);
        Assert.Equal("act", talk.State.Step);
    }

    [Fact]
    public async Task A_figure_for_an_earlier_question_named_where_only_a_button_is_asked_corrects_it()
    {
        var talk = await AtActionAsync();
        var reply = await talk.TypeAsync("the money is 2,480 € by the way");
        Assert.StartsWith("Corrected. Budget: ", reply, StringComparison.Ordinal);
        Assert.Contains("€62 is dear.", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_written_in_full_does_not_take_the_thousands_of_the_one_it_replaces()
    {
        var talk = new FlowTable(Budget, Words);
        await talk.StartAsync();
        await talk.TypeAsync("5k€");
        await talk.TypeAsync("40");
        Assert.StartsWith("Corrected. Budget: 5k€ → 8,000€.", await talk.SayAsync(Gesture.Correct, "wait, it was 8,000 not 5k"), StringComparison.Ordinal);
        Assert.Equal(200, talk.State.Values["cpa"].Number);
    }

    [Fact]
    public async Task A_correction_that_could_mean_two_answers_is_asked_about()
    {
        var talk = new FlowTable(Budget, Words);
        await talk.StartAsync();
        await talk.TypeAsync("50");
        await talk.TypeAsync("50");
        Assert.StartsWith("Which answer should be corrected?\n1. Sales : 50 → 25", await talk.SayAsync(Gesture.Correct, "sorry, 25 not 50"), StringComparison.Ordinal);
        Assert.Contains("Sales: 50 → 25", await talk.TypeAsync("1"), StringComparison.Ordinal);
        Assert.Equal(2, talk.State.Values["cpa"].Number);
    }

    [Fact]
    public async Task A_correction_without_a_known_figure_changes_nothing()
    {
        var talk = await AtActionAsync();
        Assert.Contains("nothing has changed", await talk.SayAsync(Gesture.Correct, "it was 7 not 9"), StringComparison.Ordinal);
        Assert.Equal(31, talk.State.Values["cpa"].Number);
    }

    [Fact]
    public async Task Figures_that_correct_nothing_are_the_answer_where_any_words_are_one()
    {
        var talk = new FlowTable("  - {id: idea, kind: ask, input: text}\n  - {id: why, kind: ask, input: text}\n", "idea: {ask: Which idea?, label: Idea}\nwhy: {ask: Why?, label: Why}\n");
        await talk.StartAsync();
        Assert.Equal("Why?", await talk.SayAsync(Gesture.Correct, "1 month free instead of 50 % off"));
        Assert.Equal("1 month free instead of 50 % off", talk.State.Answers["idea"].Raw);
    }

    [Fact]
    public async Task What_nobody_knows_to_be_done_counts_as_not_done()
    {
        var talk = new FlowTable("  - {id: checks, kind: ask, input: many, choices: [tag, page, none]}\n", "checks: {ask: What was tried?, label: Checks, choices: {tag: Tag, page: Page, none: Nothing yet}}\n");
        await talk.StartAsync();
        await talk.TypeAsync("no idea", Gesture.DontKnow);
        Assert.Equal(["none"], talk.State.Answers["checks"].Value.List);
    }

    [Fact]
    public async Task A_bare_figure_is_no_words_of_ones_own()
    {
        var talk = new FlowTable("  - {id: metric, kind: ask, input: choice, choices: [sales, clicks], other: \"true\"}\n", "metric: {ask: Which metric?, label: Metric, choices: {sales: Sales, clicks: Clicks}}\n");
        await talk.StartAsync();
        await talk.TypeAsync("15%");
        Assert.Equal("metric", talk.State.Step);
        await talk.TypeAsync("revenue per reader");
        Assert.Equal("revenue per reader", talk.State.Answers["metric"].Raw);
    }

    [Fact]
    public async Task Back_opens_the_question_before_and_its_new_answer_leads_back_to_where_one_was()
    {
        var talk = await AtActionAsync();
        Assert.Equal("Sales: you had answered “40”.\nHow many sales?", await talk.SayAsync(Gesture.Back));
        Assert.StartsWith("Budget", await talk.SayAsync(Gesture.Back), StringComparison.Ordinal);
        Assert.Contains("first question", await talk.SayAsync(Gesture.Back), StringComparison.Ordinal);
        Assert.Contains("What now?", await talk.TypeAsync("4000"), StringComparison.Ordinal);
        Assert.Equal(100, talk.State.Values["cpa"].Number);
    }

    [Fact]
    public async Task One_returns_to_a_question_by_its_words()
    {
        var talk = await AtActionAsync();
        Assert.EndsWith("Which budget?", await talk.SayAsync(Gesture.ReturnTo, "let's go back to the budget", "the budget"), StringComparison.Ordinal);
        Assert.StartsWith("Go back to which question?", await talk.SayAsync(Gesture.ReturnTo, "let's go back to the moon", "the moon"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("go back to step 2", "Sales: you had answered “40”.\nHow many sales?")]
    [InlineData("back to the first question", "Budget: you had answered “1240”.\nWhich budget?")]
    public async Task One_returns_to_a_question_by_its_place(string words, string reply)
    {
        var talk = await AtActionAsync();
        Assert.Equal(reply, await talk.SayAsync(Gesture.ReturnTo, words, words));
    }

    [Theory]
    [InlineData("go back to step 5", "That question has not been asked yet: this one first.\nWhat now?")]
    [InlineData("are we sure", "“Sure” has not been asked yet: this one first.\nWhat now?")]
    public async Task A_question_still_to_come_is_said_to_be_and_the_open_one_is_asked_again(string words, string reply)
    {
        var talk = await AtActionAsync();
        Assert.StartsWith(reply, await talk.SayAsync(Gesture.ReturnTo, words, words), StringComparison.Ordinal);
        Assert.Equal("act", talk.State.Step);
    }

    [Fact]
    public async Task Why_a_question_is_asked_is_answered_in_the_flows_words_or_in_ours_and_the_question_stays()
    {
        var talk = new FlowTable("  - {id: own, kind: ask, input: text}\n  - {id: risks, kind: ask, input: text, optional: true}\n  - {id: end, kind: close}",
            "name: n\nsteps:\n  own: {label: Own reading, ask: 'What do you see?', because: 'Read after mine, yours is no longer yours.'}\n  risks: {label: Risks, ask: 'Which risks?'}");
        await talk.StartAsync();
        Assert.Equal("Read after mine, yours is no longer yours.\nWhat do you see?", await talk.SayAsync(Gesture.WhyAsked));
        await talk.TypeAsync("it falls");
        var reply = await talk.SayAsync(Gesture.WhyAsked);
        Assert.StartsWith("“Risks”: what follows builds on your answer", reply, StringComparison.Ordinal);
        Assert.EndsWith("“skip” goes on without it.\nWhich risks?", reply, StringComparison.Ordinal);
        Assert.Equal(["own"], talk.State.Answers.Keys);
    }

    [Fact]
    public async Task A_label_that_names_what_is_known_is_written_out_wherever_the_answer_is_shown()
    {
        var talk = new FlowTable("""
              - {id: budget, kind: ask, input: money, unit: EUR}
              - {id: part, kind: ask, input: choice, choices: [all, half]}
              - {id: why, kind: ask, input: many, choices: [test, both]}
              - {id: end, kind: close}
            """, """
            name: n
            steps:
              budget: {label: Budget, ask: 'Budget?'}
              part: {label: Part, ask: 'How much of it?', choices: {all: 'All of {{budget_text}}', half: 'Half of {{budget_text}}'}}
              why: {label: Why, ask: 'Why?', choices: {test: 'A test with {{part}}', both: 'Both'}}
              end: {text: '{{part}} / {{why}}'}
            """);
        await talk.StartAsync();
        await talk.TypeAsync("1240");
        await talk.TypeAsync("half");
        Assert.Equal("Half of €1,240 / A test with Half of €1,240, Both", await talk.TypeAsync("1, 2"));
    }

    [Fact]
    public async Task A_paused_flow_goes_on_days_later_by_saying_so_or_by_just_answering()
    {
        var talk = await AtActionAsync();
        await talk.SayAsync(Gesture.Pause);
        Assert.Equal(RunPhase.Paused, talk.State.Phase);
        talk.Now = talk.Now.AddDays(12);
        Assert.Contains("What now?", await talk.SayAsync(Gesture.Resume), StringComparison.Ordinal);
        await talk.SayAsync(Gesture.Pause);
        Assert.StartsWith("Sure", await talk.TypeAsync("hold"), StringComparison.Ordinal);
        Assert.Equal(RunPhase.Open, talk.State.Phase);
    }

    [Fact]
    public async Task Stop_cancels_and_asks_nothing()
    {
        var talk = await AtActionAsync();
        Assert.DoesNotContain("?", await talk.SayAsync(Gesture.Stop), StringComparison.Ordinal);
        Assert.Equal(RunPhase.Cancelled, talk.State.Phase);
    }

    [Fact]
    public async Task Just_the_number_is_given_as_soon_as_it_is_known_and_the_question_stays()
    {
        var talk = new FlowTable(Budget, Words);
        await talk.StartAsync();
        Assert.Contains("no computed number yet", await talk.SayAsync(Gesture.JustNumber), StringComparison.Ordinal);
        await talk.TypeAsync("1240");
        await talk.TypeAsync("40");
        Assert.StartsWith("Cost per sale: €31\nWhat now?", await talk.SayAsync(Gesture.JustNumber), StringComparison.Ordinal);
        Assert.StartsWith("€1,240 over 40\nWhat now?", await talk.SayAsync(Gesture.ShowArithmetic), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_is_questioned_once_and_then_believed()
    {
        var talk = new FlowTable(Budget, Words);
        await talk.StartAsync();
        await talk.TypeAsync("1000");
        Assert.StartsWith("More than 100,000, really?", await talk.TypeAsync("200000"), StringComparison.Ordinal);
        Assert.StartsWith("How many sales?", await talk.TypeAsync("no", Gesture.No), StringComparison.Ordinal);
        await talk.TypeAsync("200000");
        Assert.Contains("What now?", await talk.TypeAsync("yes", Gesture.Yes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_be_read_in_two_ways_is_asked_and_not_guessed()
    {
        var talk = new FlowTable("  - {id: rate, kind: ask, input: percent}\n  - {id: end, kind: close}", "name: n\nsteps:\n  rate: {label: Rate, ask: 'Which rate?'}");
        await talk.StartAsync();
        Assert.StartsWith("This can be read in two ways.", await talk.TypeAsync("0.12"), StringComparison.Ordinal);
        await talk.PressAsync("1");
        Assert.Equal(.0012, talk.State.Answers["rate"].Value.Number!.Value, 1e-9);
        Assert.Equal(RunPhase.Closed, talk.State.Phase);
    }

    [Fact]
    public async Task A_wait_rests_until_nine_in_the_morning_of_a_working_day_and_goes_on_by_itself()
    {
        var talk = new FlowTable("  - {id: rest, kind: wait, days: 5}\n  - {id: after, kind: say}\n  - {id: end, kind: close}", "name: n\nsteps:\n  rest: {text: Later.}\n  after: {text: Here again.}");
        Assert.Equal("Later.", await talk.StartAsync());
        Assert.Equal(RunPhase.Waiting, talk.State.Phase);
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero), talk.State.WakeAt);
        Assert.Equal("Here again.", await talk.WakeAsync());
        Assert.Equal(RunPhase.Closed, talk.State.Phase);
    }

    [Fact]
    public async Task Several_are_picked_and_a_loop_asks_its_questions_anew()
    {
        var talk = new FlowTable("""
              - {id: tools, kind: ask, input: many, choices: [ads, mail, seo]}
              - {id: more, kind: confirm, yes: tools, no: end}
              - {id: end, kind: close}
            """, "name: n\nsteps:\n  tools: {label: Tools, ask: 'Which?', choices: {ads: Ads, mail: Mail, seo: SEO}}\n  more: {label: More, ask: 'More?'}\n  end: {text: 'Last: {{tools}}'}");
        await talk.StartAsync();
        Assert.StartsWith("More?", await talk.TypeAsync("ads, 3"), StringComparison.Ordinal);
        Assert.StartsWith("Which?", await talk.TypeAsync("yes", Gesture.Yes), StringComparison.Ordinal);
        Assert.StartsWith("More?", await talk.TypeAsync("mail"), StringComparison.Ordinal);
        Assert.Equal("Last: Mail", await talk.TypeAsync("no", Gesture.No));
    }

    [Fact]
    public async Task Escalation_says_honestly_that_nobody_is_there_and_the_flow_goes_on()
    {
        var talk = new FlowTable("  - {id: human, kind: escalate}\n  - {id: sure, kind: confirm}\n  - {id: end, kind: close}", "name: n\nsteps:\n  sure: {label: Sure, ask: 'Sure?'}");
        var reply = await talk.StartAsync();
        Assert.Contains("nobody has been told", reply, StringComparison.Ordinal);
        Assert.Contains("Sure?", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_must_be_to_come_where_the_flow_says_so()
    {
        var talk = new FlowTable("  - {id: day, kind: ask, input: date, future: true, suggest: {soon: in_one_week}}\n  - {id: end, kind: close}",
            "name: n\nsteps:\n  day: {label: Day, ask: 'When?', suggest: {soon: In a week}}");
        await talk.StartAsync();
        Assert.Contains("I need a date to come", await talk.TypeAsync("2026-11-20"), StringComparison.Ordinal);
        await talk.PressAsync("soon");
        Assert.Equal(new DateOnly(2026, 11, 30), talk.State.Answers["day"].Value.Date);
    }

    private static async Task<FlowTable> AtActionAsync()
    {
        var talk = new FlowTable(Budget, Words);
        await talk.StartAsync();
        await talk.TypeAsync("1240");
        await talk.TypeAsync("40");
        return talk;
    }
}
