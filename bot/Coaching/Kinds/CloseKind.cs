namespace MentorBot.Coaching;

/// <summary>Ends the flow, with a last text where it has one.</summary>
internal sealed class CloseKind : IStepKind
{
    public string Kind => "close";

    public StepShape Shape(Step step) => new() { FallsThrough = false };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.Word(step, "text") is { } text)
        {
            walk.Say(text);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Close());
    }
}
