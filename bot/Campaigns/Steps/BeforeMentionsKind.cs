using MentorBot.Coaching;

namespace MentorBot.Campaigns;

/// <summary>Whether an answer (<c>of</c>) speaks of something: <c>set: {a_name: a_list}</c> makes each name true when the answer holds a word that begins as one of that list, below the answer's step; <c>figures: a_name</c> makes that one true when it holds a digit.</summary>
internal sealed class BeforeMentionsKind : IStepKind
{
    public string Kind => "mentions";

    public StepShape Shape(Step step) => new()
    {
        Writes = [.. step.Map("set").Select(s => s.Name), .. step.Text("figures") is { } figures ? [figures] : Array.Empty<string>()],
        Recomputed = true,
        Expressions = [step.Text("of") ?? ""],
        Problems = step.Text("of") is null || step.Map("set").Count == 0 ? [("it looks for nothing", "add 'of:' with a question and 'set:' with a name and a list")] : [],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        var of = step.Text("of") ?? "";
        var raw = walk.State.Answers.GetValueOrDefault(of)?.Raw ?? "";
        var said = FigureWords.Split(raw);
        var words = BeforeDesk.WordsOf(walk, of);
        if (step.Text("figures") is { } figures)
        {
            walk.Set(figures, FlowValue.Of(raw.Any(char.IsDigit)));
        }

        foreach (var (name, list) in step.Map("set"))
        {
            walk.Set(name, FlowValue.Of(Enumerable.Range(0, said.Count).Any(i => FigureWords.StartWith(said.Skip(i), words(list)))));
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }
}
