using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts.Findings;

public sealed class PeopleOverTimeTests
{
    [Theory]
    [InlineData(CompareMode.Whole, 1)]
    [InlineData(CompareMode.Previous, 1)]
    [InlineData(CompareMode.Previous, .4)]
    internal void People_of_two_stretches_are_told_by_their_average_day_and_never_added(CompareMode mode, double factor)
    {
        var readout = FindingsTests.Read(new KpiTableBuilder().With("reach", Series.Daily(42, 1000, factor: i => i >= 35 ? factor : 1)), mode);
        var finding = Assert.Single(readout.Findings, f => f.Code is "within-noise" || f is { Code: "real-change" } && Equals(f.Evidence["basis"], "previous"));

        Assert.InRange(finding.Number("before"), 700, 1300);
        Assert.InRange(finding.Number("after"), 300, 1300);
        Assert.Equal("steps", finding.Evidence["nUnit"]);
        Assert.Contains("average day", new FindingText(Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"))).What(readout, finding, new Voice("en", AddressForm.Vous)), StringComparison.Ordinal);
    }
}
