using System.Text.RegularExpressions;
using MentorBot.Coaching;

namespace MentorBot.Campaigns;

/// <summary>Words around figures.</summary>
internal static partial class FigureWords
{
    private const int LongestStem = 5;

    public static List<string> Split(string text) => [.. ChoiceMatcher.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    public static bool StartWith(IEnumerable<string> words, IReadOnlyList<string> stems) => LengthOf(words, stems) > 0;

    /// <summary>Words of the longest stem that these words begin with, 0 when none; a stem may be several words, and one of one or two letters is the whole word.</summary>
    public static int LengthOf(IEnumerable<string> words, IReadOnlyList<string> stems)
    {
        var said = string.Join(' ', words.Take(LongestStem)) + " ";
        return stems.Select(ChoiceMatcher.Fold).Where(s => said.StartsWith(s.Length > 2 ? s : s + " ", StringComparison.Ordinal)).Select(s => s.Split(' ').Length).DefaultIfEmpty().Max();
    }

    /// <summary>"30j" is written apart, so that the figure is one.</summary>
    public static string Apart(string text) => Glued().Replace(text, "$1 $2");

    [GeneratedRegex(@"(\d)(j|d|sem|w)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Glued();

    /// <summary>A word, with the one or two after it as its unit.</summary>
    [GeneratedRegex(@"\b(?<number>[\p{L}-]+)(?=\s+(?<unit>\p{L}+(?:\s\p{L}+)?))")]
    public static partial Regex Lettered();
}
