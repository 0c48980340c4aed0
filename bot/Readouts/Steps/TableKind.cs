using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>
/// Takes an export, a pasted table, typed figures or an example; refuses with a sentence and asks again; asks once what the file leaves undecided; then echoes what was
/// read and makes the main metric known: main, main_id, main_total, period_from, period_to, days, partial_days, rows, definition, arithmetic. An export of a shape that the person has
/// had read before offers to be read like the last one; compare_before is the comparison of that reading, else "whole".
/// </summary>
internal sealed class TableKind(Material material, ReadingDesk desk, PastReadings past, ColumnQuestion columns, Texts texts, Examples examples) : IQuestionKind
{
    private const string Doubt = "table:";
    private const string SameAgain = "table:same";
    private const string Column = "table:column";
    private const string No = "no";

    private readonly TableEcho _echo = new(texts);

    public string Kind => "table";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask"],
        Writes = ["material_source", "compare_before", .. TableEcho.Writes],
    };

    public bool TakesFile(Step step) => true;

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step)
    {
        var ask = new TextPart(walk.Word(step, "ask") ?? "");
        var shown = examples.In(walk.Voice, 2);
        return shown.Count == 0 ? [ask] : [ask, walk.Choices(shown)];
    }

    public async ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case FlowInput.Uploaded { File: { FileId: null } unkept }:
                walk.Say(walk.T(material.NotKept(unkept.Length)), joinNext: true);
                return false;
            case FlowInput.Uploaded { File: { FileId: { } id } file }:
                return await TakeAsync(walk, step, Material.OfFile(id), file.Name, cancellationToken);
            case FlowInput.Pressed { Values: [var value, ..] } when value.StartsWith(Examples.Prefix, StringComparison.Ordinal):
                return await TakeAsync(walk, step, value, value[Examples.Prefix.Length..], cancellationToken);
            case FlowInput.Typed typed when material.IsMaterial(typed.Text, walk.Voice, walk.Talk.Today):
                if (Material.IsTable(typed.Text))
                {
                    walk.WithdrawWords(walk.T("reading.pasted"));
                }

                return await TakeAsync(walk, step, await material.OfTextAsync(walk.Talk.OrganisationId, walk.Talk.PersonId, typed.Text, cancellationToken), typed.Text, cancellationToken);
            case FlowInput.Settled { Value.Text: { } which, Code: SameAgain } settled when walk.Lookup("material_source")?.Text is { } source:
                await SettleSameAsync(walk, which, cancellationToken);
                return await ReadAsync(walk, step, source, settled.Raw, cancellationToken);
            case FlowInput.Settled { Value.Text: { } id, Code: Column } settled when walk.Lookup("unknown_column")?.Text is { } header && walk.Lookup("material_source")?.Text is { } source:
                columns.Keep(walk, header, id);
                return await ReadAsync(walk, step, source, settled.Raw, cancellationToken);
            case FlowInput.Settled { Value.Text: { } option, Code: var code } settled when code.StartsWith(Doubt, StringComparison.Ordinal) && walk.Lookup("material_source")?.Text is { } source:
                walk.Set("material_" + code[Doubt.Length..].Replace('-', '_'), FlowValue.Of(option));
                return await ReadAsync(walk, step, source, settled.Raw, cancellationToken);
            default:
                walk.Say(walk.Word(step, "retry") ?? walk.T("reading.not-material"), joinNext: true);
                return false;
        }
    }

    private async ValueTask<bool> TakeAsync(FlowWalk walk, Step step, string reference, string name, CancellationToken cancellationToken)
    {
        if (walk.Lookup("material_source")?.Text is { } before && before != reference)
        {
            Forget(walk, before);
        }

        walk.Set("material_source", FlowValue.Of(reference));
        return await ReadAsync(walk, step, reference, name, cancellationToken);
    }

    private async ValueTask<bool> ReadAsync(FlowWalk walk, Step step, string reference, string name, CancellationToken cancellationToken)
    {
        var result = await desk.TableAsync(walk, reference, name, cancellationToken);
        if (result?.Refusal is { Code: "tables.unknown-columns" } && result.Unknown is [var unknown, ..])
        {
            // Only columns that nobody knows: one of them may be all that it takes.
            walk.Set("unknown_column", FlowValue.Of(unknown.Header));
            walk.AskBack(Column, walk.T("reading.column.ask", ("column", unknown.Header)), columns.Options(walk, []), name);
            return false;
        }

        if (result?.Table is not { } table)
        {
            walk.Say(result?.Refusal is { } refusal ? walk.T(refusal) : walk.T("reading.gone"), joinNext: true);
            Forget(walk, reference);
            return false;
        }

        if (walk.Lookup(TableAnswers.Same) is null && await past.LatestAsync(walk.Talk, table, cancellationToken) is { } last)
        {
            AskSame(walk, last, name);
            return false;
        }

        if (table.Questions.FirstOrDefault(q => q.Options.Count > 0 && (q.Assumed is null || q.Code == "which-table") && !TableAnswers.Knows(walk, q.Code)) is { } question)
        {
            var asked = walk.T("tables.question." + question.Code, QuestionValues.Of(question));
            walk.AskBack(Doubt + question.Code, asked, [.. question.Options.Select((o, i) => new PendingOption(i < question.Names.Count ? question.Names[i] : OptionLabel(walk, o), FlowValue.Of(o)))], name);
            return false;
        }

        // The name of a file, or the figures as they were typed so that one of them can be corrected; never a pasted table.
        walk.Keep(step, Material.FileOf(reference) is not null && name.Contains('\n', StringComparison.Ordinal) ? walk.T("reading.pasted") : name, FlowValue.Of(table.Source));
        walk.Set("compare_before", walk.Lookup("compare_before") ?? FlowValue.Of("whole"));
        _echo.Tell(walk, ReadTable.Read(table, await desk.OptionsAsync(walk, CompareMode.Whole, cancellationToken)));
        return true;
    }

    private static void AskSame(FlowWalk walk, PastReading last, string name)
    {
        var day = walk.Talk.DayOf(last.At);
        var asked = walk.T("reading.same.ask", ("day", day), ("recent", walk.Talk.Today.DayNumber - day.DayNumber < 7), ("today", day == walk.Talk.Today),
            ("compare", walk.Word($"compare.choices.{last.Compare}")), ("metric", last.Metric is { } metric ? walk.T($"kpis.{metric}.name") : null));
        walk.AskBack(SameAgain, asked, [new PendingOption(walk.T("reading.same.yes"), FlowValue.Of(last.Id.ToString("N"))), new PendingOption(walk.T("reading.same.no"), FlowValue.Of(No))], name);
    }

    private async ValueTask SettleSameAsync(FlowWalk walk, string which, CancellationToken cancellationToken)
    {
        walk.Set(TableAnswers.Same, FlowValue.Of(which));
        if (Guid.TryParse(which, CultureInfo.InvariantCulture, out var id) && await past.FindAsync(walk.Talk, id, cancellationToken) is { } last)
        {
            TableAnswers.Repeat(walk, PastReadings.AnswersOf(last));
            walk.Set("compare_before", FlowValue.Of(last.Compare));
        }
    }

    private static void Forget(FlowWalk walk, string reference)
    {
        if (Material.FileOf(reference) is { } id)
        {
            walk.Release(id);
        }

        foreach (var name in TableAnswers.Names.Prepend("material_source").Append("compare_before"))
        {
            walk.Set(name, null);
        }
    }

    private string OptionLabel(FlowWalk walk, string option) =>
        texts.Has(walk.Voice.Locale, "tables.option." + option) ? walk.T("tables.option." + option)
        : int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? walk.T("reading.table-number", ("n", (double)n)) : option;
}
