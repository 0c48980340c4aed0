namespace MentorBot.Coaching;

/// <summary>When the mentor writes of its own accord: 09:00 of the person's zone, never on a weekend.</summary>
internal static class Mornings
{
    public static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    /// <summary>09:00 that day; an hour that the clocks skip is taken an hour later.</summary>
    public static DateTimeOffset At(DateOnly day, TimeZoneInfo zone)
    {
        var local = Workday(day).ToDateTime(new TimeOnly(9, 0));
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
