using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

public sealed class TrendsTests
{
    [Fact]
    public void A_steady_decline_is_one_sentence_and_no_staircase()
    {
        var finding = Assert.Single(Changes(i => Math.Pow(.96, i / 7.0)));

        Assert.Equal("trend", finding.Evidence["basis"]);
        Assert.InRange(-.04, finding.Number("weekLow"), finding.Number("weekHigh"));
        Assert.InRange(finding.Number("change"), finding.Number("low"), finding.Number("high"));
        Assert.Equal(("down", 12.0, 84.0), (finding.Evidence["direction"], finding.Number("weeks"), finding.Number("n")));
    }

    [Fact]
    public void A_step_stays_a_step_with_its_date()
    {
        var finding = Assert.Single(Changes(i => i >= 42 ? .7 : 1));

        Assert.Equal(KpiTableBuilder.Monday.AddDays(42), finding.Evidence["since"]);
    }

    [Fact]
    public void Steady_weeks_have_neither() => Assert.Empty(Changes(_ => 1));

    private static IEnumerable<Finding> Changes(Func<int, double> factor) =>
        FindingsTests.Read(new KpiTableBuilder().With("clicks_all", Series.Daily(84, 900, factor: factor))).Findings.Where(f => f.Code == "real-change");
}
