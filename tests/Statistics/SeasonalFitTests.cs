using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

public sealed class SeasonalFitTests
{
    /// <summary>35 days of sessions with a planted outlier at index 26: facts/statistics.md 2.1.</summary>
    private static readonly double[] Worked =
    [
        1203, 1187, 1165, 1190, 1242, 1502, 1610, 1221, 1199, 1180, 1211, 1260, 1530, 1641, 1238, 1215, 1204, 1219, 1281, 1549, 1662, 1250, 1231, 1216, 1243, 1295, 1160, 1683,
        1268, 1249, 1230, 1262, 1310, 1588, 1705,
    ];

    /// <summary>A Monday, so that index 26 is a Saturday.</summary>
    private static readonly DateOnly Monday = new(2026, 8, 3);

    [Fact]
    public void The_planted_outlier_stands_out_and_does_not_move_its_own_expectation()
    {
        var fit = SeasonalFit.Of(SeasonalSeries.OfDays(Monday, Worked, null, counts: true));

        Assert.NotNull(fit);
        Assert.InRange(fit.Expected[26], 1500, 1600);
        Assert.Equal(26, Enumerable.Range(0, 35).MinBy(fit.P));
        Assert.True(fit.P(26) < 1e-6);
        Assert.True(Enumerable.Range(0, 35).Where(i => i != 26).All(i => fit.P(i) > .01));
        Assert.True(fit.Range(26).Low > 1160);
    }

    [Fact]
    public void A_level_shift_is_dated_to_its_day()
    {
        var random = new Random(7);
        var values = Enumerable.Range(0, 56).Select(i => Math.Round((i % 7 >= 5 ? 60 : 100) * (i < 30 ? 1 : .7) * (1 + .08 * (random.NextDouble() - .5)))).ToArray();

        var shift = LevelShift.Strongest(SeasonalSeries.OfDays(Monday, values, null, counts: true), 0, 56, 7);

        Assert.NotNull(shift);
        Assert.Equal(30, shift.At);
        Assert.InRange(shift.Change, -.34, -.26);
        Assert.True(shift.Range.Contains(shift.Change) && shift.P < 1e-6);
    }

    [Theory]
    [InlineData(8.85, .05)]
    [InlineData(12.35, .01)]
    public void Searched_p_meets_Andrews_critical_values(double wald, double p) => Assert.Equal(p, LevelShift.SearchedP(Math.Sqrt(wald), .15), p * .04);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1e9)]
    public void Constant_series_never_give_nan_or_an_alarm(double value)
    {
        foreach (var counts in new[] { true, false })
        {
            var series = SeasonalSeries.OfDays(Monday, [.. Enumerable.Repeat(value, 42)], null, counts);
            if (SeasonalFit.Of(series) is { } fit)
            {
                Assert.All(Enumerable.Range(0, 42), i => Assert.InRange(fit.P(i), .01, 1));
                Assert.All(Enumerable.Range(0, 42), i => Assert.True(fit.Range(i).Contains(value)));
            }

            Assert.True(LevelShift.Strongest(series, 0, 42, 7) is not { P: < .5 });
        }
    }

    [Fact]
    public void Wild_series_never_give_nan()
    {
        var random = new Random(11);
        for (var run = 0; run < 200; run++)
        {
            var values = Enumerable.Range(0, random.Next(5, 60)).Select(_ => random.Next(6) switch { 0 => double.NaN, 1 => 0, 2 => 1, 3 => 1e9, _ => random.NextDouble() * 100 }).ToArray();
            var series = SeasonalSeries.OfDays(Monday, values, null, counts: run % 2 == 0);
            if (SeasonalFit.Of(series) is { } fit)
            {
                Assert.All(Enumerable.Range(0, values.Length).Where(series.Usable), i => Assert.InRange(fit.P(i), 0, 1));
            }

            Assert.True(LevelShift.Strongest(series, 0, values.Length, 7) is not { } shift || !double.IsNaN(shift.P));
        }
    }

    [Theory]
    [InlineData(50, 50, 0)]
    [InlineData(0, 3, .1)]
    [InlineData(1e9, 1.2e9, .01)]
    [InlineData(12, 4, .5)]
    public void A_tail_is_a_probability(double value, double mean, double variation)
    {
        Assert.InRange(NoiseTail.TwoSided(value, mean, variation, counts: true), 0, 1);
        Assert.InRange(NoiseTail.TwoSided(value, mean, variation, counts: false), 0, 1);
    }

    [Fact]
    public void Poisson_tails_are_exact_without_extra_noise() =>
        Assert.Equal(2 * Math.Exp(-3), NoiseTail.TwoSided(0, 3, 0, counts: true), 1e-9);
}
