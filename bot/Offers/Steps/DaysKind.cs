using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>Days to leave out: "12 October", "from 12 to 14 October", "12, 15 and 16". The answer is the list of days, ISO.</summary>
internal sealed class DaysKind : IQuestionKind
{
    private const int LongestStretch = 60;

    public string Kind => "offer-days";

    public StepShape Shape(Step step) => new() { IsQuestion = true, Words = ["label", "ask", "retry"] };

    public static IReadOnlyList<DateOnly> Days(FlowWalk walk, string name) =>
        [.. (walk.Lookup(name)?.List ?? []).Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture))];

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StepResult>(walk.AnswerTo(step) is null ? new StepResult.Ask() : new StepResult.Go());

    public IReadOnlyList<MessagePart> Ask(FlowWalk walk, Step step) => [new TextPart(walk.Word(step, "ask") ?? "")];

    public ValueTask<bool> AnswerAsync(FlowWalk walk, Step step, FlowInput input, CancellationToken cancellationToken)
    {
        var days = input is FlowInput.Typed typed ? Read(walk, step, typed.Text) : [];
        if (days.Count == 0 || input is not FlowInput.Typed { Text: var raw })
        {
            walk.Say(walk.Word(step, "retry") ?? "", joinNext: true);
            return ValueTask.FromResult(false);
        }

        walk.Keep(step, raw, FlowValue.Of([.. days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]));
        return ValueTask.FromResult(true);
    }

    /// <summary>Every part read as a date of the past; a joining word between two of them makes the stretch.</summary>
    private static List<DateOnly> Read(FlowWalk walk, Step step, string text)
    {
        var joins = walk.Flow.In(walk.Voice).List($"{step.Id}.to");
        var found = new SortedSet<DateOnly>();
        foreach (var part in text.Split([',', ';', '\n', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (at, length) = joins.Select(j => (At: part.IndexOf($" {j} ", StringComparison.OrdinalIgnoreCase), Length: j.Length + 2)).FirstOrDefault(j => j.At > 0);
            if (at <= 0)
            {
                found.UnionWith(One(walk, part) is { } day ? [day] : []);
                continue;
            }

            var last = One(walk, part[(at + length)..]);
            var first = One(walk, part[..at]) ?? (last is { } end && NumberReader.FindAll(part[..at], walk.Voice.Locale) is [{ Value: >= 1 and <= 31 and var n }] && (int)n <= end.Day ? new DateOnly(end.Year, end.Month, (int)n) : null);
            if (first is { } a && last is { } b && b >= a && b.DayNumber - a.DayNumber <= LongestStretch)
            {
                found.UnionWith(Enumerable.Range(0, b.DayNumber - a.DayNumber + 1).Select(a.AddDays));
            }
        }

        return [.. found];
    }

    private static DateOnly? One(FlowWalk walk, string text) => NumberReader.ReadDate(text, walk.Voice.Locale, walk.Talk.Today, past: true).Value;
}
