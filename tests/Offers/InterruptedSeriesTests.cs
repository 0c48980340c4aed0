using MentorBot.Offers;

namespace MentorBot.Tests.Offers;

/// <summary>An offer without random assignment (facts/statistics.md 2.2).</summary>
public sealed class InterruptedSeriesTests
{
    private static double[] Control(int n) => [.. Enumerable.Range(0, n).Select(i => 100 + 7.0 * (i % 5))];

    [Fact]
    public void Fewer_than_fourteen_steps_before_cannot_tell()
    {
        var told = InterruptedSeries.Of(Control(20), [.. Control(20).Select(v => 2 * v)], 13);

        Assert.Equal((InterruptedVerdict.CannotTell, "quasi.too-few-before"), (told.Verdict, told.CannotTell));
    }

    [Theory]
    [InlineData("quasi.no-control", 10, 20, 15)]
    [InlineData("quasi.nothing-after", 20, 20, 20)]
    public void What_is_missing_cannot_tell(string why, int control, int series, int start) => Assert.Equal(why, InterruptedSeries.Of(Control(control), Control(series), start).CannotTell);

    [Fact]
    public void A_control_that_never_moved_cannot_tell() => Assert.Equal("quasi.still-control", InterruptedSeries.Of([.. Enumerable.Repeat(5.0, 20)], Control(20), 15).CannotTell);

    [Fact]
    public void A_missing_day_cannot_tell() => Assert.Equal("quasi.gaps", InterruptedSeries.Of(Control(20), [.. Control(19), double.NaN], 15).CannotTell);

    [Fact]
    public void A_series_that_goes_on_as_before_shows_no_effect()
    {
        var noisy = Control(28).Select((v, i) => 2 * v + (i * 37 % 11) - 5).ToArray();

        Assert.Equal(InterruptedVerdict.WithinNoise, InterruptedSeries.Of(Control(28), noisy, 21).Verdict);
    }

    [Fact]
    public void A_control_that_explains_little_is_called_loose() =>
        Assert.True(InterruptedSeries.Of(Control(28), [.. Enumerable.Range(0, 28).Select(i => 100.0 + i * 61 % 17)], 21).Loose);
}
