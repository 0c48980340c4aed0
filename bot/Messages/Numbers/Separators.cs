using System.Globalization;

namespace MentorBot.Messages;

/// <summary>Which of '.' and ',' is the decimal mark in digits as people type them.</summary>
internal static class Separators
{
    /// <param name="Decimal">The mark that is certainly decimal here, when the digits tell: evidence for their neighbours.</param>
    /// <param name="Open">The one mark of "1,234", which may group or be decimal; null when the digits decide.</param>
    internal readonly record struct Marks(char? Decimal, char? Open);

    public static Marks Look(string digits)
    {
        var last = digits.LastIndexOfAny(['.', ',']);
        if (last < 0)
        {
            return default;
        }

        var mark = digits[last];
        var other = mark == '.' ? ',' : '.';
        if (digits.Contains(other, StringComparison.Ordinal))
        {
            return new(mark, null);
        }

        if (digits.IndexOf(mark, StringComparison.Ordinal) != last)
        {
            return new(other, null);
        }

        var grouped = digits.AsSpan(0, last).ContainsAnyExceptInRange('0', '9');
        var canGroup = !grouped && digits.Length - last == 4 && last is >= 1 and <= 3 && digits[0] != '0';
        return canGroup ? new(null, mark) : new(mark, null);
    }

    /// <param name="decimalMark">The mark taken as decimal; every other separator groups.</param>
    /// <returns>Infinity when the digits are beyond a double.</returns>
    public static double Parse(string digits, char? decimalMark)
    {
        Span<char> plain = stackalloc char[64];
        var length = 0;
        foreach (var c in digits)
        {
            if (length < plain.Length && (char.IsAsciiDigit(c) || c == decimalMark))
            {
                plain[length++] = c == decimalMark ? '.' : c;
            }
        }

        return digits.Length > plain.Length ? double.PositiveInfinity : double.Parse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}
