using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>
/// The person's own reading before the mentor's: which version does better, and how sure, in one answer ("B, 80 %", or a button). The answer is the arm's name or "unclear"; makes known own_confidence
/// (.5 to 1), kept with the result so that they can see later how well their confidence fits.
/// </summary>
internal sealed class OwnKind : IQuestionKind
{
    public const string Unclear = "unclear";
    private const double Rather = .7;
    private const double Sure = .9;

    public string Kind => "offer-own";

    public StepShape Shape(Step step) => new() { IsQuestion = true, Words = ["label", "ask", "sure", "rather", "unclear", "retry"], Writes = ["own_confidence", "own_arm"] };

    public bool TakesWords(Step step) => true;

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) =>
        [new TextPart(walk.Word(step, "ask") ?? ""), walk.Choices([.. Buttons(walk, step).Select(b => new Choice(b.Code, b.Label))])];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        var buttons = Buttons(walk, step);
        var own = input switch
        {
            FlowInput.Pressed { Values: [var code, ..] } => buttons.Find(b => b.Code == code),
            FlowInput.Typed { Understood: { Gesture: Language.Gesture.DontKnow, Whole: true } } => buttons.Find(b => b.Arm == Unclear),
            FlowInput.Typed typed => Read(walk, step, typed.Text, buttons),
            _ => null,
        };
        if (own is null)
        {
            walk.Say(walk.Word(step, "retry") ?? "", joinNext: true);
            return ValueTask.FromResult(false);
        }

        Sentences.Number(walk, "own_confidence", own.Confidence, "%");
        walk.Set("own_arm", own.Arm == Unclear ? null : FlowValue.Of(own.Arm));
        walk.Keep(step, input is FlowInput.Typed { Text: var raw } ? raw : own.Label, FlowValue.Of(own.Arm));
        return ValueTask.FromResult(true);
    }

    private static Button? Read(FlowWalk walk, Step step, string text, List<Button> buttons)
    {
        if (ChoiceMatcher.Match(text, [.. buttons.Select(b => b.Label)]) is { } at)
        {
            return buttons[at];
        }

        if (StepWords.Says(walk, step, "neither", text))
        {
            return buttons.Find(b => b.Arm == Unclear);
        }

        var said = $" {ChoiceMatcher.Fold(text)} ";
        var named = TestDesk.ArmNames(walk).Where(n => said.Contains($" {ChoiceMatcher.Fold(n)} ", StringComparison.Ordinal) || said.Contains($" {ChoiceMatcher.Fold(n.Split(' ')[^1])} ", StringComparison.Ordinal)).ToList();
        var sure = NumberReader.ReadPercent(text, walk.Voice.Locale).Readings.Where(p => p is >= .5 and <= 1).Cast<double?>().FirstOrDefault();
        return named.Count == 1 ? new Button("", text, named[0], sure ?? Rather) : null;
    }

    private static List<Button> Buttons(FlowWalk walk, Step step)
    {
        var names = TestDesk.ArmNames(walk);
        var rather = names.Reverse().Select((n, i) => Of(walk, step, $"rather:{i}", "rather", n, Rather));
        IEnumerable<Button> sure = names.Count == 2 ? names.Reverse().Select((n, i) => Of(walk, step, $"sure:{i}", "sure", n, Sure)) : [];
        return [.. rather.Concat(sure).OrderBy(b => b.Arm == names.FirstOrDefault()).ThenByDescending(b => b.Confidence), new Button(Unclear, walk.Word(step, "unclear") ?? "", Unclear, null)];
    }

    private static Button Of(FlowWalk walk, Step step, string code, string word, string arm, double confidence)
    {
        walk.Set("own_arm", FlowValue.Of(arm));
        Sentences.Number(walk, "own_confidence", confidence, "%");
        return new Button(code, walk.Word(step, word) ?? string.Create(CultureInfo.InvariantCulture, $"{arm} {confidence}"), arm, confidence);
    }

    private sealed record Button(string Code, string Label, string Arm, double? Confidence);
}
