using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>What the sentence of a question about a file may mention, the same in the chat, on the command line and in JSON.</summary>
internal static class QuestionValues
{
    private const int MostNames = 8;

    public static IEnumerable<(string Name, object? Value)> Of(TableQuestion question) =>
    [
        ("column", question.Column),
        ("options", string.Join(", ", question.Options)),
        ("assumed", question.Assumed),
        ("tables", (double)question.Options.Count),
        ("names", string.Join(", ", question.Names.Take(MostNames).Select((n, i) => FormattableString.Invariant($"{i + 1}: {n}")))),
        ("first", question.Names.Count > 0 ? question.Names[0] : null),
    ];
}
