using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>
/// An offer that nobody was drawn into: daily figures of its series beside one that was left alone, from a file or a paste; <c>start</c> names the day it began. Says what would have happened without it,
/// with a range, never a verdict of a test. Makes known: series_name, series_control, series_before, series_after, series_effect, series_low, series_high, series_change, series_line.
/// </summary>
internal sealed class SeriesKind(TestDesk desk, Material material) : IQuestionKind
{
    public string Kind => "offer-series";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask", "retry", "higher", "lower", "within", "loose"],
        Writes = ["series_name", "series_control", "series_before", "series_after", "series_effect", "series_low", "series_high", "series_change", "series_line"],
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
        Tell(walk, step, series, series.Read());
        return true;
    }

    private static void Tell(FlowWalk walk, Step step, OfferSeries series, InterruptedSeries told)
    {
        walk.Set("series_name", FlowValue.Of(series.Name));
        walk.Set("series_control", FlowValue.Of(series.ControlName));
        Sentences.Number(walk, "series_before", told.Before);
        Sentences.Number(walk, "series_after", told.After);
        Sentences.Number(walk, "series_effect", told.Told?.Effect);
        Sentences.Number(walk, "series_low", told.Told?.Range.Low);
        Sentences.Number(walk, "series_high", told.Told?.Range.High);
        Sentences.Number(walk, "series_change", told.Relative?.Value, "±%");
        var line = told.Verdict switch
        {
            InterruptedVerdict.CannotTell => walk.T("offers." + told.CannotTell, ("before", (double)told.Before), ("after", (double)told.After), ("fewest", (double)InterruptedSeries.FewestBefore)),
            InterruptedVerdict.Higher => walk.Word(step, "higher") ?? "",
            InterruptedVerdict.Lower => walk.Word(step, "lower") ?? "",
            _ => walk.Word(step, "within") ?? "",
        };
        Sentences.Text(walk, "series_line", line.Split('\n')[0].Replace("**", "", StringComparison.Ordinal));
        walk.Say(told.Loose ? $"{line}\n{walk.Word(step, "loose")}" : line);
    }
}
