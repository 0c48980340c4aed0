using System.Globalization;
using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

public sealed class CalendarEffectTests
{
    private static readonly Texts Words = Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    private static readonly DateOnly BastilleDay = new(2026, 7, 14);

    [Fact]
    public void A_dip_on_a_public_holiday_is_context()
    {
        var finding = Assert.Single(Dip(BastilleDay, "FR"), f => f.Code == "calendar-effect");

        Assert.Equal((Severity.Info, "people.holiday.bastille-day", false), (finding.Severity, finding.Evidence["holiday"], finding.Evidence["bridge"]));
        Assert.DoesNotContain(Dip(BastilleDay, "FR"), f => f.Code == "outlier-day");
    }

    [Theory]
    [InlineData(null, 14)]
    [InlineData("US", 14)]
    [InlineData("FR", 15)]
    public void The_same_dip_without_the_holiday_stays_an_odd_day(string? country, int day)
    {
        var codes = Dip(new DateOnly(2026, 7, day), country).Select(f => f.Code).ToArray();

        Assert.Contains("outlier-day", codes);
        Assert.DoesNotContain("calendar-effect", codes);
    }

    [Fact]
    public void A_holiday_like_any_other_day_raises_nothing() => Assert.DoesNotContain(Dip(BastilleDay, "FR", 1), f => f.Code is "calendar-effect" or "outlier-day");

    [Fact]
    public void The_day_between_a_holiday_and_the_weekend_is_a_bridge() =>
        Assert.Equal(true, Assert.Single(Dip(new DateOnly(2026, 7, 13), "FR"), f => f.Code == "calendar-effect").Evidence["bridge"]);

    [Theory]
    [InlineData(CompareMode.Previous, "FR", 1)]
    [InlineData(CompareMode.Previous, null, 0)]
    [InlineData(CompareMode.LastYear, "FR", 2)]
    internal void Easter_that_moved_leaves_its_days_out(CompareMode mode, string? country, int leftOut)
    {
        var end = new DateOnly(2026, 4, mode == CompareMode.Previous ? 12 : 26);
        var days = mode == CompareMode.Previous ? 28 : 420;
        var table = new KpiTableBuilder().On([.. Enumerable.Range(0, days).Select(i => end.AddDays(i - days + 1))]).With("clicks_all", Series.Daily(days, 400));
        var finding = Assert.Single(ReadTable.Read(table.Build(), new ReadoutOptions(new DateOnly(2027, 6, 1), mode, country)).Findings, f => f.Evidence.ContainsKey("leftOut"));

        Assert.Equal(leftOut, finding.Evidence["leftOut"]);
    }

    [Theory]
    [InlineData("US", "2026-07-04", "independence-day")]
    [InlineData("US", "2026-07-03", "independence-day-observed")]
    [InlineData("GB", "2027-12-28", "boxing-day-observed")]
    public void Another_country_has_its_own_days(string country, string day, string id) =>
        Assert.Equal("people.holiday." + id, Calendar(Day(day), country).Evidence["holiday"]);

    [Fact]
    public void A_stretch_that_contains_a_holiday_names_its_worst_day_and_the_holiday()
    {
        var readout = Read(d => d == BastilleDay ? .5 : d == BastilleDay.AddDays(-1) ? .2 : 1, BastilleDay, "FR");
        var finding = Assert.Single(readout.Findings, f => f.Code == "calendar-effect");

        Assert.Equal((BastilleDay.AddDays(-1), BastilleDay), (finding.From, finding.To));
        Assert.Equal((BastilleDay.AddDays(-1), BastilleDay, false, false), (finding.Evidence["day"], finding.Evidence["holidayDay"], finding.Evidence["onHoliday"], finding.Evidence["bridge"]));
        Assert.Contains("autour du 14 juillet (mar. 14 juil.)", Said(readout, "fr"), StringComparison.Ordinal);
        Assert.Contains("days around Bastille Day (", Said(readout, "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-07-13", "le pont du 14 juillet")]
    [InlineData("2026-05-15", "le pont de l’Ascension")]
    public void A_bridge_is_called_so_and_compared_with_the_same_bridge(string day, string bridge)
    {
        var readout = Read(d => d == Day(day) ? .4 : 1, Day(day), "FR");

        Assert.Contains(bridge, new FindingText(Words).Title(readout, readout.Findings.Single(f => f.Code == "calendar-effect"), new Voice("fr", AddressForm.Tu)), StringComparison.Ordinal);
        Assert.Contains(bridge + " de l'an dernier", new FindingText(Words).Decide(readout, new Voice("fr", AddressForm.Tu)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "que dans une partie du pays", "où se trouve votre audience")]
    [InlineData("en", "only in part of the country", "where the audience is")]
    public void A_holiday_of_a_part_of_the_country_says_so_and_asks_where_the_audience_is(string locale, string part, string audience)
    {
        var readout = Read(d => d == Day("2026-06-04") ? .4 : 1, Day("2026-06-04"), "DE");

        Assert.Equal(true, readout.Findings.Single(f => f.Code == "calendar-effect").Evidence["regional"]);
        Assert.Contains(part, Said(readout, locale), StringComparison.Ordinal);
        Assert.Contains(audience, Said(readout, locale), StringComparison.Ordinal);
    }

    [Fact]
    public void A_holiday_of_the_whole_country_says_nothing_of_its_parts()
    {
        var readout = Read(d => d == BastilleDay ? .4 : 1, BastilleDay, "FR");

        Assert.Equal(false, readout.Findings.Single(f => f.Code == "calendar-effect").Evidence["regional"]);
        Assert.DoesNotContain("part of the country", Said(readout, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_decision_compares_with_the_holiday_of_last_year() =>
        Assert.Equal("compare-holiday", Read(d => d == BastilleDay ? .4 : 1, BastilleDay, "FR").Decidable.Code);

    [Fact]
    public void The_chart_flags_the_holiday() =>
        Assert.Equal([BastilleDay], new ReadoutChart(Words).Of(Read(d => d == BastilleDay ? .4 : 1, BastilleDay, "FR"), new Voice("en", AddressForm.Vous))!.Points.Where(p => p.Flagged).Select(p => p.Day));

    [Fact]
    public void A_tracking_break_on_a_holiday_stays_one()
    {
        var table = new KpiTableBuilder().On(Weeks(BastilleDay)).With("clicks_all", Series.Daily(42, 900)).With("conversions", Series.Daily(42, 60, seed: 3, factor: i => Weeks(BastilleDay)[i] == BastilleDay ? 0 : 1));
        var readout = ReadTable.Read(table.Build(), new ReadoutOptions(new DateOnly(2029, 6, 1), Country: "FR"));

        Assert.Equal(Severity.Critical, Assert.Single(readout.Findings, f => f.Code == "tracking-break").Severity);
        Assert.DoesNotContain(readout.Findings, f => f.Code == "calendar-effect");
        Assert.Equal("repair-tracking", readout.Decidable.Code);
    }

    private static IReadOnlyList<Finding> Dip(DateOnly day, string? country, double factor = .4) => Read(d => d == day ? factor : 1, day, country).Findings;

    private static Finding Calendar(DateOnly day, string country) => Assert.Single(Dip(day, country), f => f.Code == "calendar-effect");

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    /// <summary>Six whole weeks around a day, which is in the fourth.</summary>
    private static DateOnly[] Weeks(DateOnly around) => [.. Enumerable.Range(0, 42).Select(i => around.AddDays(i - 21 - (((int)around.DayOfWeek + 6) % 7)))];

    private static Readout Read(Func<DateOnly, double> factor, DateOnly around, string? country)
    {
        var days = Weeks(around);
        var table = new KpiTableBuilder().On(days).With("clicks_all", Series.Daily(42, 400, factor: i => factor(days[i])));
        return ReadTable.Read(table.Build(), new ReadoutOptions(new DateOnly(2029, 6, 1), Country: country));
    }

    /// <summary>All that is said of the calendar's effect, whole sentences only.</summary>
    private static string Said(Readout readout, string locale)
    {
        var (words, voice, finding) = (new FindingText(Words), new Voice(locale, AddressForm.Vous), readout.Findings.Single(f => f.Code == "calendar-effect"));
        string[] said = [words.Title(readout, finding, voice), words.What(readout, finding, voice), words.Why(readout, finding, voice), words.Check(readout, finding, voice), words.Decide(readout, voice)];
        Assert.All(said, s => Assert.DoesNotMatch(@"\{\{|  | [.,]|\(\)|\.\.", s));
        return string.Join('\n', said);
    }
}
