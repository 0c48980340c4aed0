using MentorBot.Charts;
using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tests.Builders;
using MentorBot.Tests.Readouts;
using SkiaSharp;

namespace MentorBot.Tests.Charts;

public sealed class WaterfallImageTests
{
    private static readonly Texts Words = Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    private static readonly SKColor Rise = new(0x00, 0x72, 0xB2);
    private static readonly SKColor Fall = new(0xD5, 0x5E, 0x00);

    [Theory]
    [InlineData("fr", 720, 400, false)]
    [InlineData("en", 340, 280, true)]
    public void The_picture_decodes_at_twice_its_size_and_is_drawn_on(string locale, int width, int height, bool dark)
    {
        var chart = Chart(CauseTables.DearerImpressions(), "driver", locale);
        var png = WaterfallImage.Png(chart, locale, width, height, dark, width == 340 ? 11 : 13);
        Keep(png, $"driver-{locale}-{width}");
        using var bitmap = SKBitmap.Decode(png);

        Assert.Equal((2 * width, 2 * height), (bitmap.Width, bitmap.Height));
        Assert.True(bitmap.Pixels.Distinct().Count() > 50);
    }

    [Fact]
    public void Rises_and_falls_differ_by_colour_and_by_sign()
    {
        var chart = Chart(CauseTables.MoreSocial(), "mix-shift", "fr");
        var png = WaterfallImage.Png(chart, "fr", text: 13);
        Keep(png, "mix-fr-720");
        Keep(WaterfallImage.Png(chart, "fr", 340, 280, true, 11), "mix-fr-340");
        using var bitmap = SKBitmap.Decode(png);

        Assert.Contains(Rise, bitmap.Pixels);
        Assert.Contains(Fall, bitmap.Pixels);
        Assert.StartsWith("−", WaterfallLabel.Of(chart.Bars[1], chart, "fr"), StringComparison.Ordinal);
        Assert.StartsWith("+", WaterfallLabel.Of(chart.Bars[2], chart, "fr"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_go_from_the_level_before_to_the_level_after()
    {
        foreach (var readout in CauseTables.All().Select(t => FindingsTests.Read(t)))
        {
            foreach (var chart in readout.Findings.Select(f => new ReadoutWaterfall(Words).Of(readout, f, new Voice("fr", AddressForm.Vous))).OfType<WaterfallChart>())
            {
                Assert.Equal(chart.Bars[^1].Value, chart.Bars[0].Value + chart.Bars.Where(b => !b.IsLevel).Sum(b => b.Value), 1e-9 * chart.Bars[^1].Value);
            }
        }
    }

    [Fact]
    public void A_stored_waterfall_comes_back_as_it_was()
    {
        var message = Message.Of("fr", new WaterfallPart(Chart(CauseTables.MoreSocial(), "mix-shift", "fr")));
        var back = Message.FromJson(message.ToJson());

        Assert.Equal(message.ToJson(), back.ToJson());
        Assert.Contains("\"kind\":\"waterfall\"", message.ToJson(), StringComparison.Ordinal);
        Assert.Contains("Search", back.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_below_zero_and_no_parts_are_still_a_picture() =>
        Assert.NotEmpty(WaterfallImage.Png(Chart(CauseTables.MoreSocial(), "mix-shift", "en") with { Bars = [new WaterfallBar("", 0, true), new WaterfallBar("a very long name of a part", -3), new WaterfallBar("", -3, true)] }, "en"));

    private static WaterfallChart Chart(KpiTableBuilder table, string code, string locale)
    {
        var readout = FindingsTests.Read(table);
        return readout.Findings.Where(f => f.Code == code).Select(f => new ReadoutWaterfall(Words).Of(readout, f, new Voice(locale, AddressForm.Vous))).OfType<WaterfallChart>().Last();
    }

    /// <summary>CHART_FOLDER keeps the pictures for somebody who wants to look at them.</summary>
    private static void Keep(byte[] png, string name)
    {
        if (Environment.GetEnvironmentVariable("CHART_FOLDER") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name + ".png"), png);
        }
    }
}
