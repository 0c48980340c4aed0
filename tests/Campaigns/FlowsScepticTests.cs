using MentorBot.Campaigns;
using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Tests.Coaching;

namespace MentorBot.Tests.Campaigns;

public sealed class FlowsScepticTests
{
    private const string Structure = """
          - {id: before, kind: spots}
          - {id: first, kind: sceptic, spot: 1, optional: "true"}
          - {id: second, kind: sceptic, spot: 2, optional: "true"}
          - {id: third, kind: sceptic, spot: 3, optional: "true"}
          - {id: verdict, kind: sceptic-verdict}
          - {id: end, kind: close}
        """;

    private const string Words = """
        name: "Rehearsal"
        steps:
          first: {label: "First", enough: "Enough"}
          second: {label: "Second", enough: "Enough"}
          third: {label: "Third", enough: "Enough"}
          end: {text: "stood {{stood_text}} of {{answered_text}}"}
        """;

    [Fact]
    public async Task Three_questions_come_one_by_one_and_the_verdict_quotes_the_answers()
    {
        var table = Table();
        Assert.Contains("question 1 of 3", await table.StartAsync(), StringComparison.Ordinal);
        Assert.Contains("question 2 of 3", await table.TypeAsync("we stop if the CPA is above 30 euros on Friday"), StringComparison.Ordinal);
        Assert.Contains("question 3 of 3", await table.TypeAsync("because it works, everybody says so"), StringComparison.Ordinal);
        var said = await table.TypeAsync("from Monday a holdout of 25% of the audience does not see it, for 4 weeks");
        Assert.Contains("“we stop if the CPA is above 30 euros on Friday”", said, StringComparison.Ordinal);
        Assert.Contains("“because it works, everybody says so”", said, StringComparison.Ordinal);
        Assert.Contains("1. Stands up", said, StringComparison.Ordinal);
        Assert.Contains("2. Does not stand up", said, StringComparison.Ordinal);
        Assert.Contains("3. Stands up", said, StringComparison.Ordinal);
        Assert.Contains("stood 2 of 3", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_early_judges_only_what_was_answered()
    {
        var table = Table();
        await table.StartAsync();
        await table.TypeAsync("we stop if the CPA is above 30 euros on Friday");
        Assert.Contains("stood 1 of 1", await table.PressAsync("enough"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_answered_is_not_judged()
    {
        var table = Table();
        await table.StartAsync();
        Assert.DoesNotContain("rehearsal", await table.PressAsync("enough"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(RunPhase.Closed, table.State.Phase);
    }

    [Fact]
    public async Task A_question_may_be_skipped_and_the_rehearsal_paused()
    {
        var table = Table();
        await table.StartAsync();
        Assert.Contains("question 2 of 3", await table.SayAsync(Gesture.Skip), StringComparison.Ordinal);
        await table.SayAsync(Gesture.Pause);
        Assert.Equal(RunPhase.Paused, table.State.Phase);
        table.Now = table.Now.AddDays(5);
        Assert.Contains("question 2 of 3", await table.SayAsync(Gesture.Resume), StringComparison.Ordinal);
        await table.TypeAsync("no idea", Gesture.DontKnow);
        Assert.Contains("stood 0 of 2", await table.TypeAsync("trust me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_taken_back_is_judged_anew()
    {
        var table = Table();
        await table.StartAsync();
        await table.TypeAsync("no figure");
        await table.SayAsync(Gesture.Back);
        await table.TypeAsync("we stop if the CPA is above 30 euros on Friday");
        await table.TypeAsync("x");
        Assert.Contains("stood 1 of 3", await table.TypeAsync("y"), StringComparison.Ordinal);
    }

    private static FlowTable Table() => new(Structure, Words, new Spots(), new ScepticKind(), new ScepticVerdictKind());

    private sealed class Spots : IStepKind
    {
        public string Kind => "spots";

        public StepShape Shape(Step step) => new() { Writes = [KeptSpots.Name] };

        public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
        {
            var figures = new Dictionary<string, object?> { ["cpa"] = 41.0, ["low"] = 30.0, ["high"] = 60.0, ["bounded"] = true, ["n"] = 32.0, ["spend"] = 1312.0, ["breakEvenCpa"] = 30.0 };
            KeptSpots.Keep(walk,
            [
                new WeakSpot("stop", Sceptic.Cfo, figures, [Expectation.Threshold, Expectation.Number, Expectation.Date]),
                new WeakSpot("range", Sceptic.Cfo, figures, [Expectation.Range, Expectation.Threshold, Expectation.Date]),
                new WeakSpot("incremental", Sceptic.Cmo, figures, [Expectation.Control, Expectation.Number, Expectation.Date]),
            ]);
            return ValueTask.FromResult<StepResult>(new StepResult.Go());
        }
    }
}
