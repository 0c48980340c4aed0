namespace MentorBot.Coaching;

/// <summary>Hands a question to a human. No human is connected yet: it says so, and the flow goes on.</summary>
internal sealed class EscalateKind : IStepKind
{
    public string Kind => "escalate";

    public StepShape Shape(Step step) => new();

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (!walk.IsMarked(step))
        {
            if (walk.Word(step, "text") is { } text)
            {
                walk.Say(text, joinNext: true);
            }

            walk.Say(walk.T("coaching.flow.no-human"));
            walk.Mark(step);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }
}
