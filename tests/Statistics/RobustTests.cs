using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

public sealed class RobustTests
{
    private static readonly double[] Example = [42, 40, 44, 43, 41, 45, 43, 18];

    [Fact]
    public void Median_mad_and_z_match_the_worked_example()
    {
        Assert.Equal(42.5, Robust.Median(Example));
        Assert.Equal(2.2239, Robust.MadToSigma * Robust.Mad(Example), 1e-9);
        Assert.Equal(-11.017, Robust.Z(18, Example), 1e-3);
    }

    [Fact]
    public void Missing_values_are_skipped() => Assert.Equal(2, Robust.Median([double.NaN, 1, 3]));

    [Fact]
    public void Without_spread_the_median_itself_is_at_zero() => Assert.Equal(0, Robust.Z(5, [5, 5, 5]));

    [Fact]
    public void The_median_lies_within_the_values() => Gen.Double[-1e9, 1e9].Array[1, 50].Sample(v => Robust.Median(v) >= v.Min() && Robust.Median(v) <= v.Max());
}
