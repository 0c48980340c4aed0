using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>
/// Today's conversion rate: a rate ("3 %"), counts ("312 sur 9 800"), a pasted table or an upload; with its Wilson range where the counts are known. The upload goes at once.
/// Makes known, beside itself: baseline_cases, baseline_users, baseline_low, baseline_high, weekly_seen.
/// </summary>
internal sealed class BaselineKind(Material material, TableReader tables) : IQuestionKind
{
    private const double DoubtfulRate = .4;

    public string Kind => "offer-baseline";

    public StepShape Shape(Step step) => new()
    {
        IsQuestion = true,
        Words = ["label", "ask", "retry", "read", "typed", "visits", "no-rate", "doubt", .. MeanBaseline.Words],
        Writes = ["baseline_cases", "baseline_users", "baseline_low", "baseline_high", "weekly_seen", .. MeanBaseline.Writes],
    };

    public bool TakesFile(Step step) => true;

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => [new TextPart(walk.Word(step, "ask") ?? "")];

    public async ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        switch (input)
        {
            case FlowInput.Settled { Value: null }:
                return false;
            case FlowInput.Settled { Value.Number: { } rate } settled:
                return Keep(walk, step, settled.Raw, rate, null);
            case FlowInput.Uploaded { File: { FileId: { } id } file }:
                return await TakeFileAsync(walk, step, id, file.Name, cancellationToken);
            case FlowInput.Typed typed when Material.IsTable(typed.Text) && Typed(walk, typed.Text) is { } pasted:
                walk.WithdrawWords(walk.T("reading.pasted"));
                return Take(walk, step, pasted, walk.T("reading.pasted"));
            case FlowInput.Typed typed:
                return Type(walk, step, typed.Text);
            default:
                return Refuse(walk, step, "retry");
        }
    }

    private async ValueTask<bool> TakeFileAsync(FlowWalk walk, Step step, Guid id, string name, CancellationToken cancellationToken)
    {
        var options = new ReadOptions { Today = walk.Talk.Today };
        var result = await material.ReadAsync(Material.OfFile(id), name, walk.Voice.Locale, options, cancellationToken);
        if (MeanBaseline.MeaningsFor(walk, result?.Table) is { } meanings)
        {
            result = await material.ReadAsync(Material.OfFile(id), name, walk.Voice.Locale, options with { Meanings = meanings }, cancellationToken);
        }

        walk.Release(id);
        return result is null ? Refuse(walk, step, "retry") : Take(walk, step, result, name);
    }

    private TableResult? Typed(FlowWalk walk, string text) => tables.ReadTyped(text, walk.Voice.Locale, new ReadOptions { Today = walk.Talk.Today, MaxBytes = material.MaxBytes });

    private static bool Take(FlowWalk walk, Step step, TableResult result, string raw)
    {
        if (result.Table is not { } table)
        {
            walk.Say(walk.T(result.Refusal!), joinNext: true);
            return false;
        }

        return MeanBaseline.Take(walk, step, table, raw) ?? (BaselineTable.Of(table) is { } read ? Keep(walk, step, raw, read.Conversions / read.Users, read) : Refuse(walk, step, "no-rate"));
    }

    private bool Type(FlowWalk walk, Step step, string text)
    {
        if (MeanBaseline.Type(walk, step, text) is { } answered)
        {
            return answered;
        }

        var figures = NumberReader.FindAll(text, walk.Voice.Locale).Where(f => f.Unit != FigureUnit.Money && f.Value > 0).ToList();
        var counts = figures.Where(f => f.Unit == FigureUnit.Count).Select(f => f.Value ?? 0).ToList();
        var percents = figures.Where(f => f.Unit == FigureUnit.Percent).Select(f => f.Value ?? 0).ToList();
        return (counts, percents) switch
        {
            ([var a, var b], _) when a != b => Keep(walk, step, text, Math.Min(a, b) / Math.Max(a, b), new BaselineTable(Math.Min(a, b), Math.Max(a, b), false, null)),
            ([var n], [var p]) when n > 1 => Keep(walk, step, text, p, new BaselineTable(Math.Round(p * n), n, false, null)),
            (_, [var p]) => Keep(walk, step, text, p, null),
            _ when Typed(walk, text) is { Table: { } table } && BaselineTable.Of(table) is { } read => Keep(walk, step, text, read.Conversions / read.Users, read),
            _ => Bare(walk, step, text),
        };
    }

    /// <summary>"3" is 3 %; "0,3" may be 0.3 % or 30 %, and is asked about.</summary>
    private static bool Bare(FlowWalk walk, Step step, string text)
    {
        var readings = NumberReader.ReadPercent(text, walk.Voice.Locale).Readings.Where(p => p is > 0 and < 1).ToList();
        if (readings.Count > 1)
        {
            walk.AskBack("readings", walk.T("coaching.flow.which-reading"), [.. readings.Select(r => new PendingOption(walk.Show(FlowValue.Of(r, "%")), FlowValue.Of(r, "%")))], text);
            return false;
        }

        return readings.Count == 1 ? Keep(walk, step, text, readings[0], null, doubt: true) : Refuse(walk, step, "retry");
    }

    private static bool Keep(FlowWalk walk, Step step, string raw, double rate, BaselineTable? counted, bool doubt = false)
    {
        if (!(rate > 0 && rate < 1))
        {
            return Refuse(walk, step, "retry");
        }

        if (doubt && rate > DoubtfulRate)
        {
            var shown = FlowValue.Of(rate, "%");
            walk.AskBack("doubt", walk.Word(step, "doubt") ?? "", [new PendingOption(walk.Show(shown), shown), new PendingOption(walk.T("coaching.flow.doubt-wrong"), null)], raw);
            return false;
        }

        MeanBaseline.Forget(walk);
        var range = counted is null ? (Interval?)null : Proportions.Wilson(counted.Conversions, counted.Users);
        Sentences.Number(walk, "baseline_cases", counted?.Conversions);
        Sentences.Number(walk, "baseline_users", counted?.Users);
        Sentences.Number(walk, "baseline_low", range?.Low, "%");
        Sentences.Number(walk, "baseline_high", range?.High, "%");
        Sentences.Number(walk, "weekly_seen", counted?.Weekly is { } weekly ? Math.Round(weekly) : null);
        walk.Keep(step, raw, FlowValue.Of(rate, "%"));
        walk.Say(walk.Word(step, counted is null ? "typed" : "read") ?? "", joinNext: true);
        if (counted is { Visits: true })
        {
            walk.Say(walk.Word(step, "visits") ?? "", joinNext: true);
        }

        return true;
    }

    private static bool Refuse(FlowWalk walk, Step step, string word)
    {
        walk.Say(walk.Word(step, word) ?? "", joinNext: true);
        return false;
    }
}
