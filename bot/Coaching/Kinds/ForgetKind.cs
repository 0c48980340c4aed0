namespace MentorBot.Coaching;

/// <summary>Drops what a flow needed only until here: <c>names: [kept_table]</c>.</summary>
internal sealed class ForgetKind : IStepKind
{
    public string Kind => "forget";

    public StepShape Shape(Step step) => new()
    {
        Problems = step.List("names").Count == 0 ? [("it forgets nothing", "give it 'names:' with what was kept")] : [],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        foreach (var name in step.List("names"))
        {
            walk.Set(name, null);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }
}
