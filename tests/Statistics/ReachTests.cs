using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 3.5.</summary>
public sealed class ReachTests
{
    [Theory]
    [InlineData(50, .3935, .0144)]
    [InlineData(100, .6321, .0803)]
    [InlineData(200, .8647, .3233)]
    [InlineData(400, .9817, .7619)]
    public void Contacts_at_random_once_and_three_times(double grp, double once, double thrice)
    {
        Assert.Equal(once, Reach.PoissonAtLeast(grp, 1), 5e-5);
        Assert.Equal(thrice, Reach.PoissonAtLeast(grp, 3), 5e-5);
    }

    [Theory]
    [InlineData(.5, .5528)]
    [InlineData(1, .6667)]
    public void Real_reach_saturates_sooner(double k, double once) => Assert.Equal(once, Reach.NegativeBinomialAtLeast(200, k, 1), 5e-5);

    [Fact]
    public void Frequency_and_joint_reach()
    {
        Assert.Equal(3, Reach.Frequency(540_000, 180_000));
        Assert.Equal(.55, Reach.Joint(.4, .25), 1e-12);
    }

    [Fact]
    public void Reach_lies_in_0_to_1_grows_with_points_falls_with_times_and_tends_to_chance() =>
        Gen.Select(Gen.Double[0, 3000], Gen.Double[.05, 20], Gen.Int[1, 12]).Sample((grp, k, times) =>
        {
            var (poisson, spread) = (Reach.PoissonAtLeast(grp, times), Reach.NegativeBinomialAtLeast(grp, k, times));
            Assert.InRange(poisson, 0, 1);
            Assert.InRange(spread, 0, 1);
            Assert.True(Reach.PoissonAtLeast(grp + 10, times) >= poisson - 1e-12 && Reach.NegativeBinomialAtLeast(grp + 10, k, times) >= spread - 1e-12);
            Assert.True(Reach.PoissonAtLeast(grp, times + 1) <= poisson + 1e-12 && Reach.NegativeBinomialAtLeast(grp, k, times + 1) <= spread + 1e-12);
            Assert.True(Reach.NegativeBinomialAtLeast(grp, k, 1) <= Reach.PoissonAtLeast(grp, 1) + 1e-12);
            Assert.Equal(poisson, Reach.NegativeBinomialAtLeast(grp, 1e7, times), 1e-4);
        }, iter: 300);

    [Fact]
    public void Contacts_of_all_counts_add_up_to_the_mean() =>
        Gen.Select(Gen.Double[1, 400], Gen.Double[.5, 5]).Sample((grp, k) =>
            Assert.Equal(grp / 100, Enumerable.Range(1, 400).Sum(times => Reach.NegativeBinomialAtLeast(grp, k, times)), 1e-6), iter: 50);

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(1e9, 3, 1)]
    public void Extremes(double grp, int times, double share)
    {
        Assert.Equal(share, Reach.PoissonAtLeast(grp, times), 1e-12);
        Assert.Equal(share, Reach.NegativeBinomialAtLeast(grp, 2, times), 1e-9);
    }

    [Fact]
    public void Nobody_reached_or_forty_percent_written_as_40_is_a_fault_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Reach.Frequency(1000, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Reach.Joint(40, .25));
    }
}
