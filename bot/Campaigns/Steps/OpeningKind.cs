using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>
/// The first question, in words. Somebody who sends their file first is not turned away: it becomes the answer of the table step that <c>material</c> names, and the
/// question stays open. The words are kept to be quoted.
/// </summary>
internal sealed class OpeningKind(TableKind tables) : IQuestionKind
{
    private const string FromTable = "table:";

    public string Kind => "opening";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask"],
        Problems = step.Text("material") is null ? [("it does not say which step takes the file", "add 'material:' with the id of a table step")] : [],
    };

    public bool TakesFile(Step step) => true;

    public bool TakesWords(Step step) => true;

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.Lookup(TableAnswers.Same) is null)
        {
            // "Like the last time" is the reading of figures; a challenge begins anew.
            walk.Set(TableAnswers.Same, FlowValue.Of("no"));
        }

        return ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());
    }

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => [new TextPart(walk.Word(step, "ask") ?? "")];

    public async ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        if (walk.Flow.Find(step.Text("material") ?? "") is { } material
            && (input is FlowInput.Uploaded || (input is FlowInput.Settled settled && settled.Code.StartsWith(FromTable, StringComparison.Ordinal))))
        {
            await tables.AnswerAsync(walk, material, input, cancellationToken);

            // The words are still missing, which is nobody's mistake.
            walk.State = walk.State with { Misses = -1 };
            return false;
        }

        if (input is FlowInput.Typed { Text: { Length: > 0 } text })
        {
            walk.Keep(step, text, FlowValue.Of(text));
            return true;
        }

        walk.Say(walk.T("coaching.retry.text"), joinNext: true);
        return false;
    }
}
