using MentorBot.Charts;
using MentorBot.Messages;
using SkiaSharp;

namespace MentorBot.Tests.Charts;

public sealed class IntervalImageTests
{
    [Theory]
    [InlineData(680, 13, false)]
    [InlineData(340, 11, true)]
    [InlineData(720, null, false)]
    public void The_picture_is_twice_as_wide_as_drawn_and_as_high_as_its_rows_need(int width, int? text, bool dark)
    {
        using var five = ChartPixels.Of(IntervalImage.Png(ChartSamples.Cpa(5), "fr", width, dark, text), $"interval-5-{width}");
        using var twelve = ChartPixels.Of(IntervalImage.Png(ChartSamples.Cpa(12), "fr", width, dark, text), $"interval-12-{width}");

        Assert.Equal(2 * width, five.Width);
        Assert.True(twelve.Height > five.Height * 1.6);
        Assert.True(five.Pixels.Distinct().Count() > 50);
    }

    [Fact]
    public void The_height_is_known_without_drawing()
    {
        using var drawn = SKBitmap.Decode(IntervalImage.Png(ChartSamples.Cpa(12), "fr", 340, false, 11));

        Assert.Equal(drawn.Height, 2 * IntervalImage.Height(ChartSamples.Cpa(12), "fr", 340, 11));
    }

    [Fact]
    public void Language_theme_a_strong_row_and_an_open_end_change_the_picture()
    {
        var chart = ChartSamples.Difference();
        byte[] Draw(IntervalChart drawn, string locale = "fr", bool dark = false) => IntervalImage.Png(drawn, locale, 680, dark, 13);

        Assert.NotEqual(Draw(chart), Draw(chart, "en"));
        Assert.NotEqual(Draw(chart), Draw(chart, dark: true));
        Assert.NotEqual(Draw(chart), Draw(chart with { Rows = [.. chart.Rows.Select(r => r with { Strong = false })] }));
        Assert.NotEqual(Draw(chart), Draw(chart with { Rows = [.. chart.Rows.Select((r, i) => i == 1 ? r with { High = double.PositiveInfinity } : r)] }));
    }

    [Fact]
    public void An_open_end_is_written_without_an_infinity_sign()
    {
        var written = ChartWords.Of(ChartSamples.Cpa(5), 680, 13);

        Assert.Contains(written, w => w.Text == "≥\u00A032,30\u00A0€");
        Assert.DoesNotContain(written, w => w.Text.Contains('∞', StringComparison.Ordinal) || w.Text.Contains("NaN", StringComparison.Ordinal));
    }

    [Fact]
    public void Costs_that_span_more_than_twenty_times_stand_on_an_axis_that_multiplies()
    {
        Assert.True(ChartScale.ForRanges([12, 241], ChartUnit.Money, 0, 100).Log);
        Assert.False(ChartScale.ForRanges([12, 239], ChartUnit.Money, 0, 100).Log);
        Assert.False(ChartScale.ForRanges([-.001, .4], ChartUnit.Points, 0, 100).Log);
    }

    [Fact]
    public void Words_never_meet_and_never_leave_the_picture()
    {
        foreach (var chart in Extremes())
        {
            foreach (var (width, text) in new[] { (680, 13f), (340, 11f), (720, 24f) })
            {
                ChartWords.AssertClear(ChartWords.Of(chart, width, text), width, $"{chart.Unit}, {chart.Rows.Count} rows, {width}");
            }
        }
    }

    [Fact]
    public void Every_extreme_is_a_picture()
    {
        foreach (var chart in Extremes())
        {
            using var bitmap = SKBitmap.Decode(IntervalImage.Png(chart, "en", 340, true, 11));
            Assert.True(bitmap.Pixels.Distinct().Count() > 5);
        }
    }

    private static IEnumerable<IntervalChart> Extremes()
    {
        var chart = ChartSamples.Cpa(1);
        yield return chart;
        yield return ChartSamples.Cpa(12);
        yield return ChartSamples.Difference();
        yield return chart with { Rows = [] };
        yield return chart with { Reference = null, Rows = [.. Enumerable.Range(0, 3).Select(i => new IntervalRow("égales " + i, 30, 30, 30))] };
        yield return chart with { Unit = ChartUnit.Percent, Reference = null, Rows = [new IntervalRow("zéro", 0, 0, 0)] };
        yield return chart with { Reference = 5e12, Rows = [new IntervalRow("une campagne", 1e12, 1.2e11, 9.876543e12), new IntervalRow(new string('x', 90), 3e12, 2e11, double.PositiveInfinity, true)] };
        yield return chart with { Unit = ChartUnit.Percent, Reference = .00002, Rows = [new IntervalRow("infime", .000012, .000003, .000031)] };
        yield return chart with { Reference = null, Rows = [new IntervalRow("sans limite", null, double.NegativeInfinity, double.PositiveInfinity), new IntervalRow("sans plafond", null, 12, double.PositiveInfinity)] };
        yield return chart with { Unit = ChartUnit.Change, Reference = 0, ReferenceLabel = "", Rows = [new IntervalRow("", .12, -.034, 40.1)] };
    }
}
