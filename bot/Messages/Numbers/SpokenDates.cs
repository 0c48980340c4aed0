using System.Globalization;
using System.Text.RegularExpressions;

namespace MentorBot.Messages;

/// <summary>"demain", "vendredi prochain", "in 2 weeks", "fin du mois", "le 12". Works on lower-case text without accents.</summary>
internal static partial class SpokenDates
{
    public static Typed<DateOnly> Read(string text, string locale, DateOnly today, bool past)
    {
        try
        {
            return Near(text, today) ?? Distance(text, today) ?? PartOfMonth(text, today, past) ?? Weekday(text, today, past) ?? PartOfPeriod(text, today)
                ?? DayOfMonth(text, locale, today, past) ?? Typed<DateOnly>.Nothing;
        }
        catch (ArgumentOutOfRangeException)
        {
            // Beyond the calendar ("in 99999999 weeks").
            return Typed<DateOnly>.Nothing;
        }
    }

    private static Typed<DateOnly>? Near(string text, DateOnly today) => NearWords().Match(text) is { Success: true } match
        ? Typed<DateOnly>.One(today.AddDays(match.Value switch
        {
            "apres-demain" or "apres demain" or "day after tomorrow" => 2,
            "avant-hier" or "avant hier" or "day before yesterday" => -2,
            "hier" or "yesterday" => -1,
            "demain" or "tomorrow" or "tmrw" => 1,
            _ => 0,
        }))
        : null;

    private static Typed<DateOnly>? Distance(string text, DateOnly today)
    {
        if (Away().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var said = match.Groups["n"].Value;
        var unit = match.Groups["unit"].Value;
        // "huit jours" is a week and "quinze jours" a fortnight; only the words, never the digits.
        var number = (said, unit) switch
        {
            ("huit", "jours") => 7,
            ("quinze", "jours") => 14,
            _ => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : NumberWords.Read(said).Value ?? 1,
        };
        var count = (int)Math.Min(number, int.MaxValue / 31) * (match.Groups["ago"].Success || match.Groups["back"].Success ? -1 : 1);
        var approximate = said is "quelques" or "few" or "couple of" or "a few" or "a couple of";
        count = approximate ? Math.Sign(count) * 3 : count;
        return Typed<DateOnly>.One(
            unit[0] switch
            {
                'j' or 'd' => today.AddDays(count),
                's' or 'w' => today.AddDays(7 * count),
                'q' or 'f' => today.AddDays(14 * count),
                'm' => today.AddMonths(count),
                _ => today.AddYears(count),
            },
            approximate);
    }

    private static Typed<DateOnly>? PartOfMonth(string text, DateOnly today, bool past)
    {
        if (MonthPart().Match(text) is not { Success: true } match || MonthNames.Number(match.Groups["month"].Value) is not { } month)
        {
            return null;
        }

        var part = match.Groups["part"].Value;
        DateOnly Of(int year) => part[0] switch
        {
            'f' or 'e' => new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
            'm' => new DateOnly(year, month, 15),
            _ => new DateOnly(year, month, 1),
        };
        var date = Of(today.Year);
        date = past && date > today ? Of(today.Year - 1) : !past && date < today ? Of(today.Year + 1) : date;
        return Typed<DateOnly>.One(date, part[0] is not ('f' or 'e'));
    }

    private static Typed<DateOnly>? Weekday(string text, DateOnly today, bool past)
    {
        foreach (Match match in WeekdayWords().Matches(text))
        {
            if (MonthNames.Weekday(match.Groups["day"].Value) is not { } weekday || (match.Groups["day"].Length < 4 && match.Length != text.Trim().Length))
            {
                continue;
            }

            var ahead = ((int)weekday - (int)today.DayOfWeek + 7) % 7;
            var coming = today.AddDays(ahead == 0 ? 7 : ahead);
            var gone = today.AddDays(ahead - 7);
            var inTwo = match.Groups["eight"].Success;
            if (match.Groups["last"].Success)
            {
                return Typed<DateOnly>.One(gone);
            }

            if (inTwo)
            {
                return Typed<DateOnly>.One(today.AddDays(ahead + 7));
            }

            if (match.Groups["next"].Success)
            {
                // The coming one, or the one of next week: people mean both.
                return Typed<DateOnly>.Any([coming, Monday(today).AddDays(7 + (((int)weekday + 6) % 7))]);
            }

            return past ? ahead == 0 ? Typed<DateOnly>.Any([today, gone]) : Typed<DateOnly>.One(gone)
                : ahead == 0 ? Typed<DateOnly>.Any([coming, today]) : Typed<DateOnly>.One(coming);
        }

        return null;
    }

    private static Typed<DateOnly>? PartOfPeriod(string text, DateOnly today)
    {
        if (PeriodEnd().Match(text) is { Success: true } end)
        {
            var next = end.Groups["next"].Success ? 1 : 0;
            return Typed<DateOnly>.One(end.Groups["period"].Value[0] switch
            {
                's' or 'w' => Monday(today).AddDays(4 + (7 * next)) is var friday && friday < today ? friday.AddDays(7) : friday,
                'm' => EndOfMonth(today.AddMonths(next)),
                't' or 'q' => EndOfMonth(new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 3, 1).AddMonths(3 * next)),
                'j' or 'd' => today,
                _ => new DateOnly(today.Year + next, 12, 31),
            });
        }

        return NextPeriod().Match(text) is { Success: true } match
            ? Typed<DateOnly>.One(
                match.Groups["period"].Value[0] switch
                {
                    's' or 'w' => Monday(today).AddDays(7),
                    'm' => new DateOnly(today.Year, today.Month, 1).AddMonths(1),
                    _ => new DateOnly(today.Year + 1, 1, 1),
                },
                approximate: true)
            : null;
    }

    /// <summary>"le 12", "on the 12th": the nearest 12th.</summary>
    private static Typed<DateOnly>? DayOfMonth(string text, string locale, DateOnly today, bool past)
    {
        var match = locale == Locales.French ? French12().Match(text) is { Success: true } french ? french : English12().Match(text)
            : English12().Match(text) is { Success: true } english ? english : French12().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        for (var i = 0; i < 3; i++)
        {
            var month = new DateOnly(today.Year, today.Month, 1).AddMonths(past ? -i : i);
            if (DateReader.Day(month.Year, month.Month, day) is { } date && (past ? date <= today : date >= today))
            {
                return Typed<DateOnly>.One(date);
            }
        }

        return null;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private const string Unit = "(?<unit>jours?|semaines?|quinzaines?|mois|ans?|annees?|days?|weeks?|fortnights?|months?|years?)";
    private const string HowMany = "(?<n>[0-9]{1,6}|quelques|a few|few|a couple of|couple of|[a-z]+(?:[- ][a-z]+)?)";

    [GeneratedRegex(@"\b(?:apres[- ]demain|avant[- ]hier|day after tomorrow|day before yesterday|aujourd'?hui|today|ce soir|tonight|demain|tomorrow|tmrw|hier|yesterday)\b")]
    private static partial Regex NearWords();

    [GeneratedRegex(@"\b(?:(?:dans|d'ici|sous|in|within)|(?<back>il y a|ca fait)) (?:environ |about )?" + HowMany + " " + Unit + @"\b|\b(?<n>[0-9]{1,6}|a|an|one|two|three|four|five|six) " + Unit + @" (?<ago>ago)\b")]
    private static partial Regex Away();

    [GeneratedRegex(@"\b(?<part>fin|debut|mi|end of|beginning of|start of|early|mid|late)[- ](?:du mois de |de |d')?(?<month>[a-z]{3,9})\b")]
    private static partial Regex MonthPart();

    [GeneratedRegex(@"\b(?:(?<next>next) |(?<last>last) |this |ce )?(?<day>[a-z]{3,9})\b(?: (?:(?<next>prochain)|(?<last>dernier|passe)|(?<eight>en huit)|(?<eight>week)))?")]
    private static partial Regex WeekdayWords();

    [GeneratedRegex(@"\b(?:(?:fin|a la fin|end|by the end)(?: (?:of the|of|de la|de l'|du|de|d')| |)? ?(?:this |(?<next>next) )?(?<period>semaine|mois|annee|trimestre|journee|day|week|month|year|quarter)(?: (?<next>prochaine?))?|eo(?<period>[dwmqy]))\b")]
    private static partial Regex PeriodEnd();

    [GeneratedRegex(@"\b(?:(?:la )?(?<period>semaine) prochaine|(?:le )?(?<period>mois) prochain|(?:l')?(?<period>annee) prochaine|next (?<period>week|month|year))\b")]
    private static partial Regex NextPeriod();

    [GeneratedRegex(@"(?:\ble |\A)(?<d>[0-9]{1,2})(?:er)?(?![\d.,/%:hk€$£]| ?%| [a-z])\s*(?:\z|[.,;!?])")]
    private static partial Regex French12();

    [GeneratedRegex(@"\b(?<d>[0-9]{1,2})(?:st|nd|rd|th)\b")]
    private static partial Regex English12();
}
