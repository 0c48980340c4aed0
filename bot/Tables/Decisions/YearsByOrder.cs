namespace MentorBot.Tables;

/// <summary>The years of dates that are written without one, from the order of the rows: "December 31" then "January 1" is one year and the next.</summary>
internal static class YearsByOrder
{
    /// <summary>Days. Where days repeat, or go on for longer, the order of rows tells no year.</summary>
    private const int LongestSpan = 366;

    /// <returns>A day per date, the latest one possible; null when the rows go up and down, so that their order tells nothing.</returns>
    public static DateOnly[]? Of(IReadOnlyList<(int Month, int Day)> dates, DateOnly today)
    {
        var downwards = Resolve([.. dates.Reverse()], today);
        Array.Reverse(downwards ?? []);
        return new[] { Resolve(dates, today), downwards }.Where(d => d is not null && Span(d) <= LongestSpan).MinBy(d => Span(d!));
    }

    private static int Span(DateOnly[] days) => days.Length == 0 ? 0 : Math.Abs(days[^1].DayNumber - days[0].DayNumber);

    /// <summary>The last row is the latest possible; each row before it is no later than its successor.</summary>
    private static DateOnly[]? Resolve(IReadOnlyList<(int Month, int Day)> dates, DateOnly today)
    {
        var days = new DateOnly[dates.Count];
        var limit = today;
        for (var i = dates.Count - 1; i >= 0; i--)
        {
            if (Latest(dates[i], limit) is not { } day || days[^1].DayNumber - day.DayNumber > LongestSpan && i < dates.Count - 1)
            {
                return null;
            }

            days[i] = limit = day;
        }

        return days;
    }

    private static DateOnly? Latest((int Month, int Day) date, DateOnly limit)
    {
        for (var year = limit.Year; year > Math.Max(1, limit.Year - 9); year--)
        {
            if (date.Month is >= 1 and <= 12 && date.Day <= DateTime.DaysInMonth(year, date.Month) && new DateOnly(year, date.Month, date.Day) is var day && day <= limit)
            {
                return day;
            }
        }

        return null;
    }
}
