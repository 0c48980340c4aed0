using MentorBot.Charts;
using MentorBot.Messages;

namespace MentorBot.Tests.Charts;

public sealed class ChartTextTests
{
    private const string Name = "Meta | Prospection | Lookalike 3 % acheteurs 180 jours | Vidéo verticale 15 s | 2026-09";

    [Theory]
    [InlineData(40)]
    [InlineData(90)]
    [InlineData(200)]
    public void No_line_is_wider_than_asked_and_no_more_lines_than_asked(float width)
    {
        var lines = ChartText.Lines(Name, width, 13, most: 2);

        Assert.InRange(lines.Count, 1, 2);
        Assert.All(lines, l => Assert.True(ChartText.Width(l, 13) <= width, l));
    }

    [Fact]
    public void A_long_name_loses_its_middle_and_keeps_what_tells_it_from_others()
    {
        var drawn = string.Concat(ChartText.Lines(Name, 200, 13, most: 2));

        Assert.StartsWith("Meta", drawn, StringComparison.Ordinal);
        Assert.Contains("…", drawn, StringComparison.Ordinal);
        Assert.EndsWith("2026-09", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_whose_start_says_it_all_lose_their_end() => Assert.Equal(["3,1 % des…"], ChartText.Lines("3,1 % des visiteurs de la page", 75, 13, most: 1, keepEnd: false));

    [Fact]
    public void A_name_without_spaces_breaks_at_its_joints() => Assert.Equal(["Abonnement_FR_", "Generique_", "Search_2026"], ChartText.Lines("Abonnement_FR_Generique_Search_2026", 110, 13));

    [Fact]
    public void A_percent_sign_never_starts_a_line() => Assert.All(ChartText.Lines("gain de 10 % par mois", 55, 13), l => Assert.False(l.StartsWith('%')));

    [Theory]
    [InlineData(nameof(ChartUnit.Points), .0069, "fr", "+0,69\u00A0pt")]
    [InlineData(nameof(ChartUnit.Change), -.034, "en", "−3.4%")]
    [InlineData(nameof(ChartUnit.Percent), .000012, "en", "0.0012%")]
    [InlineData(nameof(ChartUnit.Money), double.PositiveInfinity, "fr", "–")]
    [InlineData(nameof(ChartUnit.Ratio), 3.456, "fr", "3,46")]
    public void A_figure_is_written_in_its_unit(string unit, double value, string locale, string written) => Assert.Equal(written, ChartFigure.Of(value, Enum.Parse<ChartUnit>(unit), "EUR", locale));

    [Theory]
    [InlineData(12, 30, "€12 – €30")]
    [InlineData(12, double.PositiveInfinity, "≥\u00A0€12")]
    [InlineData(double.NegativeInfinity, 30, "≤\u00A0€30")]
    [InlineData(30, 30, "€30")]
    public void A_range_without_a_limit_has_no_infinity_sign(double low, double high, string written) => Assert.Equal(written, ChartFigure.Range(low, high, ChartUnit.Money, "EUR", "en"));

    [Theory]
    [InlineData(nameof(ChartUnit.Points), .005, "+0,5\u00A0pt")]
    [InlineData(nameof(ChartUnit.Change), .25, "+25\u00A0%")]
    [InlineData(nameof(ChartUnit.Percent), .025, "2,5\u00A0%")]
    public void A_tick_is_written_with_the_decimals_of_its_step(string unit, double step, string written) => Assert.Equal(written, ChartTicks.Label(NumberWriter.French, Enum.Parse<ChartUnit>(unit), null, step, step));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Marks_axes_and_text_stand_out_from_the_ground(bool dark)
    {
        var colours = ChartColours.For(dark);

        Assert.All(new[] { colours.Line, colours.Flag, colours.Soft }, c => Assert.True(Contrast(c, colours.Background) >= 3, c.ToHex()));
        Assert.True(Contrast(colours.Text, colours.Background) >= 7);
    }

    /// <summary>WCAG 2: (L1 + .05) / (L2 + .05).</summary>
    private static double Contrast(ScottPlot.Color a, ScottPlot.Color b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + .05) / (Math.Min(x, y) + .05);

        static double Luminance(ScottPlot.Color c) => (.2126 * Linear(c.R)) + (.7152 * Linear(c.G)) + (.0722 * Linear(c.B));

        static double Linear(byte channel) => channel / 255.0 is var s && s <= .04045 ? s / 12.92 : Math.Pow((s + .055) / 1.055, 2.4);
    }
}
