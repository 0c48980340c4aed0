namespace MentorBot.Coaching;

/// <summary>Says its text once, and goes on. <c>join: true</c> puts it at the head of the next message.</summary>
internal sealed class SayKind : IStepKind
{
    public string Kind => "say";

    public StepShape Shape(Step step) => new() { Words = ["text"] };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (!walk.IsMarked(step))
        {
            walk.Say(walk.Word(step, "text") ?? "", step.Text("join") == "true");
            walk.Mark(step);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }
}
