namespace MentorBot.Tables;

/// <summary>The years of dates that are written without one, from the order of the rows: "December 31" then "January 1" is one year and the next.</summary>
internal static class YearsByOrder
{
    /// <summary>Days. Rows in order step back only where a year ends, and then by nearly all of it.</summary>
    private const int YearEnd = 183;

    /// <returns>A day per date; null when the rows go up and down, so that their order tells nothing.</returns>
    public static DateOnly[]? Of(IReadOnlyList<(int Month, int Day)> dates, DateOnly today)
    {
        if (Resolve(dates, today) is { } upwards)
        {
            return upwards;
        }

        var downwards = Resolve([.. dates.Reverse()], today);
        Array.Reverse(downwards ?? []);
        return downwards;
    }

    /// <summary>The last row is the latest possible; each row before it is no later than its successor.</summary>
    private static DateOnly[]? Resolve(IReadOnlyList<(int Month, int Day)> dates, DateOnly today)
    {
        var days = new DateOnly[dates.Count];
        var limit = today;
        for (var i = dates.Count - 1; i >= 0; i--)
        {
            if (Latest(dates[i], limit) is not { } day || i < dates.Count - 1 && limit.DayNumber - day.DayNumber > YearEnd)
            {
                return null;
            }

            days[i] = limit = day;
        }

        return days;
    }

    private static DateOnly? Latest((int Month, int Day) date, DateOnly limit)
    {
        for (var year = limit.Year; year > limit.Year - 9; year--)
        {
            if (date.Month is >= 1 and <= 12 && date.Day <= DateTime.DaysInMonth(year, date.Month) && new DateOnly(year, date.Month, date.Day) is var day && day <= limit)
            {
                return day;
            }
        }

        return null;
    }
}
