using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>Ends the flow, with a last text where it has one; a decision that was kept can be shared from there.</summary>
internal sealed class CloseKind(Texts texts) : IStepKind
{
    public string Kind => "close";

    public StepShape Shape(Step step) => new() { FallsThrough = false };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.Word(step, "text") is { } text)
        {
            walk.Say(walk.Lookup(ShareDecision.Name)?.Text is { } decision ? [new TextPart(text), ShareDecision.Offer(decision, walk.Voice, texts)] : [new TextPart(text)]);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Close());
    }
}
