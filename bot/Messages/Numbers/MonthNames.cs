namespace MentorBot.Messages;

/// <summary>Month and weekday names of both languages, with their usual abbreviations, lower case and without accents.</summary>
internal static class MonthNames
{
    public static int? Number(string name) => name switch
    {
        "janvier" or "janv" or "jan" or "january" => 1,
        "fevrier" or "fevr" or "fev" or "feb" or "february" => 2,
        "mars" or "march" or "mar" => 3,
        "avril" or "avr" or "april" or "apr" => 4,
        "mai" or "may" => 5,
        "juin" or "june" or "jun" => 6,
        "juillet" or "juil" or "july" or "jul" => 7,
        "aout" or "august" or "aug" => 8,
        "septembre" or "september" or "sept" or "sep" => 9,
        "octobre" or "october" or "oct" => 10,
        "novembre" or "november" or "nov" => 11,
        "decembre" or "december" or "dec" => 12,
        _ => null,
    };

    public static DayOfWeek? Weekday(string name) => name switch
    {
        "lundi" or "lun" or "monday" or "mon" => DayOfWeek.Monday,
        "mardi" or "tuesday" or "tue" or "tues" => DayOfWeek.Tuesday,
        "mercredi" or "mer" or "wednesday" or "wed" => DayOfWeek.Wednesday,
        "jeudi" or "jeu" or "thursday" or "thu" or "thurs" => DayOfWeek.Thursday,
        "vendredi" or "ven" or "friday" or "fri" => DayOfWeek.Friday,
        "samedi" or "sam" or "saturday" => DayOfWeek.Saturday,
        "dimanche" or "dim" or "sunday" => DayOfWeek.Sunday,
        _ => null,
    };
}
