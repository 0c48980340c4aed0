using System.Text.RegularExpressions;

namespace MentorBot.Tables;

/// <summary>A post's title or description as a label short enough to find it again: its first words, without names of accounts, links or numbers to call.</summary>
internal static partial class PostLabel
{
    public const string Key = "post_title";

    private const int Longest = 48;

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, 6 * Longest)];
        var plain = Blanks().Replace(Unwanted().Replace(TextEncoding.Repair(head.ToString()), " "), " ").Trim();
        if (plain.Length <= Longest)
        {
            return plain;
        }

        var end = plain.LastIndexOf(' ', Longest);
        var cut = end > Longest / 2 ? end : char.IsHighSurrogate(plain[Longest - 1]) ? Longest - 1 : Longest;
        return plain[..cut].TrimEnd(' ', ',', ';', ':', '.', '-', '(') + "…";
    }

    [GeneratedRegex(@"@[\w.]+|https?://\S*|www\.\S*|\S+@\S+|\+?\d[\d .\-]{7,}\d")]
    private static partial Regex Unwanted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
