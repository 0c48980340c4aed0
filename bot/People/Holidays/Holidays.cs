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
        : [.. rules.SelectMany(r => Of(r, year)).OrderBy(h => h.Day).ThenBy(h => h.Regional)];

    public static Holiday? On(string? country, DateOnly day) => In(country, day.Year).FirstOrDefault(h => h.Day == day);

    /// <summary>New Year of the next year may be observed on the last day of this one.</summary>
    private static IEnumerable<Holiday> Of(HolidayRule rule, int year) =>
        from day in new[] { rule.Day(year), rule.Day(year + 1) } where day?.Year == year select new Holiday(day.Value, rule.Id, rule.Regional);
}
