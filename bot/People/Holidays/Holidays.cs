namespace MentorBot.People;

/// <summary>Public holidays by country and year, from rules; nothing outside 1990-2100.</summary>
internal static class Holidays
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    /// <param name="country">ISO 3166 code of two letters, any case.</param>
    /// <returns>In the order of their days; empty for a country or year that nobody wrote down.</returns>
    public static IReadOnlyList<Holiday> In(string? country, int year) => country is null || year is < FirstYear or > LastYear || !HolidayRules.ByCountry.TryGetValue(country, out var rules)
        ? []
        : [.. rules.Select(r => r.Day(year) is { } day ? new Holiday(day, r.Id, r.Regional) : null).OfType<Holiday>().OrderBy(h => h.Day).ThenBy(h => h.Regional)];

    public static Holiday? On(string? country, DateOnly day) => In(country, day.Year).FirstOrDefault(h => h.Day == day);
}
