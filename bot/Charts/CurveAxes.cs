using MentorBot.Messages;
using ScottPlot;

namespace MentorBot.Charts;

/// <summary>The two axes of a curve with their titles, and the room between them. The title of y stands above its axis, where it is read without turning the head.</summary>
internal sealed record CurveAxes(ChartScale X, ChartScale Y)
{
    public float Left => X.From;

    public float Right => X.To;

    public float Top => Y.To;

    public float Bottom => Y.From;

    public (float X, float Y) At(double x, double y) => (X.At(x), Y.At(y));

    public static CurveAxes Draw(ChartCanvas canvas, CurveChart chart, string locale, int height)
    {
        var (write, line, width) = (NumberWriter.For(locale), canvas.LineHeight, canvas.Width - (2 * ChartCanvas.Margin));
        var top = canvas.Words(ChartText.Lines(chart.Y.Title, width, canvas.Text, most: 2), ChartCanvas.Margin, canvas.Title(chart.Title), Alignment.UpperLeft) + (line * .6f);
        var title = ChartText.Lines(chart.X.Title, width, canvas.Text, most: 2);
        var bottom = height - ChartCanvas.Margin - ((title.Count + 1.55f) * line);

        var y = Upright(chart, bottom, top);
        var rungs = ChartTicks.Between(y.Low, y.High, y.Log, 6, (v, step) => ChartTicks.Label(write, chart.Y.Unit, chart.Y.Currency, v, step), ticks => ticks.Zip(ticks.Skip(1)).All(p => Math.Abs(y.At(p.First.Value) - y.At(p.Second.Value)) > line * 1.2f));
        var left = ChartCanvas.Margin + ChartText.Width(rungs.Select(t => t.Label), canvas.Text) + 8;
        var x = Along(chart, left, canvas.Width - ChartCanvas.Margin - (canvas.Text * .5f));
        foreach (var rung in rungs)
        {
            canvas.Line(left, y.At(rung.Value), x.To, y.At(rung.Value), canvas.Colours.Grid, 1);
            canvas.Words([rung.Label], left - 6, y.At(rung.Value) - (line / 2), Alignment.UpperRight);
        }

        canvas.Line(left, bottom, x.To, bottom, canvas.Colours.Soft, 1);
        foreach (var (step, labelLeft, labelWidth) in ChartTicksAlong.Of(canvas, x, chart.X.Unit, chart.X.Currency, locale))
        {
            canvas.Line(x.At(step.Value), bottom, x.At(step.Value), bottom + 4, canvas.Colours.Soft, 1);
            canvas.Words([step.Label], labelLeft + (labelWidth / 2), bottom + (line * .55f), Alignment.UpperCenter);
        }

        canvas.Words(title, canvas.Width - ChartCanvas.Margin, bottom + (line * 1.55f), Alignment.UpperRight);
        return new(x, y);
    }

    /// <summary>From zero, so that a small move is not drawn as a big one, unless the axis multiplies.</summary>
    private static ChartScale Upright(CurveChart chart, float from, float to)
    {
        var all = chart.Curve.SelectMany(p => new[] { p.Y, p.Low, p.High }).Concat(chart.Marks.SelectMany(m => new[] { m.Y, m.Low, m.High })).Append(chart.Reference).OfType<double>().ToArray();
        var known = all.Where(v => double.IsFinite(v) && (!chart.Y.Log || v > 0)).DefaultIfEmpty(chart.Y.Log ? 1 : 0).ToArray();
        // An arrow upwards needs room above the highest known value.
        var open = all.Any(double.IsPositiveInfinity) ? 1.2 : 1.0;
        if (chart.Y.Log)
        {
            return new(known.Min() / 1.15, Math.Max(known.Max() * open, known.Min() * 2) * 1.15, true, from, to);
        }

        var (low, high) = (Math.Min(0, known.Min()), Math.Max(0, known.Max() * open));
        high = high > low ? high : low + 1;
        var step = ChartTicks.Step((high - low) / 5);
        return new(Math.Floor((low / step) + 1e-9) * step, Math.Ceiling((high / step) - 1e-9) * step, false, from, to);
    }

    private static ChartScale Along(CurveChart chart, float from, float to)
    {
        var known = chart.Curve.Select(p => p.X).Concat(chart.Marks.Select(m => m.X)).Where(v => double.IsFinite(v) && (!chart.X.Log || v > 0)).DefaultIfEmpty(chart.X.Log ? 1 : 0).ToArray();
        if (chart.X.Log)
        {
            return new(known.Min() / 1.1, Math.Max(known.Max(), known.Min() * 2) * 1.1, true, from, to);
        }

        var ranges = ChartScale.ForRanges(known, chart.X.Unit, from, to);
        return ranges with { Log = false };
    }
}
