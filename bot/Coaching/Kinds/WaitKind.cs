using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>Lets the flow rest until 09:00 of a date (<c>until: a name</c>) or of so many days later (<c>days: 7</c>); says <c>text</c> when it has one. A decision that was kept can be shared from there.</summary>
internal sealed class WaitKind(Texts texts) : IStepKind
{
    public string Kind => "wait";

    public StepShape Shape(Step step) => new()
    {
        Expressions = step.Text("until") is { } until ? [until] : [],
        Problems = step.Text("until") is null && step.Number("days") is not > 0 ? [("it waits for nothing", "give it 'until:' with a date's name, or 'days:'")] : [],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.IsMarked(step))
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Go());
        }

        walk.Mark(step);
        var day = step.Text("until") is { } until ? walk.Evaluate(until)?.Date : walk.Talk.Today.AddDays((int)(step.Number("days") ?? 0));
        if (day is not { } date || date <= walk.Talk.Today)
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Go());
        }

        if (walk.Word(step, "text") is { } text)
        {
            walk.Say(walk.Lookup(ShareDecision.Name)?.Text is { } decision ? [new TextPart(text), ShareDecision.Offer(decision, walk.Voice, texts)] : [new TextPart(text)]);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Wait(Mornings.At(date, walk.Talk.Zone)));
    }
}
