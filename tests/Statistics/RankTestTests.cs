using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

public sealed class RankTestTests
{
    /// <summary>Hollander and Wolfe 1973, p. 69, in R's help of wilcox.test.</summary>
    private static readonly double[] AtTerm = [.80, .83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, .73, 1.46];
    private static readonly double[] Early = [1.15, .88, .90, .74, 1.21];

    /// <summary>R's airquality: ozone in May and in August.</summary>
    private static readonly double[] May = [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37];
    private static readonly double[] August = [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85];

    [Fact]
    public void Without_ties_the_distribution_is_counted()
    {
        var test = RankTest.Of(Early, AtTerm)!;

        Assert.Equal(35, test.U);
        Assert.Equal(2 * .1272, test.P, 1e-4);
    }

    [Fact]
    public void With_ties_the_normal_tail_is_taken()
    {
        var test = RankTest.Of(August, May)!;

        Assert.Equal(127.5, test.U);
        Assert.Equal(.0001208, test.P, 5e-8);
    }

    [Fact]
    public void The_counted_distribution_is_that_of_every_order()
    {
        // Three against two: of the ten orders, U is 0, 1, 2, 2, 3, 3, 4, 4, 5, 6.
        Assert.Equal(2 * .1, RankTest.Of([4, 5], [1, 2, 3])!.P, 1e-12);
        Assert.Equal(2 * .2, RankTest.Of([3, 5], [1, 2, 4])!.P, 1e-12);
        Assert.Equal(2 * .4, RankTest.Of([2, 5], [1, 3, 4])!.P, 1e-12);
    }

    [Fact]
    public void The_shift_is_the_median_of_all_differences_and_lies_in_its_range()
    {
        var test = RankTest.Of([1, 2, 3, 4, 5, 6, 7, 8], [11, 12, 13, 14, 15, 16, 17, 18])!;

        Assert.Equal(10, test.Shift);

        // Eight against eight: R's qwilcox(.025, 8, 8) is 14, so that 13 of the 64 differences lie outside at each end.
        var differences = Enumerable.Range(1, 8).SelectMany(a => Enumerable.Range(11, 8).Select(b => (double)b - a)).Order().ToArray();
        Assert.Equal(new Interval(differences[13], differences[50]), test.Range);
    }

    [Fact]
    public void The_range_holds_the_true_shift_about_ninety_five_times_in_a_hundred()
    {
        var random = new Random(11);
        var held = Enumerable.Range(0, 400).Count(_ =>
        {
            var (a, b) = (Enumerable.Range(0, 12).Select(_ => Noise()).ToArray(), Enumerable.Range(0, 14).Select(_ => Noise() + .7).ToArray());
            return RankTest.Of(a, b)!.Range.Contains(.7);
        });

        Assert.InRange(held, 368, 398);
        double Noise() => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
    }

    [Fact]
    public void Posts_needed_show_the_shift_four_times_in_five()
    {
        var random = new Random(5);
        var half = (int)Math.Ceiling(RankTest.NeededFor(.5, .8, .05) / 2);
        var shown = Enumerable.Range(0, 300).Count(_ => RankTest.Of([.. Sample(half, 0)], [.. Sample(half, .5)])!.P < .05);

        Assert.InRange(shown, 215, 265);
        Assert.Equal(double.PositiveInfinity, RankTest.NeededFor(0, .8, .05));
        IEnumerable<double> Sample(int n, double shift) => Enumerable.Range(0, n).Select(_ => MathNet.Numerics.Distributions.Normal.Sample(random, shift, .8));
    }

    [Fact]
    public void A_hundred_thousand_values_take_no_time_and_keep_their_shift()
    {
        var random = new Random(2);
        var test = RankTest.Of([.. Enumerable.Range(0, 50_000).Select(_ => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1))], [.. Enumerable.Range(0, 60_000).Select(_ => MathNet.Numerics.Distributions.Normal.Sample(random, .1, 1))])!;

        Assert.InRange(test.Shift, .08, .12);
        Assert.InRange(test.Range.High - test.Range.Low, .015, .035);
    }

    [Fact]
    public void Nothing_against_nothing_is_no_test() => Assert.Null(RankTest.Of([], [1, 2]));

    [Fact]
    public void All_alike_is_no_surprise() => Assert.Equal((1, 0), (RankTest.Of([3, 3, 3], [3, 3])!.P, RankTest.Of([3, 3, 3], [3, 3])!.Shift));
}
