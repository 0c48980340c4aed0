using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MentorBot.Messages;

/// <summary>Dates as written or said in French and English. A day without a year is the nearest one ahead, or behind when the question is about the past.</summary>
internal static partial class DateReader
{
    /// <param name="today">In the person's own zone.</param>
    /// <param name="past">The question asks for a day gone by ("since when?").</param>
    /// <returns>Several readings for "3/11" in English, "next Friday" early in a week, and the like.</returns>
    public static Typed<DateOnly> Read(string text, string locale, DateOnly today, bool past = false)
    {
        var plain = Plain(text);
        var written = Written(plain, locale, today, past);
        return written.Readings.Count > 0 ? written : SpokenDates.Read(plain, locale, today, past);
    }

    private static Typed<DateOnly> Written(string text, string locale, DateOnly today, bool past)
    {
        if (Iso().Match(text) is { Success: true } iso)
        {
            return Dates([Day(Int(iso, "y"), Int(iso, "m"), Int(iso, "d"))]);
        }

        if (Named(text) is { } named)
        {
            return Dates([WithYear(named.Year, named.Month, named.Day, today, past)]);
        }

        if (Numeric(text, locale) is not { } numeric)
        {
            return Typed<DateOnly>.Nothing;
        }

        var (first, second, year) = (Int(numeric, "a"), Int(numeric, "b"), Year(numeric));
        var dayFirst = WithYear(year, second, first, today, past);
        var monthFirst = WithYear(year, first, second, today, past);
        return locale == Locales.French ? Dates([dayFirst ?? monthFirst]) : Dates([dayFirst, monthFirst]);
    }

    private static (int? Year, int Month, int Day)? Named(string text)
    {
        foreach (Match match in DayMonth().Matches(text).Concat(MonthDay().Matches(text)))
        {
            if (MonthNames.Number(match.Groups["month"].Value) is { } month)
            {
                return (Year(match), month, Int(match, "d"));
            }
        }

        return null;
    }

    /// <summary>"3.11" is a date in French only; in English it is a number unless a year follows.</summary>
    private static Match? Numeric(string text, string locale) => Slashed().Matches(text)
        .FirstOrDefault(m => m.Groups["mark"].Value == "/" || m.Groups["y"].Success || (locale == Locales.French && text.Trim().Length == m.Length));

    private static int? Year(Match match) => match.Groups["y"] is { Success: true } y
        ? int.Parse(y.Value, CultureInfo.InvariantCulture) is var n && n < 100 ? 2000 + n : n
        : null;

    internal static DateOnly? WithYear(int? year, int month, int day, DateOnly today, bool past)
    {
        if (year is { } known)
        {
            return Day(known, month, day);
        }

        // Eight years always hold a 29 February.
        for (var i = 0; i <= 8; i++)
        {
            if (Day(past ? today.Year - i : today.Year + i, month, day) is { } date && (past ? date <= today : date >= today))
            {
                return date;
            }
        }

        return null;
    }

    internal static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    internal static Typed<DateOnly> Dates(IEnumerable<DateOnly?> readings, bool approximate = false) => Typed<DateOnly>.Any(readings.OfType<DateOnly>(), approximate);

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>Lower case, no accents, plain spaces and apostrophes.</summary>
    private static string Plain(string text)
    {
        var kept = SoundText.Decomposed(text, NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Concat(kept.Select(c => c is '\u2019' ? '\'' : char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c)));
    }

    [GeneratedRegex(@"(?<!\d)(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\d/.,])(?<a>[0-9]{1,2})(?<mark>[-/.])(?<b>[0-9]{1,2})(?:\k<mark>(?<y>[0-9]{4}|[0-9]{2}))?(?![\d/]|[.,]\d)")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<!\d)(?<d>[0-9]{1,2})(?:er|st|nd|rd|th)? ?(?:of |-)?(?<month>[a-z]{3,9})\.?(?:,? ?(?<y>20[0-9]{2}))?(?![a-z\d])")]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b(?<month>[a-z]{3,9})\.? (?:the )?(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:,? (?<y>20[0-9]{2}))?(?![\d/:]|[.,]\d| ?%)")]
    private static partial Regex MonthDay();
}
