using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>Typed words to values, per input; and what a value may not be.</summary>
internal static class AnswerReader
{
    public static readonly IReadOnlyList<string> Inputs = ["choice", "many", "number", "money", "percent", "date", "text", "file"];

    /// <returns>Every way to read it, likeliest first; empty when there is none. Two are asked about, never guessed.</returns>
    public static IReadOnlyList<FlowValue> Read(string input, string text, FlowWalk walk, Step step)
    {
        var locale = walk.Voice.Locale;
        return input switch
        {
            "number" when Unit(walk, step) is { } percent and "%" => [.. NumberReader.ReadPercent(text, locale).Readings.Select(p => FlowValue.Of(p, percent))],
            "number" => [.. NumberReader.ReadNumber(text, locale).Readings.Select(n => FlowValue.Of(n, Unit(walk, step)))],
            "money" => [.. NumberReader.ReadMoney(text, locale).Readings.Select(m => FlowValue.Of(m.Amount, m.Currency ?? Unit(walk, step) ?? ""))],
            "percent" => [.. NumberReader.ReadPercent(text, locale).Readings.Select(p => FlowValue.Of(p, "%"))],
            "date" => [.. NumberReader.ReadDate(text, locale, walk.Talk.Today).Readings.Select(FlowValue.Of)],
            "text" when text.Length > 0 => [FlowValue.Of(text)],
            _ => [],
        };
    }

    /// <returns>A sentence that says why not; null when the value is fine.</returns>
    public static string? Refused(FlowValue value, Step step, FlowWalk walk)
    {
        if (value.Number is { } n && ((step.Number("min") is { } min && n < min) || (step.Number("max") is { } max && n > max)))
        {
            return walk.T("coaching.retry.range", ("low", step.Number("min")), ("high", step.Number("max")));
        }

        if (value.Date is { } date && step.Text("future") == "true" && date <= walk.Talk.Today)
        {
            return walk.T("coaching.retry.past", ("date", date));
        }

        return value.Text is { } text && step.Text("input") == "text" && text.Length < step.Number("min_length") ? walk.T("coaching.retry.short") : null;
    }

    /// <summary><c>unit</c> is an ISO currency, '%', or the name of a value that holds one.</summary>
    /// <summary>A unit itself is short ("EUR", "%", "s"); anything longer is the name of what holds it, and a name that holds nothing is no unit.</summary>
    private static string? Unit(FlowWalk walk, Step step) =>
        step.Text("unit") is not { } unit ? null
        : walk.Lookup(unit) is { } known ? known.Text ?? known.Unit
        : unit.Length <= 3 ? unit : null;
}
