using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>Month names and their abbreviations in French and English (and what a German Google Ads writes).</summary>
internal static class MonthNames
{
    private static readonly (string Start, int Shortest, int Month)[] Names =
    [
        ("janvier", 3, 1), ("january", 3, 1), ("januar", 3, 1), ("fevrier", 3, 2), ("february", 3, 2), ("februar", 3, 2), ("mars", 3, 3), ("march", 3, 3), ("marz", 3, 3), ("mrz", 3, 3),
        ("avril", 3, 4), ("april", 3, 4), ("mai", 3, 5), ("may", 3, 5), ("juin", 4, 6), ("june", 3, 6), ("juni", 3, 6), ("juillet", 4, 7), ("july", 3, 7), ("juli", 4, 7),
        ("aout", 3, 8), ("august", 3, 8), ("septembre", 3, 9), ("september", 3, 9), ("octobre", 3, 10), ("october", 3, 10), ("oktober", 3, 10),
        ("novembre", 3, 11), ("november", 3, 11), ("decembre", 3, 12), ("december", 3, 12), ("dezember", 3, 12),
    ];

    private static readonly HashSet<string> Weekdays =
    [
        "lun", "lundi", "mar", "mardi", "mer", "mercredi", "jeu", "jeudi", "ven", "vendredi", "sam", "samedi", "dim", "dimanche",
        "mon", "monday", "tue", "tuesday", "wed", "wednesday", "thu", "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday",
    ];

    public static bool IsWeekday(ReadOnlySpan<char> word) => word.Length is > 2 and < 10 && Weekdays.Contains(HeaderName.Normalise(word.ToString()));

    /// <returns>1 to 12, or 0 when the word is no month. "jui" alone is neither juin nor juillet.</returns>
    public static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 10)
        {
            return 0;
        }

        var name = HeaderName.Normalise(word.ToString());
        foreach (var (start, shortest, month) in Names)
        {
            if (name.Length >= shortest && start.StartsWith(name, StringComparison.Ordinal))
            {
                return month;
            }
        }

        return 0;
    }
}
