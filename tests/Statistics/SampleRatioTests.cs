using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 1.4.</summary>
public sealed class SampleRatioTests
{
    [Theory]
    [InlineData("502 498", "1 1", .016, .89934, 5e-6)]
    [InlineData("50000 50600", "1 1", 3.578528827, .05853096557, 1e-9)]
    [InlineData("5000 5300", "1 1", 8.737864078, .00311669384, 1e-9)]
    [InlineData("821588 815482", "1 1", 22.77436884, 1.821792873e-06, 1e-11)]
    [InlineData("600 400", "1 1", 40, 2.539628589e-10, 1e-15)]
    [InlineData("9000 1120", "90 10", 12.80632411, .0003454496, 1e-9)]
    [InlineData("3400 3310 3290", "1 1 1", 2.06, .357006961, 1e-9)]
    [InlineData("1000 1200", "1 1", 18.18181818, .000020079, 1e-9)]
    [InlineData("135 115", "1 1", 1.6, .205903211, 1e-9)]
    [InlineData("310 98", "75 25", .209150327, .647434186, 1e-9)]
    [InlineData("0 10 10", "34 33 33", 10.30303030, .005790624, 1e-9)]
    [InlineData("1000 1200 900", "50 50 0", 18.18181818, .000020079, 1e-9)]
    public void Splits_match_R_and_GrowthBook(string users, string weights, double chi2, double p, double tolerance)
    {
        var split = SampleRatio.Of(Numbers(users), Numbers(weights));

        Assert.Equal(chi2, split.Chi2, 1e-8);
        Assert.Equal(p, split.P, tolerance);
        Assert.Equal(p < .001, split.Mismatch);
    }

    [Theory]
    [InlineData("0 0", "1 1")]
    [InlineData("100 0", "1 0")]
    [InlineData("100", "1")]
    public void Nobody_or_a_single_arm_cannot_be_tested(string users, string weights)
    {
        var split = SampleRatio.Of(Numbers(users), Numbers(weights));

        Assert.Equal(1, split.P);
        Assert.False(split.Testable || split.Mismatch);
    }

    [Fact]
    public void The_unit_of_the_plan_and_the_order_of_the_arms_do_not_matter() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Double[.1, 10]).Array[2, 6].Where(arms => arms.Sum(a => a.Item1) > 0).Sample(arms =>
        {
            double[] users = [.. arms.Select(a => (double)a.Item1)], weights = [.. arms.Select(a => a.Item2)];
            var split = SampleRatio.Of(users, weights);
            Assert.InRange(split.P, 0, 1);
            Assert.Equal(split.P, SampleRatio.Of(users, [.. weights.Select(w => 100 * w)]).P, 1e-9);
            Assert.Equal(split.P, SampleRatio.Of([.. users.Reverse()], [.. weights.Reverse()]).P, 1e-9);
            Assert.Equal(1, SampleRatio.Of(weights, weights).P, 1e-9);
        }, iter: 300);

    [Fact]
    public void A_billion_people_split_as_planned_pass_and_a_thousandth_off_does_not()
    {
        Assert.Equal(1, SampleRatio.Of([5e8, 5e8], [1, 1]).P);
        Assert.True(SampleRatio.Of([5.005e8, 4.995e8], [1, 1]).Mismatch);
    }

    [Fact]
    public void Arms_without_a_plan_are_a_fault_of_the_caller() => Assert.Throws<ArgumentException>(() => SampleRatio.Of([1, 2], [1]));

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(t => double.Parse(t, System.Globalization.CultureInfo.InvariantCulture))];
}
