using ScottPlot;

namespace MentorBot.Charts;

/// <summary>The bare sheet that every chart is drawn on.</summary>
internal static class ChartPlot
{
    /// <summary>Pictures are drawn at this density, so that 720 × 400 becomes 1440 × 800 pixels and text stays crisp when shrunk to a phone's width.</summary>
    private const float Density = 2;

    public static Plot New(Color background, Color text)
    {
        var plot = new Plot { ScaleFactor = Density };
        plot.FigureBackground.Color = background;
        plot.DataBackground.Color = background;
        plot.Axes.Color(text);
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Axes.Left.FrameLineStyle.IsVisible = false;
        plot.HideLegend();
        return plot;
    }

    /// <param name="width">CSS pixels; the file is twice as wide.</param>
    public static byte[] Png(Plot plot, int width, int height) => plot.GetImageBytes((int)(width * Density), (int)(height * Density), ImageFormat.Png);
}
