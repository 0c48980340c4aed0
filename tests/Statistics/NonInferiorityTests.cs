using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 1.8.</summary>
public sealed class NonInferiorityTests
{
    [Fact]
    public void Four_95_against_5_percent_of_12_000_is_not_shown_to_be_no_worse()
    {
        var flow = NonInferiority.Of(new Arm(600, 12_000), new Arm(594, 12_000), .003);

        Assert.Equal(-.0005, flow.Difference, 1e-12);
        Assert.Equal(-.005117075, flow.Lower, 2e-9); // The sheet's z has seven digits.
        Assert.Equal(.18656213, flow.P, 5e-9);
        Assert.False(flow.Shown);
    }

    [Fact]
    public void It_takes_65_260_people_per_arm_to_show_it()
    {
        Assert.Equal(65_260, NonInferiority.PerArm(.05, .003), .5);
        Assert.True(NonInferiority.Of(new Arm(5000, 100_000), new Arm(5000, 100_000), .003).Shown);
    }

    [Fact]
    public void The_limit_lies_below_the_difference_falls_with_confidence_rises_with_people_and_agrees_with_p() =>
        Gen.Select(Arms.Any, Arms.Any, Gen.Double[.001, .2], Gen.Double[.01, .2]).Sample((a, b, margin, alpha) =>
        {
            var (found, surer, more) = (NonInferiority.Of(a, b, margin, alpha), NonInferiority.Of(a, b, margin, alpha / 2), NonInferiority.Of(a.Times(9), b.Times(9), margin, alpha));
            Assert.True(found.Lower <= found.Difference && surer.Lower <= found.Lower);
            Assert.True(found.Difference - more.Lower < found.Difference - found.Lower + 1e-12);
            Assert.InRange(found.P, 0, 1);
            Assert.True(found.Shown == found.P < alpha || Math.Abs(found.P - alpha) < 1e-9);
        }, iter: 300);

    [Fact]
    public void Nobody_who_converted_in_ten_people_shows_nothing() => Assert.False(NonInferiority.Of(new Arm(0, 10), new Arm(0, 10), .05).Shown);

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, 1, 0, 1)]
    [InlineData(1e9, 1e9, 0, 1e9)]
    [InlineData(0, 1e9, 0, 1e9)]
    public void Extremes_never_give_nan_or_a_fault(double xA, double nA, double xB, double nB)
    {
        var found = NonInferiority.Of(new Arm(xA, nA), new Arm(xB, nB), .01);

        Assert.True(double.IsFinite(found.Lower) && found.Lower >= -1);
        Assert.InRange(found.P, 0, 1);
    }

    [Fact]
    public void A_margin_of_nothing_is_a_fault_of_the_caller() => Assert.Throws<ArgumentOutOfRangeException>(() => NonInferiority.Of(new Arm(1, 2), new Arm(1, 2), 0));
}
