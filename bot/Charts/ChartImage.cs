using MentorBot.Messages;

namespace MentorBot.Charts;

/// <summary>Draws a <see cref="LineChart"/> as a PNG that stays readable on a phone and without colour vision: range as a band, values as a line, flagged days as diamonds, incomplete days hatched.</summary>
internal static class ChartImage
{
    /// <param name="width">Drawn width in CSS pixels; the file is twice as wide.</param>
    /// <param name="locale">"fr" or "en": numbers and dates on the axes.</param>
    /// <param name="text">Size of the text in CSS pixels where the picture is shown as large as it is drawn; null makes it large enough to be shrunk to a phone's width.</param>
    public static byte[] Png(LineChart chart, string locale, int width = 720, int height = 400, bool dark = false, float? text = null)
    {
        var colours = ChartColours.For(dark);
        var plot = ChartPlot.New(colours.Background, colours.Text);
        plot.Grid.MajorLineColor = colours.Grid;
        plot.Grid.XAxisStyle.IsVisible = false;

        ChartMarks.AddPartial(plot, chart, colours);
        ChartNotes.AddSpans(plot, chart, colours);
        ChartMarks.AddBand(plot, chart, colours);
        ChartMarks.AddValues(plot, chart, colours);
        ChartMarks.AddFlagged(plot, chart, colours);
        ChartAxes.Apply(plot, chart, locale);
        ChartNotes.AddWords(plot, chart, text ?? ChartAxes.TextSize(width), colours);
        ChartAxes.ApplyText(plot, chart, width, text, colours);
        return ChartPlot.Png(plot, width, height);
    }
}
