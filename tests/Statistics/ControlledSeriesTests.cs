using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 2.2 (R's lm).</summary>
public sealed class ControlledSeriesTests
{
    private static readonly double[] ControlBefore = [102, 98, 110, 105, 99, 120, 131, 104, 100, 113, 108, 101, 123, 134];
    private static readonly double[] Before = [205, 199, 222, 214, 201, 241, 262, 210, 203, 228, 219, 205, 247, 268];
    private static readonly double[] ControlAfter = [106, 103, 115, 109, 104, 126, 137];
    private static readonly double[] After = [233, 228, 250, 240, 229, 275, 298];

    [Fact]
    public void The_worked_series_matches_R()
    {
        var told = ControlledSeries.Of(ControlBefore, Before, ControlAfter, After)!;
        double[] expected = [214.3896462, 208.6453515, 231.6225302, 220.1339409, 210.5601164, 252.6849441, 273.7473579];

        Assert.Equal(11.424567315, told.Intercept, 1e-9);
        Assert.Equal(1.914764895, told.Slope, 1e-9);
        Assert.Equal(.7330085446, told.Sigma, 1e-10);
        Assert.All(expected.Zip(told.Expected), e => Assert.Equal(e.First, e.Second, 1e-7));
        Assert.Equal(141.2161127, told.Effect, 1e-7);
        Assert.Equal(.087614795, told.Relative, 2e-9);
    }

    /// <summary>The sheet's range, 135.952408 to 146.4798175, is that of independent steps; nobody knows that of fourteen, so that ours is wider.</summary>
    [Fact]
    public void The_range_of_independent_steps_is_part_of_a_wider_one()
    {
        var told = ControlledSeries.Of(ControlBefore, Before, ControlAfter, After)!;
        var noise = ClingingNoise.Of(ControlBefore, [.. ControlBefore.Zip(Before, (x, y) => y - told.Intercept - told.Slope * x)], ControlAfter);
        var plain = NormalQuantile.StudentTwoSided(.95, 12) * noise.IndependentError;

        Assert.Equal(135.952408, told.Effect - plain, 1e-6);
        Assert.Equal(146.4798175, told.Effect + plain, 1e-6);
        Assert.InRange((told.Range.High - told.Effect) / plain, 1, 1.7);
    }

    [Fact]
    public void Residuals_that_cling_to_the_step_before_widen_the_range()
    {
        // The same residuals, in an order in which high ones follow high ones.
        double[] control = [.. Enumerable.Range(0, 20).Select(i => 100.0 + i % 5)];
        double[] clinging = [.. control.Select((x, i) => 2 * x + (i / 5 % 2 == 0 ? 1 : -1))], mixed = [.. control.Select((x, i) => 2 * x + ((i + i / 5) % 2 == 0 ? 1 : -1))];
        var (wide, narrow) = (ControlledSeries.Of(control, clinging, control[..5], control[..5])!, ControlledSeries.Of(control, mixed, control[..5], control[..5])!);

        Assert.True(wide.Range.High - wide.Range.Low > 1.5 * (narrow.Range.High - narrow.Range.Low));
        Assert.True(Clinging(clinging) > .4 && Clinging(mixed) < .2);

        double Clinging(double[] series) => ClingingNoise.Of(control, [.. series.Zip(control, (y, x) => y - 2 * x)], [100]).Persistence;
    }

    [Fact]
    public void Steps_that_the_control_explains_wholly_leave_no_range()
    {
        var told = ControlledSeries.Of([1, 2, 3, 4], [0, 0, 0, 0], [5], [7])!;

        Assert.Equal(new Interval(7, 7), told.Range);
    }

    [Fact]
    public void The_range_holds_the_effect_widens_with_confidence_and_a_gain_of_every_step_moves_it_by_their_sum() =>
        Gen.Select(Gen.Select(Gen.Double[50, 150], Gen.Double[-5, 5]).Array[12, 40], Gen.Double[.5, .95], Gen.Double[-20, 20]).Where(g => g.Item1[..8].Max(s => s.Item2) - g.Item1[..8].Min(s => s.Item2) > .01).Sample((steps, confidence, gain) =>
        {
            double[] x = [.. steps.Select(s => s.Item1)], y = [.. steps.Select(s => 3 + 2 * s.Item1 + s.Item2)];
            var (told, wider, moved) = (Of(y, confidence), Of(y, confidence + .04), Of([.. y.Select((v, i) => i < 8 ? v : v + gain)], confidence));
            Assert.True(told.Range.Contains(told.Effect));
            Assert.True(wider.Range.Low < told.Range.Low && wider.Range.High > told.Range.High);
            Assert.Equal(told.Range.Low + gain * (x.Length - 8), moved.Range.Low, 1e-6);
            Assert.Equal(told.Range.High - told.Effect, told.Effect - told.Range.Low, 1e-6);
            ControlledSeries Of(double[] series, double c) => ControlledSeries.Of(x[..8], series[..8], x[8..], series[8..], c)!;
        }, iter: 200);

    [Fact]
    public void A_control_that_never_moved_too_few_steps_or_lengths_that_differ_tell_nothing()
    {
        Assert.Null(ControlledSeries.Of([5, 5, 5, 5], [1, 2, 3, 4], [5], [1]));
        Assert.Null(ControlledSeries.Of([1, 2], [1, 2], [3], [3]));
        Assert.Null(ControlledSeries.Of([1, 2, 3], [1, 2], [3], [3]));
        Assert.Null(ControlledSeries.Of([1, 2, 3], [1, 2, 3], [], []));
    }

    [Fact]
    public void An_expectation_of_nothing_has_no_relative_effect() => Assert.Equal(double.NaN, ControlledSeries.Of([1, 2, 3, 4], [0, 0, 0, 0], [5], [7])!.Relative);
}
