using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

public sealed class LagsTests
{
    private const int Days = 42;

    [Fact]
    public void Conversions_per_click_that_fall_short_more_and_more_towards_the_end_are_a_lag_and_no_fall()
    {
        var readout = Read(conversions: Late(2.7));
        var finding = Assert.Single(readout.Findings, f => f.Code == "attribution-lag");

        Assert.Equal((Severity.Warning, KpiTableBuilder.Monday.AddDays(Days - 1)), (finding.Severity, finding.To));
        Assert.InRange(finding.Number("change"), finding.Number("low"), finding.Number("high"));
        Assert.True(finding.Number("high") < 0);
        Assert.DoesNotContain(readout.Findings, f => f.Severity > Severity.Info && f.Code is "real-change" or "outlier-day");
        Assert.Equal("wait-lag", readout.Decidable.Code);
    }

    [Fact]
    public void A_level_that_fell_ten_days_ago_and_stayed_is_a_change_and_no_lag() => Fell(i => i >= Days - 10 ? .55 : 1);

    [Fact]
    public void A_level_that_fell_five_days_ago_and_stayed_is_no_lag() => Assert.DoesNotContain(Read(conversions: i => i >= Days - 5 ? .5 : 1).Findings, f => f.Code == "attribution-lag");

    [Fact]
    public void A_level_that_fell_in_the_middle_is_a_change_and_no_lag() => Fell(i => i >= 21 ? .6 : 1);

    [Fact]
    public void Conversions_that_fall_with_their_clicks_are_no_lag() => Assert.DoesNotContain(Read(conversions: Late(2.7), clicks: Late(2.7)).Findings, f => f.Code == "attribution-lag");

    [Fact]
    public void A_steady_account_has_no_lag() => Assert.All(Enumerable.Range(1, 20), seed => Assert.DoesNotContain(Read(seed: seed).Findings, f => f.Code == "attribution-lag"));

    [Fact]
    public void Too_short_a_file_cannot_tell() =>
        Assert.DoesNotContain(FindingsTests.Read(new KpiTableBuilder().With("clicks_all", Series.Daily(20, 900)).With("conversions", Series.Daily(20, 60, factor: i => 1 - Math.Exp(-(20 - i) / 2.7)))).Findings, f => f.Code == "attribution-lag");

    [Theory]
    [InlineData("google-ads", 1, true)]
    [InlineData("google-ads", 9, false)]
    [InlineData("table", 1, false)]
    public void Days_that_are_only_just_over_are_a_caution_on_advertising_platforms(string source, int daysAgo, bool told)
    {
        var table = new KpiTableBuilder().From(source).With("clicks_all", Series.Daily(Days, 900)).With("conversions", Series.Daily(Days, 60, seed: 4)).Build();
        var finding = ReadTable.Read(table, new ReadoutOptions(KpiTableBuilder.Monday.AddDays(Days - 1 + daysAgo))).Findings.FirstOrDefault(f => f.Code == "attribution-lag");

        Assert.Equal(told ? Severity.Info : null, finding?.Severity);
    }

    private static void Fell(Func<int, double> factor)
    {
        var readout = Read(conversions: factor);
        Assert.DoesNotContain(readout.Findings, f => f.Code == "attribution-lag");
        Assert.Contains(readout.Findings, f => f.Code == "real-change" && f.Metric == "conversions");
    }

    private static Func<int, double> Late(double delay) => i => 1 - Math.Exp(-(Days - i) / delay);

    private static Readout Read(Func<int, double>? conversions = null, Func<int, double>? clicks = null, int seed = 4) =>
        FindingsTests.Read(new KpiTableBuilder().With("clicks_all", Series.Daily(Days, 900, factor: clicks)).With("conversions", Series.Daily(Days, 60, .1, seed, conversions)));
}
