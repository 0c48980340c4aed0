using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Language;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>
/// One question of the role-play: the mentor speaks as a sceptical CFO or CMO about the weak spot that <c>spot</c> (1, 2, 3) counts. Any words are an answer. Its button ends the role-play:
/// the questions that are left are passed over.
/// </summary>
internal sealed class ScepticKind : IQuestionKind
{
    public const string Name = "sceptic";

    private const string Enough = "enough";

    public string Kind => Name;

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "enough"],
        Problems = step.Number("spot") is >= 1 ? [] : [("it does not say which weak spot it asks about", "add 'spot:' with 1, 2 or 3")],
    };

    public bool TakesWords(Step step) => true;

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null && SpotOf(walk, step) is not null ? new StepResult.Ask() : new StepResult.Go());

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step)
    {
        var (place, many) = ((int)(step.Number("spot") ?? 1), KeptSpots.Of(walk).Count);
        return SpotOf(walk, step) is not { } spot ? []
            : [new TextPart(walk.T("running.sceptic.asks", ("place", place), ("many", many), ("who", ScepticWords.Who(walk, spot)), ("question", ScepticWords.Ask(walk, spot)), ("first", place == 1))),
                walk.Choices([new Choice(Enough, walk.Word(step, "enough") ?? "")])];
    }

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        var enough = walk.Word(step, "enough") ?? "";
        switch (input)
        {
            case FlowInput.Pressed { Values: [Enough, ..] }:
            case FlowInput.Typed typed when ChoiceMatcher.Fold(typed.Text) == ChoiceMatcher.Fold(enough):
                foreach (var left in walk.Flow.Steps.Where(s => s.Kind == Name && walk.AnswerTo(s) is null).ToList())
                {
                    walk.Keep(left, "", FlowValue.Nothing, assumed: true);
                }

                return ValueTask.FromResult(true);
            case FlowInput.Typed { Understood: { Gesture: Gesture.DontKnow, Whole: true } } typed:
                // An honest answer, and one that does not stand up: it is judged like any other.
                walk.Keep(step, typed.Text, FlowValue.Of(typed.Text));
                return ValueTask.FromResult(true);
            case FlowInput.Typed { Text: { Length: > 0 } text }:
                walk.Keep(step, text, FlowValue.Of(text));
                return ValueTask.FromResult(true);
            default:
                walk.Say(walk.T("coaching.retry.text"), joinNext: true);
                return ValueTask.FromResult(false);
        }
    }

    internal static WeakSpot? SpotOf(FlowWalk walk, Step step) => KeptSpots.Of(walk).ElementAtOrDefault((int)(step.Number("spot") ?? 1) - 1);
}
