using MentorBot.Charts;
using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tests.Builders;
using MentorBot.Tests.Readouts;
using SkiaSharp;

namespace MentorBot.Tests.Charts;

public sealed class ChartImageTests
{
    private static readonly Texts Words = Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

    [Theory]
    [InlineData("fr", false)]
    [InlineData("en", true)]
    public void The_picture_decodes_at_twice_its_size_and_is_drawn_on(string locale, bool dark)
    {
        using var bitmap = SKBitmap.Decode(ChartImage.Png(Chart(locale), locale, dark: dark));

        Assert.Equal((1440, 800), (bitmap.Width, bitmap.Height));
        Assert.True(bitmap.Pixels.Distinct().Count() > 50);
    }

    [Fact]
    public void A_flagged_day_and_a_partial_day_change_the_picture()
    {
        var chart = Chart("en");
        var plain = chart with { Points = [.. chart.Points.Select(p => p with { Flagged = false, Partial = false })] };

        Assert.Contains(new SKColor(0xD5, 0x5E, 0x00), Pixels(chart));
        Assert.DoesNotContain(new SKColor(0xD5, 0x5E, 0x00), Pixels(plain));
    }

    [Theory]
    [InlineData("fr", "mar. 25 août", "dim. 6 sept.")]
    [InlineData("en", "Tue 25 Aug", "Sun 6 Sep")]
    public void The_alt_text_names_flagged_and_partial_days(string locale, string flagged, string partial)
    {
        var alt = Chart(locale).AltText;

        Assert.Contains(flagged, alt, StringComparison.Ordinal);
        Assert.Contains(partial, alt, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", alt, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_series_of_the_gallery_can_be_drawn()
    {
        foreach (var readout in Gallery.All().Where((_, i) => i % 3 == 0))
        {
            foreach (var metric in readout.Series)
            {
                if (new ReadoutChart(Words).Of(readout, new Voice("fr", AddressForm.Vous), metric.Id) is { } chart)
                {
                    Assert.NotEmpty(ChartImage.Png(chart, "fr", 360, 240));
                }
            }
        }
    }

    [Fact]
    public void A_chart_without_values_or_legend_is_still_a_picture()
    {
        var day = KpiTableBuilder.Monday;

        Assert.NotEmpty(ChartImage.Png(new LineChart("", "", ChartUnit.Ratio, null, [new ChartPoint(day, null), new ChartPoint(day.AddDays(1), null)]), "fr"));
        Assert.NotEmpty(ChartImage.Png(new LineChart("", "", ChartUnit.Money, null, [new ChartPoint(day, -3)]), "en"));
    }

    private static LineChart Chart(string locale)
    {
        var readout = ReadTable.Read(new KpiTableBuilder().With("spend", Series.Daily(35, 1450, .06, factor: i => i == 22 ? 1.8 : i == 34 ? .5 : 1, decimals: 2)).MadeOn(KpiTableBuilder.Monday.AddDays(34)).Build(),
            new ReadoutOptions(new DateOnly(2027, 6, 1)));
        return new ReadoutChart(Words).Of(readout, new Voice(locale, AddressForm.Vous)) ?? throw new InvalidOperationException("No chart.");
    }

    private static HashSet<SKColor> Pixels(LineChart chart)
    {
        using var bitmap = SKBitmap.Decode(ChartImage.Png(chart, "en"));
        return [.. bitmap.Pixels];
    }
}
