using MentorBot.Messages;
using ScottPlot;

namespace MentorBot.Charts;

/// <summary>Draws a <see cref="CurveChart"/> as a PNG: the curve with its range as a band, broken beyond what was seen, and marks with their names beside them.</summary>
internal static class CurveImage
{
    /// <param name="width">Drawn width in CSS pixels; the file is twice as wide.</param>
    /// <param name="text">Size of the text in CSS pixels; null makes it large enough to be shrunk to a phone's width.</param>
    public static byte[] Png(CurveChart chart, string locale, int width = 720, int height = 400, bool dark = false, float? text = null)
    {
        var canvas = new ChartCanvas(width, dark, text);
        Draw(canvas, chart, locale, height);
        return canvas.Png(height);
    }

    public static void Draw(ChartCanvas canvas, CurveChart chart, string locale, int height)
    {
        var axes = CurveAxes.Draw(canvas, chart, locale, height);
        var placer = new WordsPlacer(axes.Left, axes.Top, axes.Right, axes.Bottom);
        DrawBand(canvas, chart, axes, placer);
        if (chart.Reference is { } reference)
        {
            canvas.Line(axes.Left, axes.Y.At(reference), axes.Right, axes.Y.At(reference), canvas.Colours.Text, 1.5f, LinePattern.Dashed);
            placer.Avoid([(axes.Left, axes.Y.At(reference)), (axes.Right, axes.Y.At(reference))]);
        }

        foreach (var (run, seen) in Runs(chart))
        {
            var path = run.Select(p => axes.At(p.X, p.Y)).ToArray();
            canvas.Path(path, canvas.Colours.Line, 2.5f, seen ? LinePattern.Solid : LinePattern.Dashed);
            placer.Avoid(path);
        }

        foreach (var mark in chart.Marks)
        {
            DrawMark(canvas, mark, axes, placer);
        }

        NameReference(canvas, chart, axes, placer);
        // All leaders before all names, so that none is drawn across a name.
        foreach (var write in chart.Marks.Select(m => Name(canvas, m, axes, placer)).ToArray())
        {
            write();
        }
    }

    /// <summary>Stretches that can be drawn, parted where nothing more was seen.</summary>
    private static IEnumerable<(List<CurvePoint> Points, bool Seen)> Runs(CurveChart chart)
    {
        var (run, seen) = (new List<CurvePoint>(), true);
        foreach (var point in Parted(chart))
        {
            if (!double.IsFinite(point.Y) || !double.IsFinite(point.X))
            {
                if (run.Count > 1)
                {
                    yield return (run, seen);
                }

                run = [];
                continue;
            }

            if (seen && chart.SeenUpTo is { } end && point.X > end)
            {
                if (run.Count > 1)
                {
                    yield return (run, true);
                }

                (run, seen) = (run.Count > 0 ? [run[^1]] : [], false);
            }

            run.Add(point);
        }

        if (run.Count > 1)
        {
            yield return (run, seen);
        }
    }

    /// <summary>The curve with a point of its own where it breaks.</summary>
    private static IEnumerable<CurvePoint> Parted(CurveChart chart)
    {
        for (var i = 0; i < chart.Curve.Count; i++)
        {
            if (i > 0 && chart.SeenUpTo is { } end && chart.Curve[i - 1] is var before && chart.Curve[i] is var after && before.X < end && end < after.X)
            {
                var share = (end - before.X) / (after.X - before.X);
                yield return new CurvePoint(end, before.Y + (share * (after.Y - before.Y)), Between(before.Low, after.Low, share), Between(before.High, after.High, share));
            }

            yield return chart.Curve[i];
        }

        static double? Between(double? from, double? to, double share) => from + (share * (to - from));
    }

    private static void DrawBand(ChartCanvas canvas, CurveChart chart, CurveAxes axes, WordsPlacer placer)
    {
        foreach (var (points, seen) in Runs(chart))
        {
            var run = points.Where(p => p is { Low: not null, High: not null }).ToArray();
            if (run.Length < 2)
            {
                continue;
            }

            var low = run.Select(p => axes.At(p.X, p.Low ?? p.Y)).ToArray();
            var high = run.Select(p => axes.At(p.X, p.High ?? p.Y)).ToArray();
            canvas.Area([.. low, .. high.Reverse()], canvas.Colours.Band);
            foreach (var edge in new[] { low, high })
            {
                canvas.Path(edge, canvas.Colours.Line, 1, seen ? LinePattern.Solid : LinePattern.Dotted);
                placer.Avoid(edge, cost: 8);
            }
        }
    }

    private static void DrawMark(ChartCanvas canvas, CurveMark mark, CurveAxes axes, WordsPlacer placer)
    {
        var ((x, y), cap, colour) = (axes.At(mark.X, mark.Y), canvas.Text * .35f, canvas.Colours.Flag);
        if (mark is { Low: { } low, High: { } high })
        {
            var (bottom, top) = (axes.At(mark.X, low).Y, axes.At(mark.X, high).Y);
            canvas.Line(x, bottom, x, top, colour, 2);
            canvas.Line(x - cap, bottom, x + cap, bottom, colour, 1.5f);
            if (double.IsFinite(high))
            {
                canvas.Line(x - cap, top, x + cap, top, colour, 1.5f);
            }
            else
            {
                canvas.ArrowHead(x, top, null, canvas.Text * .8f, colour);
            }

            placer.Occupy(x - cap, top, x + cap, bottom);
        }

        if (double.IsFinite(mark.Y))
        {
            canvas.Mark(x, y, MarkerShape.FilledDiamond, canvas.Text * 1.1f, colour);
        }

        placer.Occupy(x - (canvas.Text * .55f), y - (canvas.Text * .55f), x + (canvas.Text * .55f), y + (canvas.Text * .55f));
    }

    private static void NameReference(ChartCanvas canvas, CurveChart chart, CurveAxes axes, WordsPlacer placer)
    {
        if (chart.Reference is not { } reference || chart.ReferenceLabel is not { Length: > 0 } label)
        {
            return;
        }

        var lines = ChartText.Lines(label, (axes.Right - axes.Left) * .6f, canvas.Text, most: 2);
        var (width, height, y) = (ChartText.Width(lines, canvas.Text), lines.Count * canvas.LineHeight, axes.Y.At(reference));
        var tries = new[] { 1f, 0f, .75f, .5f, .25f }.SelectMany(share => new[] { y - height - 2, y + 2 }.Select(top => (axes.Left + 4 + (share * (axes.Right - axes.Left - width - 8)), top)));
        Write(canvas, lines, placer.Place(width, height, tries), width);
    }

    /// <returns>Writes the name, whose place is taken already.</returns>
    private static Action Name(ChartCanvas canvas, CurveMark mark, CurveAxes axes, WordsPlacer placer)
    {
        if (mark.Label.Length == 0)
        {
            return () => { };
        }

        var lines = ChartText.Lines(mark.Label, Math.Max(canvas.Text * 8, (axes.Right - axes.Left) * .28f), canvas.Text, most: 3);
        var ((x, y), width, height) = (axes.At(mark.X, mark.Y), ChartText.Width(lines, canvas.Text), lines.Count * canvas.LineHeight);
        var at = placer.Place(width, height, WordsPlacer.Around(x, y, width, height, canvas.Text * .8f));
        if (at is { } place && WordsPlacer.Leader(x, y, place.Left, place.Top, width, height) is var end && Math.Abs(end.X - x) + Math.Abs(end.Y - y) > canvas.Text * 2)
        {
            canvas.Line(x, y, end.X, end.Y, canvas.Colours.Text, 1);
        }

        return () => Write(canvas, lines, at, width);
    }

    private static void Write(ChartCanvas canvas, IReadOnlyList<string> lines, (float Left, float Top)? at, float width)
    {
        if (at is { } place)
        {
            canvas.Words(lines, place.Left + (width / 2), place.Top, Alignment.UpperCenter, covers: true);
        }
    }
}
