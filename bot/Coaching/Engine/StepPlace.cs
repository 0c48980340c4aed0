using System.Globalization;
using System.Text.RegularExpressions;

namespace MentorBot.Coaching;

/// <summary>"Étape 5", "the third question", "question n° 2": a question named by its place.</summary>
internal static partial class StepPlace
{
    /// <returns>From 1; null when no place is named.</returns>
    public static int? In(string words)
    {
        var folded = ChoiceMatcher.Fold(words);
        return int.TryParse(Numbered().Match(folded).Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : ChoiceMatcher.Ordinal(Ordered().Match(folded).Groups[1].Value);
    }

    [GeneratedRegex(@"\b(?:question|etape|step)\s+(?:(?:numero|number|n)\s+)?(\d{1,3})\b")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(\w+)\s+(?:question|etape|step)\b")]
    private static partial Regex Ordered();
}
