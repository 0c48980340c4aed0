using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>
/// Takes an export, a pasted table, typed figures or an example; refuses with a sentence and asks again; asks once what the file leaves undecided; then echoes what was
/// read and makes the main metric known: main, main_id, main_total, period_from, period_to, days, partial_days, rows, definition, arithmetic.
/// </summary>
internal sealed class TableKind(Material material, Texts texts, Examples examples) : IQuestionKind
{
    private const string Doubt = "table:";

    private readonly ReadoutReport _report = new(texts);
    private readonly ReadoutChart _chart = new(texts);
    private readonly ReadoutArithmetic _arithmetic = new(texts);

    public string Kind => "table";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask"],
        Writes = ["material_source", "main", "main_code", "main_total", "period_from", "period_to", "days", "partial_days", "rows", "definition", "arithmetic", "file_finding"],
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
            case FlowInput.Uploaded { File.FileId: null }:
                walk.Say(walk.T("tables.too-large", ("limitMb", (double)material.MaxBytes / 1024 / 1024)), joinNext: true);
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

                return await TakeAsync(walk, step, await material.OfTextAsync(walk.Talk, typed.Text, cancellationToken), typed.Text, cancellationToken);
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
        var result = await material.ReadAsync(reference, name, walk.Voice.Locale, TableAnswers.Options(walk), cancellationToken);
        if (result?.Table is not { } table)
        {
            walk.Say(result?.Refusal is { } refusal ? walk.T(refusal) : walk.T("reading.gone"), joinNext: true);
            Forget(walk, reference);
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
        Tell(walk, ReadTable.Read(table, new ReadoutOptions(walk.Talk.Today, Country: walk.Talk.Country)));
        return true;
    }

    private void Tell(FlowWalk walk, Readout readout)
    {
        var main = readout.MainMetric;
        var total = readout.Metrics.FirstOrDefault(m => m.Id == main);
        walk.Set("main_code", main is null ? null : FlowValue.Of(main));
        walk.Set("main", main is null ? null : FlowValue.Of(texts.Has(walk.Voice.Locale, $"kpis.{main}.name") ? $"@kpis.{main}.name" : main));
        walk.Set("definition", main is not null && texts.Has(walk.Voice.Locale, $"kpis.{main}.formula") ? FlowValue.Of($"@kpis.{main}.formula") : null);
        walk.Set("main_total", total?.Total is { } value ? FlowValue.Of(value, Units.Of(total.Unit, readout.Table.Currency)) : null);
        walk.Set("arithmetic", main is not null && _arithmetic.OfTotal(readout, main, walk.Voice) is { Count: > 0 } lines ? FlowValue.Of(string.Join("\n", lines)) : null);
        walk.Set("period_from", readout.Period is { } p ? FlowValue.Of(p.From) : null);
        walk.Set("period_to", readout.Period is { } q ? FlowValue.Of(q.To) : null);
        walk.Set("days", readout.Period is { } d ? FlowValue.Of(d.Days) : null);
        walk.Set("partial_days", readout.Period is { PartialDays.Count: > 0 } partial ? FlowValue.Of(string.Join(", ", partial.PartialDays.Select(NumberWriter.For(walk.Voice.Locale).ShortDate))) : null);
        walk.Set("rows", FlowValue.Of(readout.Table.RowCount));

        // What is wrong with the file itself is worth saying at once; what the figures mean waits for the person's own reading.
        var file = readout.Findings.Where(f => FileFindings.Has(f) && f.Severity > Severity.Info).ToList();
        walk.Set("file_finding", file.Count > 0 ? FlowValue.Of(file[0].Code) : null);
        var chart = _chart.Plain(readout, walk.Voice);
        walk.Say(
            [_report.Echo(readout, walk.Voice), .. file.Take(2).Select(f => _report.Finding(readout, f, walk.Voice)), .. chart is null ? Array.Empty<MessagePart>() : [new ChartPart(chart)]],
            joinNext: file.Count == 0);
    }

    private static void Forget(FlowWalk walk, string reference)
    {
        if (Material.FileOf(reference) is { } id)
        {
            walk.Release(id);
        }

        foreach (var name in TableAnswers.Names.Prepend("material_source"))
        {
            walk.Set(name, null);
        }
    }

    private string OptionLabel(FlowWalk walk, string option) =>
        texts.Has(walk.Voice.Locale, "tables.option." + option) ? walk.T("tables.option." + option)
        : int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? walk.T("reading.table-number", ("n", (double)n)) : option;
}
