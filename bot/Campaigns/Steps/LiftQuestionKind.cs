using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>Which test will show what the campaign adds: of those that the reading found within reach (lift_options), one that is finished already, and none. The counts of a finished one may be typed at once.</summary>
internal sealed class LiftQuestionKind : IQuestionKind
{
    private const string None = "none";

    private const string Done = "done";

    private static readonly string[] Every = ["holdout", "geo", "brand-pause", Done, None];

    public string Kind => "lift-test";

    public StepShape Shape(Step step) => new() { IsQuestion = true, Words = ["label", "ask", .. Every.Select(c => $"choices.{c}")] };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null && Options(walk).Count > 2 ? new StepResult.Ask() : new StepResult.Go());

    public bool TakesFigures(Step step) => false;

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) =>
        [new TextPart(walk.Word(step, "ask") ?? ""), walk.Choices([.. Options(walk).Select(o => new Choice(o, Label(walk, step, o)))])];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        var options = Options(walk);
        if (input is FlowInput.Typed { Text: var counts } && LiftSaid.Read(counts, walk.Voice.Locale) is not null && walk.Flow.Steps.FirstOrDefault(s => s.Kind == "lift-result") is { } result)
        {
            walk.Keep(result, counts, FlowValue.Of(counts));
            walk.Keep(step, Label(walk, step, Done), FlowValue.Of(Done));
            return ValueTask.FromResult(true);
        }

        var chosen = input switch
        {
            FlowInput.Pressed { Values: [var value, ..] } => options.FirstOrDefault(o => o == value),
            FlowInput.Typed { Understood: { Gesture: Gesture.DontKnow or Gesture.No, Whole: true } } => None,
            FlowInput.Typed typed => ChoiceMatcher.Match(typed.Text, [.. options.Select(o => Label(walk, step, o))]) is { } at ? options[at] : null,
            _ => null,
        };
        if (chosen is null)
        {
            walk.Say(walk.T("coaching.retry.choice"), joinNext: true);
            return ValueTask.FromResult(false);
        }

        walk.Keep(step, Label(walk, step, chosen), FlowValue.Of(chosen));
        return ValueTask.FromResult(true);
    }

    private static List<string> Options(FlowWalk walk) => [.. (walk.Lookup("lift_options")?.List ?? []).Where(Every.Contains), Done, None];

    private static string Label(FlowWalk walk, Step step, string option) => walk.Word(step, $"choices.{option}") ?? option;
}
