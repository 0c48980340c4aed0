using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>A yes or a no. <c>yes:</c> and <c>no:</c> may name a step to go to; the answer is known as a flag.</summary>
internal sealed class ConfirmKind : IQuestionKind
{
    public string Kind => "confirm";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Targets = [.. new[] { step.Text("yes"), step.Text("no") }.OfType<string>()],
        FallsThrough = step.Text("yes") is null || step.Text("no") is null,
        Words = ["label", "ask"],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step)?.Value.Flag switch
        {
            true => new StepResult.Go(step.Text("yes")),
            false => new StepResult.Go(step.Text("no")),
            null => new StepResult.Ask(),
        });

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) =>
        [new TextPart(walk.Word(step, "ask") ?? ""), walk.Choices([new Choice("yes", Label(walk, step, "yes")), new Choice("no", Label(walk, step, "no"))])];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        var answer = input switch
        {
            FlowInput.Pressed { Values: ["yes", ..] } or FlowInput.Typed { Understood.Gesture: Gesture.Yes } => true,
            FlowInput.Pressed { Values: ["no", ..] } or FlowInput.Typed { Understood.Gesture: Gesture.No } => false,
            FlowInput.Typed typed => ChoiceMatcher.Match(typed.Text, [Label(walk, step, "yes"), Label(walk, step, "no")]) switch { 0 => true, 1 => false, _ => (bool?)null },
            _ => null,
        };
        if (answer is not { } flag)
        {
            walk.Say(walk.Word(step, "retry") ?? walk.T("coaching.retry.confirm"), joinNext: true);
            return ValueTask.FromResult(false);
        }

        walk.Keep(step, Label(walk, step, flag ? "yes" : "no"), FlowValue.Of(flag));
        return ValueTask.FromResult(true);
    }

    private static string Label(FlowWalk walk, Step step, string which) => walk.Word(step, which) ?? walk.T("coaching.value." + which);
}
