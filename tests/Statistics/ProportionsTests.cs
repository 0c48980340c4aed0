using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

public sealed class ProportionsTests
{
    [Theory]
    [InlineData(50, 1000, .0381302624, .0653138202)]
    [InlineData(3, 40, .0258360258, .1986423352)]
    [InlineData(12, 1000, .0068776478, .020857268)]
    [InlineData(0, 100, 0, .0369934982)]
    [InlineData(100, 100, .9630065018, 1)]
    [InlineData(19, 38, .348499283643951, .651500716356049)]
    public void Wilson_matches_R(double x, double n, double low, double high)
    {
        var range = Proportions.Wilson(x, n);

        Assert.Equal(low, range.Low, 1e-9);
        Assert.Equal(high, range.High, 1e-9);
    }

    [Theory]
    [InlineData(50, 1000, .0373353976, .0653904888)]
    [InlineData(3, 40, .0157421799, .2038647487)]
    [InlineData(12, 1000, .0062155256, .02086768)]
    [InlineData(0, 100, 0, .0362166926)] // 1 - .025^(1/100), the mirror image of 100/100; the sheet's seventh digit is off.
    [InlineData(100, 100, .9637833074, 1)]
    [InlineData(51, 235, .1660633298, .2752683640)]
    public void Clopper_Pearson_matches_R(double x, double n, double low, double high)
    {
        var range = Proportions.ClopperPearson(x, n);

        Assert.Equal(low, range.Low, 1e-8);
        Assert.Equal(high, range.High, 1e-8);
    }

    [Fact]
    public void Three_hundred_clicks_without_a_conversion_leave_room_for_one_percent() => Assert.Equal(.0099361, Proportions.ClopperPearson(0, 300, .9).High, 5e-8);

    [Fact]
    public void Pooled_z_matches_R()
    {
        var (z, p) = Proportions.PooledZ(200, 10_000, 250, 10_000);

        Assert.Equal(2.3839951, z, 1e-7);
        Assert.Equal(.017125829, p, 1e-8);
        Assert.Equal(5.6834328, z * z, 1e-7);
    }

    [Fact]
    public void Pooled_z_matches_statsmodels()
    {
        var (z, p) = Proportions.PooledZ(12, 99, 5, 83);

        Assert.Equal(-1.4078304151, z, 1e-9);
        Assert.Equal(.1591812918, p, 1e-9);
    }

    [Fact]
    public void Ranges_hold_the_rate_and_widen_with_confidence() =>
        Gen.Select(Gen.Int[1, 2_000_000], Gen.Double[0, 1], Gen.Double[.5, .95]).Sample((n, share, confidence) =>
        {
            var x = Math.Round(share * n);
            foreach (var method in new Func<double, double, double, Interval>[] { Proportions.Wilson, Proportions.ClopperPearson })
            {
                var (range, wider) = (method(x, n, confidence), method(x, n, confidence + .04));
                Assert.True(range.Contains(x / n) && range.Low >= 0 && range.High <= 1);
                Assert.True(wider.Low <= range.Low + 1e-12 && wider.High >= range.High - 1e-12);
                var (turned, more) = (method(n - x, n, confidence), method(9 * x, 9.0 * n, confidence));
                Assert.Equal(1 - range.High, turned.Low, 1e-9);
                Assert.True(more.High - more.Low < range.High - range.Low);
            }
        }, iter: 300);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(0, 1e9)]
    [InlineData(1e9, 1e9)]
    [InlineData(1, 1e9)]
    public void Extremes_never_give_nan_or_a_fault(double x, double n)
    {
        Assert.False(double.IsNaN(Proportions.Wilson(x, n).Low + Proportions.Wilson(x, n).High));
        Assert.False(double.IsNaN(Proportions.ClopperPearson(x, n).Low + Proportions.ClopperPearson(x, n).High));
        Assert.InRange(Proportions.PooledZ(x, n, x, n).P, 0, 1);
    }
}
