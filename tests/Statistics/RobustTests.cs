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

    [Fact]
    public void Holm_matches_R()
    {
        Assert.Equal([.05, .12, .12, .03, 1, 1], Correction.Holm([.01, .04, .03, .005, .55, .6]).Select(p => Math.Round(p, 10)));
    }

    [Fact]
    public void Lmdi_matches_the_worked_examples()
    {
        var revenue = Lmdi.Effects([(50_000, 55_000), (.02, .017), (60, 64)]);
        var cpa = Lmdi.Effects([(8 / 1000.0, 9.2 / 1000), (1 / .012, 1 / .011), (1 / .03, 1 / .027)]);

        Assert.NotNull(revenue);
        Assert.NotNull(cpa);
        Assert.Equal([5710.9826, -9738.1285, 3867.1459], revenue.Select(e => Math.Round(e, 4)));
        Assert.Equal(-160, revenue.Sum(), 1e-6);
        Assert.Equal([3.6837717, 2.2934001, 2.777037], cpa.Select(e => Math.Round(e, 7)));
    }

    [Fact]
    public void Lmdi_is_silent_when_a_factor_starts_or_stops() => Assert.Null(Lmdi.Effects([(0, 5), (2, 3)]));

    [Fact]
    public void Lmdi_effects_add_up_and_survive_equal_products() =>
        Gen.Double[.001, 1e6].Array[6].Sample(x =>
        {
            var effects = Lmdi.Effects([(x[0], x[1]), (x[2], x[3]), (x[4], x[5])]);
            var (before, after) = (x[0] * x[2] * x[4], x[1] * x[3] * x[5]);
            Assert.Equal(after - before, effects!.Sum(), 1e-6 * (before + after));
            Assert.Equal([0.0, 0.0], Lmdi.Effects([(x[0], x[0]), (x[1], x[1])])!);
        });
}
