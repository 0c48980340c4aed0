using MentorBot.Messages;
using ScottPlot;

namespace MentorBot.Charts;

/// <summary>Draws an <see cref="IntervalChart"/> as a PNG: a line for each range with a dot at its value, an arrow where it has no end. The picture is as high as its rows need.</summary>
internal static class IntervalImage
{
    /// <param name="width">Drawn width in CSS pixels; the file is twice as wide.</param>
    /// <param name="text">Size of the text in CSS pixels; null makes it large enough to be shrunk to a phone's width.</param>
    public static byte[] Png(IntervalChart chart, string locale, int width = 720, bool dark = false, float? text = null)
    {
        var canvas = new ChartCanvas(width, dark, text);
        return canvas.Png(Draw(canvas, chart, locale));
    }

    /// <returns>Height in CSS pixels.</returns>
    public static int Height(IntervalChart chart, string locale, int width, float text) => (int)Math.Ceiling(Draw(new ChartCanvas(width, false, text), chart, locale));

    /// <returns>Height in CSS pixels.</returns>
    public static float Draw(ChartCanvas canvas, IntervalChart chart, string locale)
    {
        var words = chart.Reference is null || chart.ReferenceLabel is not { Length: > 0 } label ? [] : ChartText.Lines(label, canvas.Width * .6f, canvas.Text, most: 2);
        var rows = new RowChart(canvas, canvas.Title(chart.Title), [.. chart.Rows.Select(r => Row(chart, r, locale))], (chart.Heads.Value, chart.Heads.Range), words.Count);
        var values = chart.Rows.SelectMany(r => new[] { r.Value, r.Low, r.High }).Append(chart.Reference).OfType<double>().ToArray();
        var scale = ChartScale.ForRanges(values, chart.Unit, rows.Left + canvas.Text, rows.Right - canvas.Text);
        var height = rows.DrawAxis(scale, chart.Unit, chart.Currency, locale);
        if (chart.Reference is { } reference)
        {
            var x = scale.At(reference);
            canvas.Line(x, rows.Top, x, rows.Bottom, canvas.Colours.Text, 1.5f, LinePattern.Dashed);
            rows.DrawOver(words, x, rows.WordsTop);
        }

        foreach (var (row, place) in chart.Rows.Zip(rows.Places))
        {
            Draw(canvas, row, place.Middle, scale);
        }

        rows.DrawWords();
        return height;
    }

    private static ChartRow Row(IntervalChart chart, IntervalRow row, string locale) =>
        new(row.Label, row.Value is { } value && double.IsFinite(value) ? ChartFigure.Of(value, chart.Unit, chart.Currency, locale) : "", ChartFigure.Range(row.Low, row.High, chart.Unit, chart.Currency, locale), row.Strong);

    private static void Draw(ChartCanvas canvas, IntervalRow row, float y, ChartScale scale)
    {
        var (heavy, colour) = (row.Strong ? 5f : 2.5f, canvas.Colours.Line);
        var (low, high, size) = (Edge(row.Low, false), Edge(row.High, true), canvas.Text * (row.Strong ? .95f : .75f));
        canvas.Line(low, y, high, y, colour, heavy);
        foreach (var (edge, x, rightwards) in new[] { (row.Low, low, false), (row.High, high, true) })
        {
            if (double.IsFinite(edge))
            {
                canvas.Line(x, y - (size * .45f), x, y + (size * .45f), colour, row.Strong ? 2.5f : 1.5f);
            }
            else
            {
                canvas.ArrowHead(x + (rightwards ? size : -size), y, rightwards, size * 1.2f, colour);
            }
        }

        if (row.Value is { } value && double.IsFinite(value))
        {
            // Smaller on a short range, whose ends would vanish behind it.
            canvas.Mark(scale.At(value), y, MarkerShape.FilledCircle, Math.Clamp((high - low) * .45f, canvas.Text * .5f, size * 1.15f), colour);
        }

        float Edge(double value, bool end) => double.IsFinite(value) ? scale.At(value) : end ? scale.To : scale.From;
    }
}
