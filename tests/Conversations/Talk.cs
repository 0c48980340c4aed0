using System.Text;

namespace MentorBot.Tests.Conversations;

/// <summary>
/// A whole talk as text, both sides. "who> …" is what a person does: a text, "/file NAME" (an example export), "[Label]" or "[2]" (a press). "+ 3 days" lets time pass.
/// Every other line is the mentor's, exactly as a plain channel shows it; a blank line parts two messages.
/// </summary>
internal sealed record Talk(string Path, string Person, IReadOnlyList<string> Header, IReadOnlyList<TalkStep> Steps)
{
    public static Talk Read(string path)
    {
        var steps = new List<TalkStep>();
        var header = new List<string>();
        var expected = new StringBuilder();
        var person = "";
        string? action = null;
        void Close()
        {
            if (action is not null)
            {
                steps.Add(new TalkStep(action, expected.ToString().Trim('\n')));
            }

            expected.Clear();
        }

        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith('#') && action is null)
            {
                header.Add(line);
                person = line.StartsWith("# as ", StringComparison.Ordinal) ? line[5..].Trim() : person;
            }
            else if (TalkStep.IsAction(line, person))
            {
                Close();
                action = line;
            }
            else
            {
                expected.Append(line).Append('\n');
            }
        }

        Close();
        return new Talk(path, person, header, steps);
    }

    public string Write(IEnumerable<string> said) =>
        string.Join('\n', Header) + "\n\n" + string.Join("\n\n", Steps.Zip(said, (step, text) => $"{step.Action}\n\n{text}".TrimEnd())) + "\n";
}

/// <param name="Action">The line as written.</param>
/// <param name="Expected">What the mentor says until the next action.</param>
internal sealed record TalkStep(string Action, string Expected)
{
    public static bool IsAction(string line, string person) => line.StartsWith("+ ", StringComparison.Ordinal) || line.StartsWith($"{person}>", StringComparison.Ordinal);

    /// <summary>What is sent; null when the line only lets time pass.</summary>
    public string? Sent => Action.StartsWith('+') ? null : Action[(Action.IndexOf('>', StringComparison.Ordinal) + 1)..].Trim();

    public TimeSpan Wait => Sent is not null ? TimeSpan.Zero : Action.Split(' ') switch
    {
        [_, var n, "day" or "days"] => TimeSpan.FromDays(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)),
        [_, var n, "hour" or "hours"] => TimeSpan.FromHours(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new FormatException($"'{Action}' is neither days nor hours."),
    };
}
