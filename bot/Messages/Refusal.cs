namespace MentorBot.Messages;

/// <summary>An expected "no": a value, never an exception. The sentence says what, where and what to do, and is looked up by code in the reader's language.</summary>
/// <param name="Code">Key of the sentence, for example "tables.empty-file".</param>
/// <param name="Values">What the sentence mentions: a line, a limit, a column.</param>
internal sealed record Refusal(string Code, IReadOnlyDictionary<string, object?> Values)
{
    public static Refusal Of(string code, params IEnumerable<(string Name, object? Value)> values) =>
        new(code, values.ToDictionary(v => v.Name, v => v.Value));
}
