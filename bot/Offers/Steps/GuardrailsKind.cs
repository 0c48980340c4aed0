using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>
/// Whether the guardrails held: yes, no, not measured, or their counts per version ("A 12/512, B 15/640", "A 12, B 15": then of the test's people), one guardrail a line. Counts that came with the test's own
/// file are taken without asking, where the plan names no other. The answer is the button's code, or "counts"; makes known guard_counts. The flow's words list <c>falls</c> names what gets worse by falling.
/// </summary>
internal sealed class GuardrailsKind : IQuestionKind
{
    private const string Counted = "counts";
    private const string Unmeasured = "unmeasured";

    /// <summary>Words this long and longer say which guardrail is meant; the first letters are enough.</summary>
    private const int Stem = 6;

    public string Kind => "offer-guardrails";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask", "retry", "rate", "name", .. step.List("choices").Select(c => $"choices.{c}"), .. step.Map("jump").Select(j => $"jump.{j.Name}")],
        Writes = [GuardrailCounts.Name, GuardrailCounts.Names],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.AnswerTo(step) is null && GuardrailCounts.Kept(walk) is { Count: > 0 } held && held.All(h => IsPlanned(walk, h.Metric)))
        {
            walk.Keep(step, "", FlowValue.Of(Counted), assumed: true);
        }

        return ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());
    }

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => [new TextPart(walk.Word(step, "ask") ?? ""), walk.Choices([.. Buttons(walk, step)])];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken) => ValueTask.FromResult(Answer(walk, step, input));

    private static bool Answer(FlowWalk walk, Step step, FlowInput input)
    {
        var buttons = Buttons(walk, step);
        switch (input)
        {
            case FlowInput.Pressed { Values: [var code, ..] } when buttons.Find(b => b.Value == code) is { } pressed:
                return Keep(walk, step, pressed);
            case FlowInput.Typed { Understood: { Gesture: Language.Gesture.DontKnow, Whole: true } } when buttons.Find(b => b.Value == Unmeasured) is { } unknown:
                return Keep(walk, step, unknown);
            case FlowInput.Typed { Understood: { Gesture: Language.Gesture.Yes, Whole: true } } when buttons.Count > 0:
                return Keep(walk, step, buttons[0]);
            case FlowInput.Typed { Understood: { Gesture: Language.Gesture.No, Whole: true } } when buttons.Count > 1:
                return Keep(walk, step, buttons[1]);
            case FlowInput.Typed typed when ChoiceMatcher.Match(typed.Text, [.. buttons.Select(b => b.Label)]) is { } at:
                return Keep(walk, step, buttons[at]);
            case FlowInput.Typed typed:
                return Type(walk, step, typed.Text);
            default:
                return Refuse(walk, step, "retry");
        }
    }

    private static bool Type(FlowWalk walk, Step step, string text)
    {
        var (read, refusal) = TypedGuardrails.Read(text, walk.Voice.Locale, TestDesk.People(walk));
        if (read.Count == 0)
        {
            if (refusal is null)
            {
                return Refuse(walk, step, TypedGuardrails.AreRates(text, walk.Voice.Locale) ? "rate" : "retry");
            }

            walk.Say(walk.T(refusal), joinNext: true);
            return false;
        }

        var usual = walk.Lookup("plan_guardrails")?.Text ?? walk.Word(step, "name") ?? "";
        GuardrailCounts.Keep(walk, [.. read.Select(r => new GuardrailCounts(r.Metric.Length > 0 ? r.Metric : usual, Falls(walk, step, r.Metric), r.Arms))]);
        walk.Keep(step, text, FlowValue.Of(Counted));
        return true;
    }

    private static bool Keep(FlowWalk walk, Step step, Choice button)
    {
        if (button.Value.StartsWith("@go:", StringComparison.Ordinal))
        {
            walk.JumpTo = button.Value[4..];
            return false;
        }

        GuardrailCounts.Keep(walk, []);
        walk.Keep(step, button.Label, FlowValue.Of(button.Value));
        return true;
    }

    private static bool Refuse(FlowWalk walk, Step step, string word)
    {
        walk.Say(walk.Word(step, word) ?? "", joinNext: true);
        return false;
    }

    private static bool Falls(FlowWalk walk, Step step, string metric) =>
        metric.Length > 0 ? StepWords.Says(walk, step, "falls", metric) : walk.Lookup("plan_falls")?.Flag == true;

    private static bool IsPlanned(FlowWalk walk, string metric) =>
        walk.Lookup("plan_guardrails")?.Text is not { } planned || Stems(metric).Intersect(Stems(planned)).Any();

    private static IEnumerable<string> Stems(string text) => ChoiceMatcher.Fold(text).Split(' ').Where(w => w.Length >= Stem).Select(w => w[..Stem]);

    private static List<Choice> Buttons(FlowWalk walk, Step step) =>
    [
        .. step.List("choices").Select(c => new Choice(c, walk.Word(step, $"choices.{c}") ?? c)),
        .. step.Map("jump").Select(j => new Choice("@go:" + j.Value, walk.Word(step, $"jump.{j.Name}") ?? j.Name)).Where(c => c.Label.Length > 0),
    ];
}
