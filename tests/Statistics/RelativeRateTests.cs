using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 1.1 (Katz).</summary>
public sealed class RelativeRateTests
{
    [Fact]
    public void Katz_of_250_over_200_is_1_04_to_1_50()
    {
        var range = RelativeRate.Katz(new Arm(200, 10_000), new Arm(250, 10_000))!.Value;

        Assert.Equal(1.0400644, range.Low, 1e-7);
        Assert.Equal(1.5023108, range.High, 1e-7);
    }

    [Fact]
    public void The_range_holds_the_ratio_widens_with_confidence_shrinks_with_people_and_inverts_when_the_arms_swap() =>
        Gen.Select(Arms.Inner, Arms.Inner, Gen.Double[.5, .95]).Sample((a, b, confidence) =>
        {
            var (range, wider, back, more) = (Katz(a, b, confidence), Katz(a, b, confidence + .04), Katz(b, a, confidence), Katz(a.Times(9), b.Times(9), confidence));
            Assert.True(range.Contains(b.Rate / a.Rate) && range.Low > 0);
            Assert.True(wider.Low < range.Low && wider.High > range.High);
            Assert.True(more.High / more.Low < range.High / range.Low);
            Assert.Equal(1, range.Low * back.High, 1e-9);
            static Interval Katz(Arm a, Arm b, double confidence) => RelativeRate.Katz(a, b, confidence)!.Value;
        }, iter: 500);

    [Theory]
    [InlineData(0, 100, 5, 100)]
    [InlineData(5, 100, 0, 100)]
    [InlineData(0, 0, 0, 0)]
    public void Without_a_conversion_there_is_no_ratio_to_range(double xA, double nA, double xB, double nB) => Assert.Null(RelativeRate.Katz(new Arm(xA, nA), new Arm(xB, nB)));
}
