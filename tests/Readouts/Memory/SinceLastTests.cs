using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

public sealed class SinceLastTests
{
    private static readonly DateOnly Monday = KpiTableBuilder.Monday;

    [Fact]
    public void Only_the_days_that_the_last_reading_had_not_seen_are_compared_with_it()
    {
        var finding = Read(new LastReading(Monday.AddDays(28), "clicks_all", 28 * 400, 28, Monday.AddDays(27)), i => i >= 28 ? .5 : 1);

        Assert.Equal((Monday.AddDays(28), Monday.AddDays(41)), (finding!.From, finding.To));
        Assert.Equal((400.0, 28.0, 14.0), (finding.Number("before"), finding.Number("daysBefore"), finding.Number("days")));
        Assert.InRange(finding.Number("change"), finding.Number("low"), finding.Number("high"));
        Assert.Equal("down", finding.Evidence["direction"]);
    }

    [Fact]
    public void A_pace_that_holds_is_said_to_hold() =>
        Assert.Equal("flat", Read(new LastReading(Monday.AddDays(28), "clicks_all", Series.Daily(42, 400).Take(28).Sum(), 28, Monday.AddDays(27)), _ => 1)!.Evidence["direction"]);

    [Fact]
    public void Nothing_is_said_of_a_last_reading_that_saw_the_same_days_or_another_metric()
    {
        Assert.Null(Read(new LastReading(Monday.AddDays(50), "clicks_all", 100, 42, Monday.AddDays(41)), _ => 1));
        Assert.Null(Read(new LastReading(Monday.AddDays(28), "conversions", 100, 28, Monday.AddDays(27)), _ => 1));
        Assert.Null(Read(null, _ => 1));
    }

    private static Finding? Read(LastReading? last, Func<int, double> factor) =>
        ReadTable.Read(new KpiTableBuilder().With("clicks_all", Series.Daily(42, 400, factor: factor)).Build(), new ReadoutOptions(new DateOnly(2027, 6, 1)) { Last = last })
            .Findings.FirstOrDefault(f => f.Code == "since-last");
}
