using MentorBot.Charts;
using MentorBot.Messages;
using SkiaSharp;

namespace MentorBot.Tests.Charts;

public sealed class CurveImageTests
{
    [Theory]
    [InlineData("fr", 680, 340, 13, false)]
    [InlineData("en", 340, 280, 11, true)]
    public void The_picture_is_twice_its_size_and_drawn_on(string locale, int width, int height, int text, bool dark)
    {
        using var bitmap = ChartPixels.Of(CurveImage.Png(ChartSamples.Spend(), locale, width, height, dark, text), $"curve-{locale}-{width}");

        Assert.Equal((2 * width, 2 * height), (bitmap.Width, bitmap.Height));
        Assert.True(bitmap.Pixels.Distinct().Count() > 50);
    }

    [Fact]
    public void Language_theme_band_and_what_was_seen_change_the_picture()
    {
        var chart = ChartSamples.Spend();
        byte[] Draw(CurveChart drawn, string locale = "fr", bool dark = false) => CurveImage.Png(drawn, locale, 680, 340, dark, 13);

        Assert.NotEqual(Draw(chart), Draw(chart, "en"));
        Assert.NotEqual(Draw(chart), Draw(chart, dark: true));
        Assert.NotEqual(Draw(chart), Draw(chart with { SeenUpTo = null }));
        Assert.NotEqual(Draw(chart), Draw(chart with { Curve = [.. chart.Curve.Select(p => p with { Low = null, High = null })] }));
    }

    [Fact]
    public void Every_mark_and_the_level_are_named()
    {
        foreach (var (width, height, text) in new[] { (680, 340, 13f), (340, 280, 11f) })
        {
            var words = string.Join(' ', ChartWords.Of(ChartSamples.Power(), width, height, text).Select(w => w.Text)).Replace('\u00A0', ' ');

            Assert.Contains("ton test : 12 000", words, StringComparison.Ordinal);
            Assert.Contains("il en faudrait", words, StringComparison.Ordinal);
            Assert.Contains("niveau habituel : 80 %", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Eight_marks_close_to_each_other_keep_their_names()
    {
        var chart = Crowded();

        Assert.Equal(8, ChartWords.Of(chart, 680, 340, 13).Count(w => w.Text.StartsWith("campagne", StringComparison.Ordinal)));
    }

    [Fact]
    public void Words_never_meet_and_every_extreme_is_a_picture()
    {
        foreach (var chart in Extremes())
        {
            foreach (var (width, height, text) in new[] { (680, 340, 13f), (340, 280, 11f), (720, 400, 24f) })
            {
                ChartWords.AssertClear(ChartWords.Of(chart, width, height, text), width, $"{chart.Title}, {chart.Marks.Count} marks, {width}");
            }

            using var bitmap = SKBitmap.Decode(CurveImage.Png(chart, "fr", 340, 280, true, 11));
            Assert.True(bitmap.Pixels.Distinct().Count() > 5);
        }
    }

    private static CurveChart Crowded() => ChartSamples.Spend() with { Marks = [.. Enumerable.Range(0, 8).Select(i => new CurveMark(6000 + (i * 300), 180 + (i * 7), "campagne " + i))] };

    private static IEnumerable<CurveChart> Extremes()
    {
        var chart = ChartSamples.Spend();
        yield return chart;
        yield return ChartSamples.Power();
        yield return Crowded();
        yield return chart with { Curve = [], Reference = 300, ReferenceLabel = "plafond du stock : 300" };
        yield return chart with { Curve = [], Marks = [] };
        yield return chart with { Curve = [], Marks = [new CurveMark(0, 0, "rien")], SeenUpTo = null };
        yield return chart with { Curve = [], SeenUpTo = null, Reference = 45, ReferenceLabel = "seuil : 45 €", Y = new CurveAxis("coût de la vente de plus", ChartUnit.Money, "EUR") { Log = true }, Marks = [new CurveMark(1000, 20, "premier palier", 12, 40), new CurveMark(2000, 60, "second palier", 30, double.PositiveInfinity)] };
        yield return chart with { Curve = [new CurvePoint(1, 2e12), new CurvePoint(2e9, 9e12), new CurvePoint(4e9, double.PositiveInfinity)], Marks = [new CurveMark(1e9, 5e12, "énorme")], Y = new CurveAxis("recettes", ChartUnit.Money, "EUR") };
        yield return chart with { Curve = [new CurvePoint(0, .00001), new CurvePoint(1, .00003)], Marks = [], SeenUpTo = null, Y = new CurveAxis("taux", ChartUnit.Percent) };
    }
}
