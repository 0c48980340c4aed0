namespace MentorBot.Coaching;

/// <summary>Works out names from what is known: <c>set: {cpa: "spend / conversions"}</c>. What cannot be worked out stays unknown.</summary>
internal sealed class ComputeKind : IStepKind
{
    public string Kind => "compute";

    public StepShape Shape(Step step) => new()
    {
        Writes = [.. step.Map("set").Select(s => s.Name)],
        Expressions = [.. step.Map("set").Select(s => s.Value)],
        Recomputed = true,
        Problems = step.Map("set").Count == 0 ? [("it sets nothing", "give it 'set:' with a name and an expression")] : [],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        foreach (var (name, expression) in step.Map("set"))
        {
            walk.Set(name, walk.Evaluate(expression));
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }
}
