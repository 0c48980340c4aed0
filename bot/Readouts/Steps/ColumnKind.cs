using MentorBot.Coaching;
using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Readouts;

/// <summary>Asks what the first unknown column of figures is, only when the person chose to say it; then the file is read again with it.</summary>
internal sealed class ColumnKind(ReadingDesk desk, ColumnQuestion columns, Texts texts) : IQuestionKind
{
    private readonly TableEcho _echo = new(texts);

    public string Kind => "column";

    public StepShape Shape(Step step) => new() { IsQuestion = true, Words = ["label", "ask"] };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        if (walk.AnswerTo(step) is null)
        {
            walk.Keep(step, "", FlowValue.Nothing, assumed: true);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) =>
        [new TextPart(walk.Word(step, "ask") ?? ""), walk.Choices([.. Options(walk).Select(o => new Choice(o.Value?.Text ?? "", o.Label))])];

    public async ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        var options = Options(walk);
        var said = input switch
        {
            FlowInput.Pressed { Values: [var value, ..] } => options.FirstOrDefault(o => o.Value?.Text == value)?.Value?.Text,
            FlowInput.Typed typed => ChoiceMatcher.Match(typed.Text, [.. options.Select(o => o.Label)]) is { } at ? options[at].Value?.Text : columns.Named(walk, typed.Text),
            _ => null,
        };
        if (said is null || walk.Lookup("unknown_column")?.Text is not { } header || walk.Lookup("material_source")?.Text is not { } source)
        {
            walk.Say(walk.T("reading.column.retry"), joinNext: true);
            return false;
        }

        columns.Keep(walk, header, said);
        walk.Keep(step, header, FlowValue.Of(said));
        walk.Say(walk.T(said == ColumnMeaning.Ignore ? "reading.column.left" : "reading.column.kept", ("column", header), ("metric", said == ColumnMeaning.Ignore ? null : walk.T($"kpis.{said}.name"))), joinNext: true);
        if ((await desk.TableAsync(walk, source, "", cancellationToken))?.Table is { } table)
        {
            _echo.Tell(walk, ReadTable.Read(table, await desk.OptionsAsync(walk, CompareMode.Whole, cancellationToken)));
        }

        return true;
    }

    private IReadOnlyList<PendingOption> Options(FlowWalk walk) => columns.Options(walk, walk.Lookup("main_code")?.Text is { } main ? [main] : []);
}
