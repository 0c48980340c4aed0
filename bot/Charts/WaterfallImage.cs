using MentorBot.Messages;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace MentorBot.Charts;

/// <summary>Draws a <see cref="WaterfallChart"/> as a PNG: levels in grey from zero, rises and falls in two colours that any colour vision tells apart, each with its signed figure on it.</summary>
internal static class WaterfallImage
{
    private const double HalfBar = .36;

    /// <summary>Of the height: room for a figure above the highest bar and below the lowest.</summary>
    private const double Headroom = .13;

    /// <param name="width">Drawn width in CSS pixels; the file is twice as wide.</param>
    /// <param name="text">Size of the text in CSS pixels; null makes it large enough to be shrunk to a phone's width.</param>
    public static byte[] Png(WaterfallChart chart, string locale, int width = 720, int height = 400, bool dark = false, float? text = null)
    {
        var colours = WaterfallColours.For(dark);
        var size = text ?? ChartAxes.TextSize(width);
        var plot = ChartPlot.New(colours.Background, colours.Text);
        plot.HideGrid();
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        var (low, high) = AddBars(plot, chart, locale, size, colours);
        var room = (high - low) * Headroom;
        plot.Axes.SetLimits(-.6, chart.Bars.Count - .4, low < 0 ? low - room : 0, high + room);
        AddLabels(plot, chart, width, size, colours);
        return ChartPlot.Png(plot, width, height);
    }

    private static (double Low, double High) AddBars(Plot plot, WaterfallChart chart, string locale, float size, WaterfallColours colours)
    {
        var (level, low, high) = (0.0, 0.0, 0.0);
        for (var i = 0; i < chart.Bars.Count; i++)
        {
            var bar = chart.Bars[i];
            var from = bar.IsLevel ? 0 : level;
            var to = bar.IsLevel ? bar.Value : level + bar.Value;
            if (i > 0)
            {
                var join = plot.Add.Line(i - 1 + HalfBar, level, i - HalfBar, level);
                join.LineColor = colours.Join;
                join.LineWidth = 1;
            }

            var shape = plot.Add.Rectangle(i - HalfBar, i + HalfBar, Math.Min(from, to), Math.Max(from, to));
            shape.FillColor = bar.IsLevel ? colours.Level : bar.Value > 0 ? colours.Rise : colours.Fall;
            shape.LineWidth = 0;
            var falls = !bar.IsLevel && bar.Value < 0;
            var figure = plot.Add.Text(ChartAxes.Drawable(WaterfallLabel.Of(bar, chart, locale)), i, falls && Math.Min(from, to) > 0 ? Math.Min(from, to) : Math.Max(from, to));
            figure.LabelFontName = ChartFonts.Sans;
            figure.LabelFontSize = size;
            figure.LabelBold = true;
            figure.LabelFontColor = colours.Text;
            figure.LabelAlignment = falls && Math.Min(from, to) > 0 ? Alignment.UpperCenter : Alignment.LowerCenter;
            (level, low, high) = (to, Math.Min(low, Math.Min(from, to)), Math.Max(high, Math.Max(from, to)));
        }

        return (low, high > low ? high : low + 1);
    }

    private static void AddLabels(Plot plot, WaterfallChart chart, int width, float size, WaterfallColours colours)
    {
        var labels = chart.Bars.Select(b => Wrapped(b.Label, width * .92f / Math.Max(1, chart.Bars.Count), size)).ToArray();
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. Enumerable.Range(0, labels.Length).Select(i => (double)i)], labels);
        plot.Axes.Bottom.TickLabelStyle.FontName = ChartFonts.Sans;
        plot.Axes.Bottom.TickLabelStyle.FontSize = size;
        plot.Axes.Bottom.TickLabelStyle.ForeColor = colours.Text;
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.MinimumSize = (labels.Max(l => l.Count(c => c == '\n')) + 1) * size * 1.35f + 8;
        plot.Title(Wrapped(chart.Title, width * .9f, size + 2, true), size + 2);
        plot.Axes.Title.Label.FontName = ChartFonts.Sans;
        plot.Axes.Title.Label.ForeColor = colours.Text;
        plot.Axes.Title.Label.Bold = true;
    }

    private static string Wrapped(string text, float width, float size, bool bold = false) => string.Join("\n", ChartText.Lines(text, width, size, bold));
}
