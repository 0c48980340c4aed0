using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 3.1.</summary>
public sealed class ReturnOnSpendTests
{
    [Fact]
    public void Forty_orders_of_62_for_a_thousand_return_2_48_give_or_take_0_88()
    {
        var found = ReturnOnSpend.Of(1000, 40 * 62, 40, 35);

        Assert.Equal(2.48, found.Ratio, 1e-12);
        Assert.Equal(1.5974502, found.Range.Low, 5e-8);
        Assert.Equal(3.3625498, found.Range.High, 5e-8);
        Assert.Equal(.4502888, (found.Range.High - found.Range.Low) / 2 / 1.959963985, 5e-8);
        Assert.False(found.DeviationAssumed);
    }

    [Fact]
    public void Ten_orders_of_one_value_have_the_exact_range_of_their_count()
    {
        var found = ReturnOnSpend.Of(1000, 620, 10, 0);

        Assert.Equal(4.795388696 * .062, found.Range.Low, 1e-6);
        Assert.Equal(18.39035604 * .062, found.Range.High, 1e-6);
    }

    [Fact]
    public void Orders_without_any_value_return_nothing() => Assert.Equal(new Interval(0, 0), ReturnOnSpend.Of(1000, 0, 10).Range);

    [Fact]
    public void Without_a_deviation_it_is_taken_as_the_mean_value_and_said_so()
    {
        var (assumed, stated) = (ReturnOnSpend.Of(1000, 2480, 40), ReturnOnSpend.Of(1000, 2480, 40, 62));

        Assert.True(assumed.DeviationAssumed);
        Assert.Equal(stated.Range, assumed.Range);
    }

    [Fact]
    public void The_range_holds_the_ratio_stays_above_zero_widens_with_confidence_and_narrows_with_orders() =>
        Gen.Select(Gen.Double[1, 1e6], Gen.Double[1, 1e5], Gen.Double[0, 500], Gen.Double[.5, .95]).Sample((spend, orders, deviation, confidence) =>
        {
            var (range, wider, more) = (Of(orders, confidence), Of(orders, confidence + .04), Of(4 * orders, confidence));
            Assert.True(range.Range.Contains(range.Ratio) && range.Range.Low >= 0);
            Assert.True(wider.Range.Low <= range.Range.Low && wider.Range.High > range.Range.High);
            Assert.True((more.Range.High - more.Ratio) / more.Ratio < (range.Range.High - range.Ratio) / range.Ratio);
            ReturnOnSpend Of(double n, double c) => ReturnOnSpend.Of(spend, n * 62, n, deviation, c);
        }, iter: 300);

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(1, 5, 0)]
    [InlineData(1, 0, 3)]
    [InlineData(1e9, 1, 1)]
    [InlineData(.01, 1e9, 1e9)]
    [InlineData(1e9, 1e12, .3)]
    public void Extremes_never_give_nan_or_a_fault(double spend, double revenue, double orders)
    {
        var found = ReturnOnSpend.Of(spend, revenue, orders);

        Assert.True(double.IsFinite(found.Ratio));
        Assert.True(found.Range.Low >= 0 && found.Range.High >= found.Ratio);
        Assert.Equal(orders == 0, double.IsInfinity(found.Range.High));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, double.NaN)]
    public void Nothing_spent_or_a_negative_is_a_fault_of_the_caller(double spend, double revenue, double orders) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReturnOnSpend.Of(spend, revenue, orders));
}
