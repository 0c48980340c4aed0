using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 3.1.</summary>
public sealed class ReturnOnSpendTests
{
    /// <summary>The sheet's plain normal range, 1.5974502 to 3.3625498, is the standard error's; ours is wider, and farther up than down.</summary>
    [Fact]
    public void Forty_orders_of_62_for_a_thousand_return_2_48_with_the_sheets_standard_error_and_a_wider_range()
    {
        var found = ReturnOnSpend.Of(1000, 40 * 62, 40, 35 / 62.0);

        Assert.Equal(2.48, found.Ratio, 1e-12);
        Assert.Equal(.4502888, found.Error, 5e-8);
        Assert.Equal(1.5974502, found.Ratio - 1.959963985 * found.Error, 5e-8);
        Assert.True(found.Range.Low > 1.5974502 && found.Range.High > 3.3625498 + .1);
        Assert.InRange((found.Range.High - found.Range.Low) / (3.3625498 - 1.5974502), 1, 1.1);
    }

    [Fact]
    public void Ten_orders_of_one_value_have_the_exact_range_of_their_count()
    {
        var found = ReturnOnSpend.Of(1000, 620, 10, 0);

        Assert.Equal(4.795388696 * .062, found.Range.Low, 1e-6);
        Assert.Equal(18.39035604 * .062, found.Range.High, 1e-6);
    }

    [Fact]
    public void Orders_without_any_value_return_nothing() => Assert.Equal(new Interval(0, 0), ReturnOnSpend.Of(1000, 0, 10, 1).Range);

    [Fact]
    public void The_range_holds_the_ratio_stays_above_zero_widens_with_confidence_and_narrows_with_orders() =>
        Gen.Select(Gen.Double[1, 1e6], Gen.Double[1, 1e5], Gen.Double[0, 8], Gen.Double[.5, .95]).Sample((spend, orders, variation, confidence) =>
        {
            var (range, wider, more) = (Of(orders, confidence), Of(orders, confidence + .04), Of(4 * orders, confidence));
            Assert.True(range.Range.Contains(range.Ratio) && range.Range.Low >= 0);
            Assert.True(wider.Range.Low <= range.Range.Low && wider.Range.High > range.Range.High);
            Assert.True((more.Range.High - more.Ratio) / more.Ratio < (range.Range.High - range.Ratio) / range.Ratio);
            ReturnOnSpend Of(double n, double c) => ReturnOnSpend.Of(spend, n * 62, n, variation, c);
        }, iter: 300);

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(1, 5, 0)]
    [InlineData(1, 0, 3)]
    [InlineData(1e9, 1, 1)]
    [InlineData(.01, 1e9, 1e9)]
    [InlineData(1e9, 1e12, .3)]
    [InlineData(1, 1, 1e-6)]
    public void Extremes_never_give_nan_or_a_fault(double spend, double revenue, double orders)
    {
        var found = ReturnOnSpend.Of(spend, revenue, orders, 1);

        Assert.True(double.IsFinite(found.Ratio));
        Assert.True(found.Range.Low >= 0 && found.Range.High >= found.Ratio);
        Assert.Equal(orders == 0, double.IsInfinity(found.Range.High));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, double.NaN)]
    public void Nothing_spent_or_a_negative_is_a_fault_of_the_caller(double spend, double revenue, double orders) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReturnOnSpend.Of(spend, revenue, orders, 1));
}
