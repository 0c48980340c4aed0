using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

public sealed class PoissonCountsTests
{
    [Theory]
    [InlineData(0, 0, 3.688879454)]
    [InlineData(1, .02531780798, 5.571643391)]
    [InlineData(5, 1.62348639, 11.66833208)]
    [InlineData(10, 4.795388696, 18.39035604)]
    [InlineData(30, 20.24087402, 42.82686539)]
    [InlineData(100, 81.36399125, 121.6267938)]
    public void Garwood_limits_match_R(double count, double low, double high)
    {
        var range = PoissonCounts.Range(count);

        Assert.Equal(low, range.Low, 1e-6);
        Assert.Equal(high, range.High, 1e-6);
    }

    [Theory]
    [InlineData(1500, 30, 35.0247, 74.1075)]
    [InlineData(300, 4, 29.2923, 275.2634)]
    [InlineData(12000, 400, 27.1994, 33.1715)]
    public void Range_of_a_cpa_is_the_spend_over_the_range_of_the_count(double spend, double conversions, double low, double high)
    {
        var cpa = PoissonCounts.Range(conversions).Map(n => spend / n);

        Assert.Equal(low, cpa.Low, 1e-4);
        Assert.Equal(high, cpa.High, 1e-4);
    }

    [Fact]
    public void Twenty_four_then_seventeen_leads_is_minus_62_to_plus_32_percent()
    {
        var log = PoissonCounts.LogRatio(24, 17);
        var exact = PoissonCounts.ExactRatio(24, 17);

        Assert.Equal(-.292, log.Ratio - 1, 5e-4);
        Assert.Equal(-.619, log.Range.Low - 1, 5e-4);
        Assert.Equal(.318, log.Range.High - 1, 6e-4);
        Assert.Equal(-.643, exact.Range.Low - 1, 5e-4);
        Assert.Equal(.375, exact.Range.High - 1, 5e-4);
        Assert.Equal(.349, exact.P, 5e-4);
    }

    [Fact]
    public void Twelve_hundred_then_1050_is_a_real_fall()
    {
        var log = PoissonCounts.LogRatio(1200, 1050);

        Assert.Equal(-.125, log.Ratio - 1, 5e-4);
        Assert.Equal(-.195, log.Range.Low - 1, 5e-4);
        Assert.Equal(-.049, log.Range.High - 1, 6e-4);
        Assert.Equal(.00158, log.P, 1e-5);
        Assert.InRange(PoissonCounts.ExactRatio(1200, 1050).P, .0015, .0018);
    }

    [Fact]
    public void A_third_between_two_cpas_is_no_proof_at_thirty_conversions()
    {
        var exact = PoissonCounts.ExactRatio(48, 30, 1800, 1500);

        Assert.Equal(.2554458, exact.P, 1e-6);
        Assert.Equal(.75, exact.Ratio, 1e-9);
        Assert.Equal(.4588370239, exact.Range.Low, 1e-6);
        Assert.Equal(1.2080381703, exact.Range.High, 1e-6);
    }

    [Fact]
    public void The_same_as_a_ratio_of_costs()
    {
        var costs = PoissonCounts.ExactRatio(30, 48, 1500, 1800);

        Assert.Equal(1.3333, costs.Ratio, 5e-5);
        Assert.Equal(.82778841, costs.Range.Low, 5e-8);
        Assert.Equal(2.1794231, costs.Range.High, 5e-7);
        Assert.Equal(.25544581, costs.P, 5e-8);
    }

    /// <summary>51 sixes in 235 throws (1.1): given the sum, the exact ratio's p is that of a binomial with chance 1/6.</summary>
    [Fact]
    public void Fifty_one_sixes_in_235_throws_match_statsmodels() => Assert.Equal(.0437479701824, PoissonCounts.ExactRatio(184, 51, 5, 1).P, 1e-10);

    [Fact]
    public void Ratios_hold_their_estimate_widen_with_confidence_shrink_with_counts_and_invert_when_the_sides_swap() =>
        Gen.Select(Gen.Int[1, 3000], Gen.Int[1, 3000], Gen.Double[.1, 10], Gen.Double[.5, .95]).Sample((first, second, exposure, confidence) =>
        {
            foreach (var method in new Func<double, double, double, double, double, RateRatio>[] { PoissonCounts.LogRatio, PoissonCounts.ExactRatio })
            {
                var (found, wider, back, more) = (method(first, second, 1, exposure, confidence), method(first, second, 1, exposure, confidence + .04), method(second, first, exposure, 1, confidence), method(9.0 * first, 9.0 * second, 1, exposure, confidence));
                Assert.InRange(found.Ratio, found.Range.Low, found.Range.High);
                Assert.True(wider.Range.Low < found.Range.Low && wider.Range.High > found.Range.High);
                Assert.Equal(1, found.Range.Low * back.Range.High, 1e-6);
                Assert.Equal(found.P, back.P, 1e-6);
                Assert.True(more.Range.High / more.Range.Low < found.Range.High / found.Range.Low);
            }
        }, iter: 200);

    [Theory]
    [InlineData(.1, 384)]
    [InlineData(.2, 96)]
    [InlineData(.3, 43)]
    [InlineData(.5, 15)]
    public void Count_needed_for_a_precision(double precision, double needed) => Assert.Equal(needed, PoissonCounts.NeededFor(precision));

    [Fact]
    public void Range_holds_the_count_widens_with_confidence_and_narrows_relatively_with_n() =>
        Gen.Select(Gen.Double[1, 1e6], Gen.Double[.5, .95]).Sample((count, confidence) =>
        {
            var (range, wider, more) = (PoissonCounts.Range(count, confidence), PoissonCounts.Range(count, confidence + .04), PoissonCounts.Range(4 * count + 4, confidence));
            Assert.True(range.Contains(count));
            Assert.True(wider.Low <= range.Low && wider.High >= range.High);
            Assert.True((more.High - more.Low) / (4 * count + 4) < (range.High - range.Low) / Math.Max(count, 1e-9));
        }, iter: 300);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1e9, 1e9)]
    [InlineData(1e9, 0)]
    [InlineData(19_999.5, 20_000.5)]
    public void Extremes_never_give_nan_or_a_fault(double first, double second)
    {
        foreach (var ratio in new[] { PoissonCounts.LogRatio(first, second), PoissonCounts.ExactRatio(first, second) })
        {
            Assert.False(double.IsNaN(ratio.Range.Low) || double.IsNaN(ratio.Range.High));
            Assert.InRange(ratio.P, 0, 1);
        }

        Assert.True(double.IsFinite(PoissonCounts.Range(first).High));
    }

    [Fact]
    public void A_negative_count_is_a_fault_of_the_caller() => Assert.Throws<ArgumentOutOfRangeException>(() => PoissonCounts.Range(-1));
}
