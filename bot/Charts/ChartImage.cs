using MentorBot.Messages;
using ScottPlot;

namespace MentorBot.Charts;

/// <summary>Draws a <see cref="LineChart"/> as a PNG that stays readable on a phone and without colour vision: range as a band, values as a line, flagged days as diamonds, incomplete days hatched.</summary>
internal static class ChartImage
{
    /// <summary>The picture is drawn at this density, so that 720 × 400 becomes 1440 × 800 pixels and text stays crisp when shrunk to a phone's width.</summary>
    private const float Density = 2;

    /// <param name="width">Drawn width in CSS pixels; the file is twice as wide.</param>
    /// <param name="locale">"fr" or "en": numbers and dates on the axes.</param>
    /// <param name="text">Size of the text in CSS pixels where the picture is shown as large as it is drawn; null makes it large enough to be shrunk to a phone's width.</param>
    public static byte[] Png(LineChart chart, string locale, int width = 720, int height = 400, bool dark = false, float? text = null)
    {
        var colours = ChartColours.For(dark);
        var plot = new Plot();
        plot.ScaleFactor = Density;
        plot.FigureBackground.Color = colours.Background;
        plot.DataBackground.Color = colours.Background;
        plot.Axes.Color(colours.Text);
        plot.Grid.MajorLineColor = colours.Grid;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Axes.Left.FrameLineStyle.IsVisible = false;

        ChartMarks.AddPartial(plot, chart, colours);
        ChartNotes.AddSpans(plot, chart, colours);
        ChartMarks.AddBand(plot, chart, colours);
        ChartMarks.AddValues(plot, chart, colours);
        ChartMarks.AddFlagged(plot, chart, colours);
        ChartAxes.Apply(plot, chart, locale);
        ChartNotes.AddWords(plot, chart, text ?? ChartAxes.TextSize(width), colours);
        ChartAxes.ApplyText(plot, chart, width, text, colours);
        return plot.GetImageBytes((int)(width * Density), (int)(height * Density), ImageFormat.Png);
    }
}
