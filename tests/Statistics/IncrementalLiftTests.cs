using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 3.3.</summary>
public sealed class IncrementalLiftTests
{
    private static readonly IncrementalLift Worked = IncrementalLift.Of(new Arm(420, 30_000), new Arm(1530, 90_000), 18_000, 45);

    [Fact]
    public void A_campaign_that_shows_a_return_of_2_75_brought_back_0_675()
    {
        Assert.Equal(270, Worked.Extra, 1e-9);
        Assert.Equal(128.24, Worked.ExtraRange.Low, .005);
        Assert.Equal(411.76, Worked.ExtraRange.High, .005);
        Assert.Equal(.21428571, Worked.Relative!.Value, 5e-9);
        Assert.Equal(.00018914, Worked.P, 5e-9);
        Assert.Equal(66.67, Worked.CostPerExtra!.Value, .005);
        Assert.Equal(.675, Worked.Iroas!.Value, 1e-9);

        // The sheet's z of 3.7330903 is that of the range (variances apart), not the pooled one (3.559).
        Assert.Equal(3.7330903, Worked.Extra / ((Worked.ExtraRange.High - Worked.Extra) / 1.959963985), 5e-7);

        // 1,100 sales that the platform claims: a return of 2.75, of which a quarter was added.
        Assert.Equal(2.75, 1100 * 45 / 18_000.0, 1e-9);
        Assert.Equal(.24545, Worked.Extra / 1100, 5e-6);
    }

    [Fact]
    public void Cost_and_return_carry_the_range_of_what_was_added()
    {
        Assert.Equal(18_000 / Worked.ExtraRange.High, Worked.CostRange.Low, 1e-9);
        Assert.Equal(18_000 / Worked.ExtraRange.Low, Worked.CostRange.High, 1e-9);
        Assert.Equal(Worked.ExtraRange.Low * 45 / 18_000, Worked.IroasRange!.Value.Low, 1e-9);
        Assert.True(Worked.RelativeRange!.Value.Contains(Worked.Relative!.Value));

        var unsure = IncrementalLift.Of(new Arm(42, 3000), new Arm(140, 9000), 1800, null);
        Assert.True(unsure.CostPerExtra > 0);
        Assert.Equal(double.PositiveInfinity, unsure.CostRange.High);
        Assert.Null(unsure.Iroas);
        Assert.Null(unsure.IroasRange);
    }

    [Fact]
    public void An_ad_that_added_less_than_nothing_has_no_cost_per_sale()
    {
        var lost = IncrementalLift.Of(new Arm(1530, 90_000), new Arm(420, 30_000), 18_000, 45);

        Assert.True(lost.Extra < 0 && lost.Iroas < 0);
        Assert.Null(lost.CostPerExtra);
        Assert.Equal(new Interval(double.PositiveInfinity, double.PositiveInfinity), lost.CostRange);
    }

    [Fact]
    public void Few_conversions_are_read_by_newcombe()
    {
        var (heldOut, exposed) = (new Arm(3, 1000), new Arm(20, 3000));

        Assert.Equal(RateDifference.Newcombe(heldOut, exposed).Map(d => d * 3000), IncrementalLift.Of(heldOut, exposed, 100, null).ExtraRange);
    }

    [Fact]
    public void Showing_ten_percent_more_takes_three_hundred_thousand_people()
    {
        var (treated, heldOut) = IncrementalLift.Needed(.014, .1, .75);

        Assert.Equal(226_555.67, treated, .005);
        Assert.Equal(75_518.56, heldOut, .005);
        Assert.True(IncrementalLift.Needed(.014, .1, .5).Treated + IncrementalLift.Needed(.014, .1, .5).HeldOut < treated + heldOut);
    }

    [Fact]
    public void The_range_holds_what_was_added_and_narrows_with_people() =>
        Gen.Select(Gen.Int[10, 5000], Gen.Int[10, 5000], Gen.Double[.01, 1], Gen.Double[.01, 1]).Sample((held, seen, a, b) =>
        {
            Arm Of(int n, double share, int times) => new(Math.Round(n * share) * times, (double)n * times);
            var (once, more) = (IncrementalLift.Of(Of(held, a, 1), Of(seen, b, 1), 100, 45), IncrementalLift.Of(Of(held, a, 16), Of(seen, b, 16), 100, 45));
            Assert.InRange(once.Extra, once.ExtraRange.Low - 1e-9, once.ExtraRange.High + 1e-9);
            Assert.True(more.ExtraRange.High - more.ExtraRange.Low <= 16 * (once.ExtraRange.High - once.ExtraRange.Low) + 1e-9);
            Assert.InRange(once.P, 0, 1);
            Assert.True(once.CostRange.Low <= once.CostRange.High);
        }, iter: 300);

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 1, 0, 1)]
    [InlineData(1, 1, 0, 1)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(0, 1e9, 1e9, 1e9)]
    [InlineData(1e7, 1e9, 1.001e7, 1e9)]
    [InlineData(0, 0, 12, 900)]
    public void Extremes_never_give_nan_or_a_fault(double heldConversions, double held, double seenConversions, double seen)
    {
        foreach (var spend in new[] { 0, 1e6 })
        {
            var lift = IncrementalLift.Of(new Arm(heldConversions, held), new Arm(seenConversions, seen), spend, 45);
            double[] all = [lift.Extra, lift.ExtraRange.Low, lift.ExtraRange.High, lift.Relative ?? 0, lift.P, lift.CostPerExtra ?? 0, lift.Iroas ?? 0, lift.IroasRange?.Low ?? 0];
            Assert.All(all, x => Assert.True(double.IsFinite(x)));
            Assert.False(double.IsNaN(lift.CostRange.Low + lift.CostRange.High));
        }
    }

    [Theory]
    [InlineData(.014, 0, .75)]
    [InlineData(.014, .1, 1)]
    [InlineData(0, .1, .5)]
    [InlineData(.6, 1, .5)]
    public void A_size_for_nothing_is_a_fault_of_the_caller(double rate, double lift, double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IncrementalLift.Needed(rate, lift, share));
}
