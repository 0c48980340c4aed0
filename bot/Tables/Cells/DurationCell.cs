using System.Globalization;
using System.Text.RegularExpressions;

namespace MentorBot.Tables;

/// <summary>"0:00:34", "2h02", "1 min 23 s", "8.4s" in seconds.</summary>
internal static partial class DurationCell
{
    /// <returns>NaN when the text is no duration.</returns>
    public static double Seconds(ReadOnlySpan<char> cell)
    {
        var text = cell.Trim();
        if (text.IsEmpty || text.Length > 24 || !char.IsAsciiDigit(text[0]) || !text.ContainsAny(":hms"))
        {
            return double.NaN;
        }

        var match = Clock().Match(text.ToString());
        if (match.Success)
        {
            var (a, b, c) = (Value(match, 1), Value(match, 2), Value(match, 3));
            return match.Groups[3].Success ? a * 3600 + b * 60 + c : a * 60 + b;
        }

        match = Words().Match(text.ToString());
        return match.Success ? Value(match, 1) * 3600 + Value(match, 2) * 60 + Value(match, 3) : double.NaN;
    }

    private static double Value(Match match, int group) =>
        match.Groups[group].Success ? double.Parse(match.Groups[group].Value.Replace(',', '.'), CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(\d{1,5}):(\d{1,2})(?::(\d{1,2}))?$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?=\d)(?:(\d{1,5})\s*h\s*)?(?:(\d{1,5})\s*(?:m|min|mn)?\s*)?(?:(\d{1,5}(?:[.,]\d{1,3})?)\s*s(?:ec)?\s*)?$")]
    private static partial Regex Words();
}
