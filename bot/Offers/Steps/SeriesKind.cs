using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>
/// An offer that nobody was drawn into: daily figures of its series beside one that was left alone, from a file or a paste; <c>start</c> names the day it began. Says what would have happened without it,
/// with a range, never a verdict of a test. Makes known: series_name, series_line.
/// </summary>
internal sealed class SeriesKind(TestDesk desk, Material material, Texts texts) : IQuestionKind
{
    private readonly SeriesReport _report = new(texts);

    public string Kind => "offer-series";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask", "retry"],
        Writes = ["series_name", "series_line", "arithmetic"],
        Expressions = [step.Text("start") ?? ""],
        Problems = step.Text("start") is null ? [("it does not say when the offer began", "add 'start:' with the name of a date")] : [],
    };

    public bool TakesFile(Step step) => true;

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => [new TextPart(walk.Word(step, "ask") ?? "")];

    public async ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        var (source, name) = input switch
        {
            FlowInput.Uploaded { File: { FileId: { } id } file } => (Material.OfFile(id), file.Name),
            FlowInput.Typed typed when Material.IsTable(typed.Text) && material.IsMaterial(typed.Text, walk.Voice, walk.Talk.Today) =>
                (await material.OfTextAsync(walk.Talk.OrganisationId, walk.Talk.PersonId, typed.Text, cancellationToken), walk.T("reading.pasted")),
            _ => (null, ""),
        };
        if (source is null)
        {
            walk.Say(walk.Word(step, "retry") ?? "", joinNext: true);
            return false;
        }

        if (input is FlowInput.Typed)
        {
            walk.WithdrawWords(walk.T("reading.pasted"));
        }

        var result = await desk.TableAsync(walk, source, name, cancellationToken);
        if (Material.FileOf(source) is { } held)
        {
            walk.Release(held);
        }

        var (series, refusal) = result?.Table is { } table ? OfferSeries.From(table, walk.Evaluate(step.Text("start") ?? "today")?.Date ?? walk.Talk.Today) : (null, result?.Refusal);
        if (series is null)
        {
            walk.Say(refusal is null ? walk.Word(step, "retry") ?? "" : walk.T(refusal), joinNext: true);
            return false;
        }

        walk.Keep(step, name, FlowValue.Of(series.Name));
        Tell(walk, series, series.Read());
        return true;
    }

    private void Tell(FlowWalk walk, OfferSeries series, InterruptedSeries told)
    {
        walk.Set("series_name", FlowValue.Of(series.Name));
        var said = _report.Parts(series, told, walk.Voice);
        Sentences.Text(walk, "series_line", said.OfType<TextPart>().First().ToPlainText());
        Sentences.Text(walk, "arithmetic", string.Join('\n', _report.Arithmetic(series, told, walk.Voice)));
        walk.Say(said);
    }
}
