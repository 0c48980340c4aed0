namespace MentorBot.People;

/// <summary>When a holiday is observed, year by year.</summary>
/// <param name="Day">Null in a year that does not have it.</param>
internal sealed record HolidayRule(string Id, Func<int, DateOnly?> Day)
{
    public bool Regional { get; init; }

    public static HolidayRule Fixed(string id, int month, int day) => new(id, year => new DateOnly(year, month, day));

    public static HolidayRule AfterEaster(string id, int days) => new(id, year => Easter.Of(year).AddDays(days));

    /// <param name="nth">1 is the first of the month, -1 the last.</param>
    public static HolidayRule Nth(string id, int month, DayOfWeek weekday, int nth) => new(id, year => NthOf(year, month, weekday, nth));

    public static HolidayRule Once(string id, int year, int month, int day) => new(id, y => y == year ? new DateOnly(year, month, day) : null);

    /// <summary>Only from that year on.</summary>
    public HolidayRule Since(int first) => this with { Day = year => year >= first ? Day(year) : null };

    /// <summary>Except in those years: another rule tells them, or they went without.</summary>
    public HolidayRule Not(params int[] years) => this with { Day = year => years.Contains(year) ? null : Day(year) };

    public HolidayRule InRegions() => this with { Regional = true };

    /// <summary>The day off in lieu, beside the day itself, of a year in which it falls on a weekend.</summary>
    /// <param name="saturday">Days from the Saturday on which it falls; negative is before.</param>
    public HolidayRule Observed(int saturday, int sunday) => new(Id + "-observed", year => Day(year) is not { } day ? null : day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(saturday),
        DayOfWeek.Sunday => day.AddDays(sunday),
        _ => null,
    });

    private static DateOnly NthOf(int year, int month, DayOfWeek weekday, int nth)
    {
        var first = new DateOnly(year, month, 1);
        if (nth > 0)
        {
            return first.AddDays(((weekday - first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
        }

        var last = first.AddMonths(1).AddDays(-1);
        return last.AddDays(-((last.DayOfWeek - weekday + 7) % 7) + (7 * (nth + 1)));
    }
}
