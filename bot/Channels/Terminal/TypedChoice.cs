using System.Globalization;
using MentorBot.Messages;

namespace MentorBot.Channels.Terminal;

/// <summary>On the terminal a number or a label stands for a press.</summary>
internal static class TypedChoice
{
    /// <returns>Null when the line is a text of its own.</returns>
    public static Choice? Find(ChoicesPart? choices, string line)
    {
        if (choices is null || choices.Many)
        {
            return null;
        }

        return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= choices.Choices.Count
            ? choices.Choices[n - 1]
            : choices.Choices.FirstOrDefault(c => string.Equals(c.Label, line, StringComparison.OrdinalIgnoreCase));
    }
}
