using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 3.4.</summary>
public sealed class MarginalCostTests
{
    [Fact]
    public void The_last_sixty_cost_83_33_each_where_the_average_says_57_69()
    {
        var found = MarginalCost.Of([(15_000, 260), (10_000, 200)]);
        var step = Assert.Single(found.Steps);

        Assert.Equal((10_000, 15_000, 200, 260), (step.FromSpend, step.ToSpend, step.FromConversions, step.ToConversions));
        Assert.Equal(83.33, step.Cost!.Value, .005);
        Assert.Equal(57.69, step.AverageCost!.Value, .005);
        Assert.Equal(.64707, found.Elasticity!.Value, 5e-6);
        Assert.Null(found.ElasticityRange);
        Assert.Equal(313.2, found.Predict(20_000)!.Value, .05);
        Assert.Equal(260, found.Predict(15_000)!.Value, 1e-9);
    }

    [Fact]
    public void The_range_comes_from_both_counts()
    {
        // Exact limits of 200: 173.241 to 229.717; of 260: 229.357 to 293.580. 60 - sqrt(30.643² + 29.717²) = 17.314, 60 + sqrt(33.580² + 26.759²) = 102.938.
        var step = MarginalCost.Of([(10_000, 200), (15_000, 260)]).Steps[0];

        Assert.Equal(5000 / 102.938, step.CostRange.Low, .01);
        Assert.Equal(5000 / 17.314, step.CostRange.High, .1);
    }

    [Fact]
    public void An_addition_that_may_be_noise_has_no_upper_limit_and_a_loss_no_cost()
    {
        var maybe = MarginalCost.Of([(100, 20), (150, 25)]).Steps[0];
        var less = MarginalCost.Of([(100, 25), (150, 20)]).Steps[0];
        var surely = MarginalCost.Of([(100, 2500), (150, 2000)]).Steps[0];

        Assert.Equal(10, maybe.Cost!.Value, 1e-12);
        Assert.True(maybe.CostRange.Low is > 0 and < 10);
        Assert.Equal(double.PositiveInfinity, maybe.CostRange.High);
        Assert.Null(less.Cost);
        Assert.True(double.IsFinite(less.CostRange.Low));
        Assert.Equal(new Interval(double.PositiveInfinity, double.PositiveInfinity), surely.CostRange);
    }

    [Fact]
    public void Three_levels_give_the_elasticity_a_t_range()
    {
        var found = MarginalCost.Of([(10_000, 200), (15_000, 260), (20_000, 330)]);

        // Least squares of the logarithms, written out; with one degree of freedom t is 12.7062.
        double[] x = [Math.Log(10_000), Math.Log(15_000), Math.Log(20_000)];
        double[] y = [Math.Log(200), Math.Log(260), Math.Log(330)];
        var (mx, my) = (x.Average(), y.Average());
        var sxx = x.Sum(v => (v - mx) * (v - mx));
        var slope = x.Zip(y, (u, v) => (u - mx) * (v - my)).Sum() / sxx;
        var error = Math.Sqrt(x.Zip(y, (u, v) => Math.Pow(v - my - slope * (u - mx), 2)).Sum() / sxx);
        Assert.Equal(2, found.Steps.Count);
        Assert.Equal(slope, found.Elasticity!.Value, 1e-9);
        Assert.Equal(slope - 12.7062047 * error, found.ElasticityRange!.Value.Low, 1e-6);
        Assert.Equal(slope + 12.7062047 * error, found.ElasticityRange!.Value.High, 1e-6);
    }

    [Fact]
    public void A_power_law_is_found_again_and_its_marginal_cost_is_the_average_over_the_elasticity()
    {
        var found = MarginalCost.Of([.. Enumerable.Range(0, 40).Select(i => (1000 + 10.0 * i, 3 * Math.Pow(1000 + 10.0 * i, .6)))]);

        Assert.Equal(.6, found.Elasticity!.Value, 1e-9);
        Assert.Equal(3 * Math.Pow(5000, .6), found.Predict(5000)!.Value, 1e-6);
        Assert.All(found.Steps, s => Assert.Equal(s.AverageCost!.Value / .6, s.Cost!.Value, s.Cost.Value * .01));
    }

    [Fact]
    public void Periods_with_one_spend_are_averaged_and_narrow_the_range()
    {
        var once = MarginalCost.Of([(10_000, 200), (15_000, 260)]).Steps[0];
        var thrice = MarginalCost.Of([(10_000, 190), (15_000, 260), (10_000, 210), (15_000, 250), (10_000, 200), (15_000, 270)]).Steps[0];

        Assert.Equal((once.FromConversions, once.ToConversions, once.Cost), (thrice.FromConversions, thrice.ToConversions, thrice.Cost));
        Assert.True(thrice.CostRange.Low > once.CostRange.Low && thrice.CostRange.High < once.CostRange.High);
    }

    [Fact]
    public void Steps_ascend_and_each_range_holds_its_cost() =>
        Gen.Select(Gen.Double[0, 1e5], Gen.Int[0, 3000]).List[0, 8].Sample(levels =>
        {
            var found = MarginalCost.Of([.. levels.Select(l => (Math.Round(l.Item1), (double)l.Item2))]);
            Assert.All(found.Steps, s => Assert.True(s.ToSpend > s.FromSpend && s.CostRange.Low > 0 && s.CostRange.Low <= s.CostRange.High));
            Assert.All(found.Steps.Where(s => s.Cost is not null), s => Assert.True(s.CostRange.Contains(s.Cost!.Value)));
            Assert.False(double.IsNaN(found.Elasticity ?? 0) || double.IsNaN(found.ElasticityRange?.Low ?? 0));
        }, iter: 300);

    [Fact]
    public void Nothing_to_compare_gives_no_step_and_zeros_no_fault()
    {
        Assert.Empty(MarginalCost.Of([]).Steps);
        Assert.Empty(MarginalCost.Of([(100, 5), (100, 7)]).Steps);
        Assert.Null(MarginalCost.Of([(100, 5), (100, 7)]).Predict(50));
        var zeros = MarginalCost.Of([(0, 0), (100, 0), (1e9, 1e9)]);
        Assert.Null(zeros.Elasticity);
        Assert.Equal((null, 1e9 - 100), (zeros.Steps[0].Cost, zeros.Steps[1].ToSpend - zeros.Steps[1].FromSpend));
        Assert.True(double.IsFinite(zeros.Steps[1].CostRange.High));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarginalCost.Of([(-1, 5)]));
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(8, 14)]
    [InlineData(40, 70)]
    [InlineData(300, 350)]
    public void The_range_holds_the_true_cost_as_often_as_it_says(double before, double after)
    {
        var random = new Random(7);
        var held = Enumerable.Range(0, 1500).Count(_ => MarginalCost.Of([(1000, Draw(before)), (2000, Draw(after))]).Steps[0].CostRange.Contains(1000 / (after - before)));

        Assert.InRange(held / 1500.0, .935, 1);
        double Draw(double mean) => mean == 0 ? 0 : MathNet.Numerics.Distributions.Poisson.Sample(random, mean);
    }
}
