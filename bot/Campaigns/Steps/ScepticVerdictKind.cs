using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>
/// After the last question of the role-play: which answers stood up and which did not and why, each with a few of the person's own words. Of the answers, never of the person.
/// Makes known: stood, answered, weakest (what the first answer that did not stand up lacked).
/// </summary>
internal sealed class ScepticVerdictKind : IStepKind
{
    public string Kind => "sceptic-verdict";

    public StepShape Shape(Step step) => new() { Writes = ["stood", "answered", "weakest"] };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        var given = walk.Flow.Steps.Where(s => s.Kind == ScepticKind.Name)
            .Select(s => (Spot: ScepticKind.SpotOf(walk, s), walk.AnswerTo(s)?.Value.Text)).Where(g => g is { Spot: not null, Text: not null })
            .Select(g => (Spot: g.Spot!, Said: g.Text!)).ToList();
        var from = string.Join('\n', given.Select(g => g.Said));
        if (given.Count == 0 || walk.IsMarked(step, from))
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Go());
        }

        var judged = given.ConvertAll(g => (g.Spot, g.Said, Judgement: Scepticism.Judge(g.Spot, g.Said, walk.Voice)));
        var stood = judged.Count(j => j.Judgement.Stands);
        walk.Set("answered", FlowValue.Of(judged.Count));
        walk.Set("stood", FlowValue.Of(stood));
        walk.Set("weakest", judged.Find(j => !j.Judgement.Stands) is { Spot: { } spot } ? FlowValue.Of(ScepticWords.Within(ScepticWords.Needs(walk, spot))) : null);
        var lines = judged.Select((j, i) => Line(walk, i + 1, j.Spot, j.Said, j.Judgement));
        walk.Say([new TextPart(walk.T("running.sceptic.verdict", ("stood", stood), ("answered", judged.Count), ("all", stood == judged.Count), ("none", stood == 0)) + "\n" + string.Join("\n", lines))]);
        walk.Mark(step, from);
        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    private static string Line(FlowWalk walk, int place, WeakSpot spot, string said, Judgement judgement) => walk.T(
        "running.sceptic." + (judgement.Stands ? "stands" : judgement.Contradicts is not null ? "contradicts" : "lacks"),
        ("place", place), ("who", ScepticWords.Who(walk, spot)), ("quote", ScepticWords.Quote(said)), ("met", ScepticWords.Names(walk, judgement.Met)), ("missing", ScepticWords.Names(walk, judgement.Missing)),
        ("anyMet", judgement.Met.Count > 0), ("needs", ScepticWords.Needs(walk, spot)), ("said", judgement.Contradicts), ("inFile", judgement.InFile), ("currency", walk.Lookup("currency")?.Text));
}
