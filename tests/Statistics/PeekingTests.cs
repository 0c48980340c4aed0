using CsCheck;
using MathNet.Numerics.Distributions;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 1.5.</summary>
public sealed class PeekingTests
{
    /// <summary>The sheet's rates are simulated, 400,000 runs each, and rounded to three digits: twice their error is .0018.</summary>
    [Theory]
    [InlineData(1, .050)]
    [InlineData(2, .082)]
    [InlineData(3, .106)]
    [InlineData(5, .141)]
    [InlineData(10, .193)]
    [InlineData(14, .220)]
    [InlineData(20, .247)]
    [InlineData(28, .275)]
    public void Looking_more_often_finds_more_that_is_not_there(int looks, double rate) => Assert.Equal(rate, Peeking.FalsePositiveRate(looks), .0018);

    [Fact]
    public void A_single_look_has_exactly_its_alpha() => Assert.Equal(.05, Peeking.FalsePositiveRate(1), 1e-9);

    [Fact]
    public void Five_looks_at_Pococks_constant_keep_five_percent() => Assert.Equal(.05, Peeking.FalsePositiveRate(5, 2 * Normal.CDF(0, 1, -2.413)), 1e-4);

    [Fact]
    public void The_rate_grows_with_every_look_and_stays_below_all_of_them_independent() => Gen.Select(Gen.Int[1, 99], Gen.Double[.001, .2]).Sample((looks, alpha) =>
    {
        var rate = Peeking.FalsePositiveRate(looks, alpha);
        Assert.True(Peeking.FalsePositiveRate(looks + 1, alpha) > rate);
        Assert.InRange(rate, alpha - 1e-7, 1 - Math.Pow(1 - alpha, looks) + 1e-7);
    }, iter: 30);

    [Fact]
    public void Beyond_a_hundred_looks_the_rate_of_a_hundred_is_given() => Assert.Equal(Peeking.FalsePositiveRate(100), Peeking.FalsePositiveRate(5000));

    [Theory]
    [InlineData(5_000, -.11668664, .61668664, .63194665)]
    [InlineData(20_000, -.1059098, .6059098, .39718817)]
    public void The_range_that_holds_at_any_look_on_200_and_250_of_10_000(double tuning, double low, double high, double p)
    {
        // GrowthBook's relative lift .25 and its error .11726039 (1.1).
        var range = Peeking.AnytimeRange(.25, .11726039, 20_000, tuning: tuning);

        Assert.Equal(low, range.Low, 1e-7);
        Assert.Equal(high, range.High, 1e-7);
        Assert.Equal(p, Peeking.AnytimeP(.25, .11726039, 20_000, tuning: tuning), 1e-7);
    }

    [Fact]
    public void The_range_matches_GrowthBooks_published_ones()
    {
        var rates = Peeking.AnytimeRange(2422.0 / 3461 / (1396.0 / 3000) - 1, .033860215, 6461);
        Assert.Equal(.40097850, rates.Low, 1e-7);
        Assert.Equal(.60674821, rates.High, 1e-7);

        // Its means, N* of 1,000: the error is known to four digits, from the one-sided limit of the same test (.50336 + .04514 over 1.645).
        var means = Peeking.AnytimeRange(.50336, .54850 / 1.6449, 6461, tuning: 1000);
        Assert.Equal(-.55844, means.Low, 5e-4);
        Assert.Equal(1.56516, means.High, 5e-4);
        Assert.Equal(1, Peeking.AnytimeP(.50336, .54850 / 1.6449, 6461, tuning: 1000));
    }

    [Fact]
    public void Free_looks_cost_half_as_much_again_where_the_range_is_tightest() =>
        Assert.Equal(1.5486, Peeking.AnytimeRange(0, 1, Peeking.DefaultTuning).High / 1.959963985, 5e-5);

    [Fact]
    public void The_range_holds_the_estimate_is_wider_than_a_fixed_one_widens_with_confidence_and_leaves_zero_out_where_p_says_so() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[.001, .5], Gen.Double[1, 8], Gen.Double[.01, .2]).Sample((estimate, error, size, alpha) =>
        {
            var users = Math.Pow(10, size);
            var range = Peeking.AnytimeRange(estimate, error, users, alpha);
            Assert.True(range.Contains(estimate));
            Assert.True((range.High - range.Low) / 2 > NormalQuantile.TwoSided(1 - alpha) * error);
            Assert.True(Peeking.AnytimeRange(estimate, error, users, alpha / 2).High > range.High);
            Assert.Equal(range.Contains(0), Peeking.AnytimeP(estimate, error, users, alpha) >= alpha);
        }, iter: 300);

    [Theory]
    [InlineData(0, .1)]
    [InlineData(100, 0)]
    [InlineData(100, double.NaN)]
    public void Without_people_or_an_error_nothing_is_known(double users, double error)
    {
        Assert.Equal(new Interval(double.NegativeInfinity, double.PositiveInfinity), Peeking.AnytimeRange(.1, error, users));
        Assert.Equal(1, Peeking.AnytimeP(.1, error, users));
    }
}
