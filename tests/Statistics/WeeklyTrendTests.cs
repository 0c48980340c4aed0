using MentorBot.Statistics;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Statistics;

public sealed class WeeklyTrendTests
{
    [Fact]
    public void The_line_is_the_one_of_Anscombes_first_set()
    {
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
        double[] y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
        var line = LeastSquares.Of([.. x.Zip(y)])!;

        Assert.Equal(3.0000909, line.Intercept, 1e-6);
        Assert.Equal(.5000909, line.Slope, 1e-6);
        Assert.Equal(.1179055, line.SlopeError, 1e-6);
        Assert.Equal(.002169629, line.P, 1e-8);
    }

    [Theory]
    [InlineData(-.03)]
    [InlineData(.05)]
    public void A_share_gained_or_lost_every_week_is_found_within_its_range(double perWeek)
    {
        var trend = WeeklyTrend.Of(Days(Series.Daily(84, 900, factor: i => Math.Pow(1 + perWeek, i / 7.0))), 7)!;

        Assert.InRange(perWeek, trend.Range.Low, trend.Range.High);
        Assert.True(trend.P < 1e-6);
        Assert.Equal(12, trend.Weeks);
        Assert.Equal(Math.Pow(1 + trend.PerWeek, 11), trend.Last / trend.First, 1e-9);
    }

    [Fact]
    public void A_step_is_told_better_by_a_step_and_a_slope_by_a_slope()
    {
        var step = WeeklyTrend.Of(Days(Series.Daily(84, 900, factor: i => i >= 42 ? .7 : 1)), 7)!;
        var slope = WeeklyTrend.Of(Days(Series.Daily(84, 900, factor: i => Math.Pow(.96, i / 7.0))), 7)!;

        Assert.False(step.TellsMoreThan([42], 7));
        Assert.True(slope.TellsMoreThan([28, 56], 7));
    }

    [Fact]
    public void Seven_weeks_or_a_week_of_nothing_have_no_trend()
    {
        Assert.Null(WeeklyTrend.Of(Days(Series.Daily(55, 900)), 7));
        Assert.Null(WeeklyTrend.Of(Days(Series.Daily(84, 900, factor: i => i is >= 21 and < 28 ? 0 : 1)), 7));
    }

    [Fact]
    public void Steady_weeks_rarely_look_like_a_trend()
    {
        var small = Enumerable.Range(1, 200).Count(seed => WeeklyTrend.Of(Days(Series.Daily(84, 900, .1, seed)), 7)!.P < .05);
        Assert.InRange(small, 1, 20);
    }

    private static SeasonalSeries Days(double[] values) => SeasonalSeries.OfDays(KpiTableBuilder.Monday, values, null, counts: true);
}
