using MentorBot.Charts;
using MentorBot.Messages;
using SkiaSharp;

namespace MentorBot.Tests.Charts;

public sealed class TornadoImageTests
{
    private static readonly SKColor High = new(0x00, 0x72, 0xB2);
    private static readonly SKColor Low = new(0xD5, 0x5E, 0x00);

    [Theory]
    [InlineData("fr", 680, 13, false)]
    [InlineData("en", 340, 11, true)]
    public void The_picture_is_twice_as_wide_as_drawn_and_drawn_on(string locale, int width, int text, bool dark)
    {
        using var bitmap = ChartPixels.Of(TornadoImage.Png(ChartSamples.Profit(), locale, width, dark, text), $"tornado-{locale}-{width}");

        Assert.Equal((2 * width, 2 * TornadoImage.Height(ChartSamples.Profit(), locale, width, text)), (bitmap.Width, bitmap.Height));
        Assert.True(bitmap.Pixels.Distinct().Count() > 50);
    }

    [Fact]
    public void Low_and_high_values_differ_by_colour_and_language_and_theme_change_the_picture()
    {
        var chart = ChartSamples.Profit();
        using var bitmap = SKBitmap.Decode(TornadoImage.Png(chart, "fr"));

        Assert.Contains(High, bitmap.Pixels);
        Assert.Contains(Low, bitmap.Pixels);
        Assert.NotEqual(TornadoImage.Png(chart, "fr"), TornadoImage.Png(chart, "en"));
        Assert.NotEqual(TornadoImage.Png(chart, "fr"), TornadoImage.Png(chart, "fr", dark: true));
    }

    [Fact]
    public void The_widest_bar_comes_first_and_one_without_a_limit_before_it()
    {
        var chart = ChartSamples.Profit();
        var open = chart with { Bars = [.. chart.Bars, new TornadoBar("Part des visites payées", "0", "40", double.PositiveInfinity, 29)] };

        Assert.Equal("Taux de conversion de la page d’offre", TornadoOrder.WidestFirst(chart)[0].Label);
        Assert.Equal("Part des visites payées", TornadoOrder.WidestFirst(open)[0].Label);
        var words = ChartWords.Of(open, 680, 13);
        Assert.True(words.First(w => w.Text.StartsWith("Part des visites", StringComparison.Ordinal)).Top < words.First(w => w.Text == "Prix du clic").Top);
        Assert.Contains(words, w => w.Text == "≥\u00A029\u00A0€");
    }

    [Fact]
    public void The_assumption_stands_at_the_end_of_the_bar_that_it_leads_to()
    {
        var words = ChartWords.Of(ChartSamples.Profit(), 680, 13);
        float At(string text) => words.Single(w => w.Text.Replace('\u00A0', ' ') == text).Left;

        Assert.True(At("0,60 €") < At("0,90 €"), "A dearer click costs more.");
        Assert.True(At("3,1 %") < At("1,2 %"), "A higher rate costs less.");
    }

    [Fact]
    public void Words_never_meet_and_every_extreme_is_a_picture()
    {
        foreach (var chart in Extremes())
        {
            foreach (var (width, text) in new[] { (680, 13f), (340, 11f), (720, 24f) })
            {
                ChartWords.AssertClear(ChartWords.Of(chart, width, text), width, $"{chart.Bars.Count} bars, {width}");
            }

            Assert.NotEmpty(TornadoImage.Png(chart, "fr", 340, true, 11));
        }
    }

    private static IEnumerable<TornadoChart> Extremes()
    {
        var chart = ChartSamples.Profit();
        yield return chart;
        yield return chart with { Bars = [], Reference = null };
        yield return chart with { Bars = [new TornadoBar("Rien ne bouge", "1", "1", 30, 30)] };
        yield return chart with { Bars = [new TornadoBar("Les deux montent", "12", "14", 44, 70), new TornadoBar("Sans limite", "0", "40", double.PositiveInfinity, double.PositiveInfinity)] };
        yield return chart with { Bars = [.. Enumerable.Range(1, 12).Select(i => new TornadoBar("Hypothèse " + i, "−" + i, "+" + i, 30 - i, 30 + (2 * i)))] };
        yield return chart with { Bars = [.. chart.Bars.Select(b => b with { LowInput = b.LowInput + " des visiteurs de la page", HighInput = b.HighInput + " des visiteurs de la page" })] };
        yield return chart with { Base = 3e12, Reference = 4e12, Bars = [new TornadoBar("Énorme", "1", "2", 1e12, 9.87e12)] };
        yield return chart with { Unit = ChartUnit.Ratio, Base = 0, Reference = null, Bars = [new TornadoBar("Infime", "1", "2", -.0002, .0003)] };
    }
}
