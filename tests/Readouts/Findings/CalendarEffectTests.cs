using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

public sealed class CalendarEffectTests
{
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

    private static IReadOnlyList<Finding> Dip(DateOnly day, string? country, double factor = .4)
    {
        var monday = new DateOnly(2026, 6, 22);
        var table = new KpiTableBuilder().On([.. Enumerable.Range(0, 42).Select(monday.AddDays)]).With("clicks_all", Series.Daily(42, 400, factor: i => monday.AddDays(i) == day ? factor : 1));
        return ReadTable.Read(table.Build(), new ReadoutOptions(new DateOnly(2027, 6, 1), Country: country)).Findings;
    }
}
