using MentorBot.Messages;
using ScottPlot;

namespace MentorBot.Charts;

/// <summary>Draws a <see cref="TornadoChart"/> as a PNG: bars left and right of the base, widest first, with the assumption's two values at their ends and the results beside them. The picture is as high as its bars need.</summary>
internal static class TornadoImage
{
    /// <summary>Of the drawing: the most that the words at one end of the bars may take.</summary>
    private const float InputShare = .24f;

    /// <param name="width">Drawn width in CSS pixels; the file is twice as wide.</param>
    /// <param name="text">Size of the text in CSS pixels; null makes it large enough to be shrunk to a phone's width.</param>
    public static byte[] Png(TornadoChart chart, string locale, int width = 720, bool dark = false, float? text = null)
    {
        var canvas = new ChartCanvas(width, dark, text);
        return canvas.Png(Draw(canvas, chart, locale));
    }

    /// <returns>Height in CSS pixels.</returns>
    public static int Height(TornadoChart chart, string locale, int width, float text) => (int)Math.Ceiling(Draw(new ChartCanvas(width, false, text), chart, locale));

    /// <returns>Height in CSS pixels.</returns>
    public static float Draw(ChartCanvas canvas, TornadoChart chart, string locale)
    {
        var bars = TornadoOrder.WidestFirst(chart);
        var words = chart.Reference is null || chart.ReferenceLabel is not { Length: > 0 } label ? [] : ChartText.Lines(label, canvas.Width * .6f, canvas.Text, most: 2);
        var level = ChartFigure.Of(chart.Base, chart.Unit, chart.Currency, locale);
        var rows = new RowChart(canvas, Legend(canvas, chart, canvas.Title(chart.Title)), [.. bars.Select(b => Row(chart, b, locale))], null, words.Count + 1);
        var room = (rows.Right - rows.Left) * InputShare;
        var ends = bars.Select(b => Ends(chart, b, room, canvas.Text)).ToArray();
        // The words at the ends of the bars stand inside the drawing: the axis keeps their room free on both sides.
        var sides = new[] { false, true }.Select(right => ends.SelectMany(e => e).Where(e => e.Right == right).Select(e => ChartText.Width(e.Input, canvas.Text)).DefaultIfEmpty(0).Max() + (canvas.Text * .9f)).ToArray();
        var scale = ChartScale.ForRanges([.. bars.SelectMany(b => new[] { b.AtLow, b.AtHigh }).Append(chart.Base).Concat(chart.Reference is { } r ? [r] : [])], chart.Unit, rows.Left + sides[0], rows.Right - sides[1], nearZero: false);
        var height = rows.DrawAxis(scale, chart.Unit, chart.Currency, locale);
        if (chart.Reference is { } reference)
        {
            var x = scale.At(reference);
            canvas.Line(x, rows.WordsTop + (words.Count * canvas.LineHeight), x, rows.Bottom, canvas.Colours.Text, 1.5f, LinePattern.Dashed);
            rows.DrawOver(words, x, rows.WordsTop);
        }

        foreach (var (pair, place) in ends.Zip(rows.Places))
        {
            Draw(canvas, pair, place, scale, scale.At(chart.Base));
        }

        canvas.Line(scale.At(chart.Base), rows.Top, scale.At(chart.Base), rows.Bottom, canvas.Colours.Text, 1.5f);
        rows.DrawOver([level], scale.At(chart.Base), rows.WordsTop + (words.Count * canvas.LineHeight), bold: true);
        rows.DrawWords();
        return height;
    }

    /// <summary>One end of a bar.</summary>
    /// <param name="High">The assumption's high value, told apart by its colour.</param>
    /// <param name="Right">The words stand right of it.</param>
    private sealed record End(double Result, string Input, bool High, bool Right);

    private static ChartRow Row(TornadoChart chart, TornadoBar bar, string locale) =>
        new(bar.Label, "", ChartFigure.Range(Math.Min(bar.AtLow, bar.AtHigh), Math.Max(bar.AtLow, bar.AtHigh), chart.Unit, chart.Currency, locale), false, OneSided(chart, bar) ? 2 : 1);

    /// <summary>Both ends on one side of the base: each then has a lane of its own.</summary>
    private static bool OneSided(TornadoChart chart, TornadoBar bar) => (bar.AtLow > chart.Base && bar.AtHigh > chart.Base) || (bar.AtLow < chart.Base && bar.AtHigh < chart.Base);

    private static End[] Ends(TornadoChart chart, TornadoBar bar, float room, float text)
    {
        var (low, high) = (Short(bar.LowInput), Short(bar.HighInput));
        var lowRight = OneSided(chart, bar) ? bar.AtLow > chart.Base : bar.AtLow > bar.AtHigh;
        return [new End(bar.AtLow, low, false, lowRight), new End(bar.AtHigh, high, true, OneSided(chart, bar) ? lowRight : !lowRight)];

        string Short(string input) => ChartText.Lines(input, room, text, most: 1, keepEnd: false)[0];
    }

    private static void Draw(ChartCanvas canvas, End[] ends, RowPlace place, ChartScale scale, float level)
    {
        var lanes = ends[0].Right == ends[1].Right ? 2 : 1;
        var line = canvas.LineHeight;
        for (var i = 0; i < ends.Length; i++)
        {
            var end = ends[i];
            var colour = end.High ? canvas.Colours.Line : canvas.Colours.Flag;
            var y = lanes == 1 ? place.Middle : place.Middle + ((i - .5f) * line * 1.2f);
            var (x, half) = (double.IsFinite(end.Result) ? scale.At(end.Result) : end.Right ? scale.To : scale.From, line * (lanes == 1 ? .5f : .42f));
            if (double.IsFinite(end.Result))
            {
                canvas.Box(Math.Min(level, x), y - half, Math.Max(level, x), y + half, colour);
            }
            else
            {
                var neck = x + ((end.Right ? -1 : 1) * line * .7f);
                var (body, head) = (half * .75f, half * 1.1f);
                canvas.Area([(level, y - body), (neck, y - body), (neck, y - head), (x, y), (neck, y + head), (neck, y + body), (level, y + body)], colour);
            }

            canvas.Words([end.Input], x + (canvas.Text * (end.Right ? .4f : -.4f)), y - (line / 2), end.Right ? Alignment.UpperLeft : Alignment.UpperRight, covers: true);
        }
    }

    /// <summary>Which colour is which end, in the words of the table's heads.</summary>
    private static float Legend(ChartCanvas canvas, TornadoChart chart, float y)
    {
        var (x, line, swatch) = (ChartCanvas.Margin, canvas.LineHeight, canvas.Text * .75f);
        foreach (var (words, colour) in new[] { (chart.Heads.AtLow, canvas.Colours.Flag), (chart.Heads.AtHigh, canvas.Colours.Line) })
        {
            var lines = ChartText.Lines(words, canvas.Width - (2 * ChartCanvas.Margin) - (swatch * 1.6f), canvas.Text, most: 2);
            var width = (swatch * 1.6f) + ChartText.Width(lines, canvas.Text);
            if (x > ChartCanvas.Margin && x + width > canvas.Width - ChartCanvas.Margin)
            {
                (x, y) = (ChartCanvas.Margin, y + line);
            }

            canvas.Box(x, y + ((line - swatch) / 2), x + swatch, y + ((line + swatch) / 2), colour);
            canvas.Words(lines, x + (swatch * 1.6f), y, Alignment.UpperLeft);
            (x, y) = (x + width + canvas.Text, y + ((lines.Count - 1) * line));
        }

        return y + line + (canvas.Text * .3f);
    }
}
