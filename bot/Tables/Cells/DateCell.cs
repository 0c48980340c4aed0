using System.Buffers;
using System.Globalization;

namespace MentorBot.Tables;

internal enum DateKind
{
    Missing,
    Exact,

    /// <summary>Two numbers and a year: which is the day, the column must say.</summary>
    Slashed,

    /// <summary>A day and a month, no year.</summary>
    YearLess,
    Unreadable,
}

/// <param name="First">For slashed dates: the first number; for a date without a year: the month.</param>
/// <param name="Second">For slashed dates: the second number; for a date without a year: the day.</param>
/// <param name="End">Last day of a range, "1 sept. 2026 - 2 sept. 2026".</param>
internal readonly record struct DateCell(DateKind Kind, DateOnly Day, int First, int Second, int Year, DateOnly? End, bool IsMonth)
{
    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789/-.:TZ+ ");
    private static readonly DateCell Missing = new(DateKind.Missing, default, 0, 0, 0, null, false);
    private static readonly DateCell Unreadable = new(DateKind.Unreadable, default, 0, 0, 0, null, false);

    public static DateCell Read(ReadOnlySpan<char> cell)
    {
        var text = cell.Trim().Trim('"');
        if (MissingCell.Is(text))
        {
            return Missing;
        }

        if (text.Length > 60)
        {
            return Unreadable;
        }

        text = WithoutTime(text);
        return text.IndexOfAnyExceptInRange('0', '9') < 0 ? Packed(text)
            : RangeOf(text) is { } range ? range
            : text.IndexOfAnyExcept(Numeric) < 0 ? Numbers(text)
            : Words(text);
    }

    /// <summary>"Sep 01, 2026 10:00 am", "1 sept. 2026 à 10:00": the time of day says nothing about the day.</summary>
    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        var space = colon < 0 ? -1 : text[..colon].LastIndexOf(' ');
        if (space <= 0 || colon - space > 3 || text[..space].IndexOfAnyInRange('0', '9') < 0)
        {
            return text;
        }

        var day = text[..space].TrimEnd(" ,");
        return day.EndsWith(" à") || day.EndsWith(" at") ? day[..day.LastIndexOf(' ')].TrimEnd() : day;
    }

    /// <summary>Two dates around a dash. Null when the text is one date or none.</summary>
    private static DateCell? RangeOf(ReadOnlySpan<char> text)
    {
        if (text.Length == 17 && text[8] is '-' or '\u2013')
        {
            return Between(text[..8], text[9..]);
        }

        var at = text.IndexOf(" - ");
        at = at < 0 ? text.IndexOf(" \u2013 ") : at;
        return at < 0 ? null : Between(text[..at], text[(at + 3)..]);
    }

    private static DateCell? Between(ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        var (first, last) = (Read(from), Read(to));
        return first.Kind == DateKind.Exact && last.Kind == DateKind.Exact && last.Day >= first.Day ? first with { End = last.Day } : null;
    }

    private static DateCell Packed(ReadOnlySpan<char> digits)
    {
        var n = digits.Length <= 8 ? int.Parse(digits, CultureInfo.InvariantCulture) : -1;
        return digits.Length switch
        {
            8 => Exact(n / 10000, n / 100 % 100, n % 100),
            6 => Exact(n / 100, n % 100, 1) with { IsMonth = true },

            // An Excel serial between 2000 and 2099.
            5 when n is >= 36526 and < 73051 => Of(new DateOnly(1899, 12, 30).AddDays(n)),
            _ => Unreadable,
        };
    }

    private static DateCell Numbers(ReadOnlySpan<char> text)
    {
        // The time of day says nothing about the day.
        var end = text.IndexOfAny('T', ' ');
        var date = end < 0 ? text : text[..end];
        if (end >= 0 && text[(end + 1)..].IndexOf(':') < 0)
        {
            return Unreadable;
        }

        Span<Range> parts = stackalloc Range[4];
        var sign = date.IndexOfAny('/', '-', '.') is var at and >= 0 ? date[at] : '/';
        var count = date.Split(parts, sign);
        if (count == 2 && Int(date[parts[0]]) is var y and > 1900 && Int(date[parts[1]]) is var m and > 0)
        {
            return Exact(y, m, 1) with { IsMonth = true };
        }

        if (count != 3 || Int(date[parts[0]]) is not (> 0 and var a) || Int(date[parts[1]]) is not (> 0 and var b) || Int(date[parts[2]]) is not (> 0 and var c))
        {
            return Unreadable;
        }

        if (a > 1900)
        {
            return Exact(a, b, c);
        }

        var year = c < 100 ? 2000 + c : c;
        return year is < 1900 or > 2100 || a > 31 || b > 31 ? Unreadable
            : sign == '.' ? Exact(year, b, a)
            : a == b ? Exact(year, a, b)
            : new DateCell(DateKind.Slashed, default, a, b, year, null, false);
    }

    private static DateCell Words(ReadOnlySpan<char> text)
    {
        var (month, day, year) = (0, 0, 0);
        foreach (var range in text.SplitAny(" \u00A0\u202F,.-/"))
        {
            var word = text[range];
            if (word.IsEmpty)
            {
                continue;
            }

            var number = Int(word is [.. var d, 'e', 'r'] ? d : word is [.. var o, 's' or 'n' or 'r' or 't', 't' or 'd' or 'h'] ? o : word);
            if (number > 1900)
            {
                year = number;
            }
            else if (number is > 0 and <= 31)
            {
                day = day == 0 ? number : 99;
            }
            else if (MonthNames.Month(word) is > 0 and var named)
            {
                // "mar. 1 sept.": the last one named, because "mar" is Tuesday too.
                month = named;
            }
            else if (!MonthNames.IsWeekday(word))
            {
                return Unreadable;
            }
        }

        return month == 0 || day > 31 || day == 0 && year == 0 ? Unreadable
            : year == 0 ? new DateCell(DateKind.YearLess, default, month, day, 0, null, false)
            : Exact(year, month, day == 0 ? 1 : day) with { IsMonth = day == 0 };
    }

    private static DateCell Exact(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? Of(new DateOnly(year, month, day)) : Unreadable;

    private static DateCell Of(DateOnly day) => new(DateKind.Exact, day, 0, 0, 0, null, false);

    private static int Int(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
}
