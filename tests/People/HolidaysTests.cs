using System.Globalization;
using MentorBot.Messages;
using MentorBot.People;

namespace MentorBot.Tests.People;

public sealed class HolidaysTests
{
    /// <summary>Published calendars; regional days of Germany are not in the list.</summary>
    public static TheoryData<string, int, string> Published => new()
    {
        { "FR", 2024, "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25" },
        { "FR", 2025, "01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25" },
        { "FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25" },
        { "FR", 2027, "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25" },
        { "BE", 2024, "01-01 04-01 05-01 05-09 05-20 07-21 08-15 11-01 11-11 12-25" },
        { "BE", 2025, "01-01 04-21 05-01 05-29 06-09 07-21 08-15 11-01 11-11 12-25" },
        { "BE", 2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25" },
        { "BE", 2027, "01-01 03-29 05-01 05-06 05-17 07-21 08-15 11-01 11-11 12-25" },
        { "CH", 2024, "01-01 03-29 04-01 05-09 05-20 08-01 12-25 12-26" },
        { "CH", 2025, "01-01 04-18 04-21 05-29 06-09 08-01 12-25 12-26" },
        { "CH", 2026, "01-01 04-03 04-06 05-14 05-25 08-01 12-25 12-26" },
        { "CH", 2027, "01-01 03-26 03-29 05-06 05-17 08-01 12-25 12-26" },
        { "LU", 2024, "01-01 04-01 05-01 05-09 05-09 05-20 06-23 08-15 11-01 12-25 12-26" },
        { "LU", 2025, "01-01 04-21 05-01 05-09 05-29 06-09 06-23 08-15 11-01 12-25 12-26" },
        { "LU", 2026, "01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26" },
        { "LU", 2027, "01-01 03-29 05-01 05-06 05-09 05-17 06-23 08-15 11-01 12-25 12-26" },
        { "GB", 2022, "01-01 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-25 12-26 12-27" },
        { "GB", 2023, "01-01 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26" },
        { "GB", 2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26" },
        { "GB", 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26" },
        { "GB", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28" },
        { "GB", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28" },
        { "DE", 2024, "01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26" },
        { "DE", 2025, "01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26" },
        { "DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26" },
        { "DE", 2027, "01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26" },
        { "ES", 2024, "01-01 01-06 03-29 05-01 08-15 10-12 11-01 12-06 12-08 12-25" },
        { "ES", 2025, "01-01 01-06 04-18 05-01 08-15 10-12 11-01 12-06 12-08 12-25" },
        { "ES", 2026, "01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25" },
        { "ES", 2027, "01-01 01-06 03-26 05-01 08-15 10-12 11-01 12-06 12-08 12-25" },
        { "IT", 2024, "01-01 01-06 03-31 04-01 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26" },
        { "IT", 2025, "01-01 01-06 04-20 04-21 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26" },
        { "IT", 2026, "01-01 01-06 04-05 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26" },
        { "IT", 2027, "01-01 01-06 03-28 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26" },
        { "US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25" },
        { "US", 2027, "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31" },
        { "IE", 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26" },
        { "IE", 2027, "01-01 02-01 03-17 03-29 05-03 06-07 08-02 10-25 12-25 12-26" },
        { "NL", 2026, "01-01 04-03 04-05 04-06 04-27 05-05 05-14 05-24 05-25 12-25 12-26" },
        { "NL", 2027, "01-01 03-26 03-28 03-29 04-27 05-05 05-06 05-16 05-17 12-25 12-26" },
        { "PT", 2026, "01-01 04-03 04-05 04-25 05-01 06-04 06-10 08-15 10-05 11-01 12-01 12-08 12-25" },
        { "PT", 2027, "01-01 03-26 03-28 04-25 05-01 05-27 06-10 08-15 10-05 11-01 12-01 12-08 12-25" },
        { "AT", 2026, "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26" },
        { "AT", 2027, "01-01 01-06 03-29 05-01 05-06 05-17 05-27 08-15 10-26 11-01 12-08 12-25 12-26" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Days_are_those_of_the_published_calendar(string country, int year, string days) =>
        Assert.Equal(days, string.Join(' ', Holidays.In(country, year).Where(h => country != "DE" || !h.Regional).Select(h => h.Day.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("GB", 2022, "01-01 new-year, 01-03 new-year-observed, 12-25 christmas, 12-26 boxing-day, 12-27 christmas-observed")]
    [InlineData("GB", 2026, "01-01 new-year, 12-25 christmas, 12-26 boxing-day, 12-28 boxing-day-observed")]
    [InlineData("GB", 2027, "01-01 new-year, 12-25 christmas, 12-26 boxing-day, 12-27 christmas-observed, 12-28 boxing-day-observed")]
    public void A_holiday_on_a_weekend_is_named_on_its_own_day_and_on_the_day_off_for_it(string country, int year, string days) =>
        Assert.Equal(days, string.Join(", ", Holidays.In(country, year).Where(h => h.Day.Month is 1 or 12).Select(h => $"{h.Day.ToString("MM-dd", CultureInfo.InvariantCulture)} {h.Id}")));

    [Theory]
    [InlineData("US", "2020-06-19", null)]
    [InlineData("US", "2021-06-18", "juneteenth-observed")]
    [InlineData("US", "2026-07-03", "independence-day-observed")]
    [InlineData("US", "2026-07-04", "independence-day")]
    [InlineData("US", "2027-12-31", "new-year-observed")]
    [InlineData("US", "2026-07-14", null)]
    [InlineData("IE", "2022-02-07", null)]
    [InlineData("IE", "2030-02-01", "saint-brigid")]
    [InlineData("NL", "2013-04-30", "queens-day")]
    [InlineData("NL", "2025-04-26", "kings-day")]
    [InlineData("PT", "2014-11-01", null)]
    [InlineData("LU", "2018-05-09", null)]
    [InlineData("LU", "2019-05-09", "europe-day")]
    [InlineData("IT", "2025-10-04", null)]
    [InlineData("IT", "2026-10-04", "saint-francis")]
    public void A_day_is_the_holiday_that_the_law_of_its_year_has(string country, string day, string? id) =>
        Assert.Equal(id, Holidays.On(country, DateOnly.Parse(day, CultureInfo.InvariantCulture))?.Id);

    [Fact]
    public void Easter_is_as_published()
    {
        int[] published = [423, 415, 331, 420, 411, 327, 416, 408, 323, 412, 404, 424, 408, 331, 420, 405, 327, 416, 401, 421, 412, 404, 417, 409, 331, 420, 405, 328];

        Assert.Equal(published, Enumerable.Range(2000, published.Length).Select(y => (Easter.Of(y).Month * 100) + Easter.Of(y).Day));
    }

    [Fact]
    public void Easter_is_a_Sunday_of_spring() => Assert.All(Enumerable.Range(1990, 111).Select(Easter.Of), d =>
    {
        Assert.Equal(DayOfWeek.Sunday, d.DayOfWeek);
        Assert.InRange(d, new DateOnly(d.Year, 3, 22), new DateOnly(d.Year, 4, 25));
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ZZ")]
    public void A_country_that_nobody_wrote_down_has_none(string? country)
    {
        Assert.Empty(Holidays.In(country, 2026));
        Assert.Null(Holidays.On(country, new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void Every_holiday_has_a_name_in_both_languages()
    {
        var words = Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

        Assert.All(from rules in HolidayRules.ByCountry.Values from rule in rules from locale in Locales.All select (locale, "people.holiday." + rule.Id), t => Assert.True(words.Has(t.locale, t.Item2), $"{t.locale}: {t.Item2}"));
    }
}
