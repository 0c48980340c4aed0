using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>
/// "Because…, we believe that…, measured by…" in one sentence. Several changes in it are asked about once; a missing measure is only said, because the next question asks for it.
/// The flow lists the words it is recognised by: because, believe, measure, changes, joins, price, trial. Makes known: <c>{id}_reasoned</c>, <c>{id}_price</c>, <c>{id}_trial</c>.
/// </summary>
internal sealed class HypothesisKind : IQuestionKind
{
    private const string Several = "several";
    private const int ShortestText = 15;

    public string Kind => "offer-hypothesis";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask", "several", "one", "rewrite", "no-measure", "short"],
        Writes = [.. new[] { "reasoned", "price", "trial" }.Select(n => $"{step.Id}_{n}")],
    };

    public bool TakesWords(Step step) => true;

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => [new TextPart(walk.Word(step, "ask") ?? "")];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken) => ValueTask.FromResult(Answer(walk, step, input));

    private static bool Answer(FlowWalk walk, Step step, FlowInput input)
    {
        switch (input)
        {
            case FlowInput.Settled { Value: null }:
                return false;
            case FlowInput.Settled { Code: Several } settled:
                return Keep(walk, step, settled.Raw);
            case FlowInput.Typed { Text.Length: >= ShortestText } typed when HoldsSeveral(walk, step, typed.Text):
                walk.AskBack(Several, walk.Word(step, "several") ?? "", [new PendingOption(walk.Word(step, "one") ?? "", FlowValue.Of(typed.Text)), new PendingOption(walk.Word(step, "rewrite") ?? "", null)], typed.Text);
                return false;
            case FlowInput.Typed { Text.Length: >= ShortestText } typed:
                return Keep(walk, step, typed.Text);
            default:
                walk.Say(walk.Word(step, "short") ?? "", joinNext: true);
                return false;
        }
    }

    private static bool Keep(FlowWalk walk, Step step, string text)
    {
        walk.Set($"{step.Id}_reasoned", FlowValue.Of(StepWords.Says(walk, step, "because", text)));
        walk.Set($"{step.Id}_price", FlowValue.Of(StepWords.Says(walk, step, "price", text)));
        walk.Set($"{step.Id}_trial", FlowValue.Of(StepWords.Says(walk, step, "trial", text)));
        walk.Keep(step, text, FlowValue.Of(text));
        if (!StepWords.Says(walk, step, "measure", text))
        {
            walk.Say(walk.Word(step, "no-measure") ?? "", joinNext: true);
        }

        return true;
    }

    /// <summary>Two different things that change, joined, between the reason and the measure.</summary>
    private static bool HoldsSeveral(FlowWalk walk, Step step, string text)
    {
        var change = StepWords.Before(walk, step, "measure", StepWords.After(walk, step, "believe", text));
        return StepWords.Count(walk, step, "changes", change) >= 2 && StepWords.Says(walk, step, "joins", change);
    }
}
