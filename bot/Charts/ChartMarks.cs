using MentorBot.Messages;
using ScottPlot;

namespace MentorBot.Charts;

/// <summary>The marks of a line chart, back to front.</summary>
internal static class ChartMarks
{
    /// <summary>Half a day on each side, in days.</summary>
    private const double HalfStep = .5;

    /// <summary>From here on dots are drawn smaller, so that they do not hide each other.</summary>
    private const int ManyDots = 50;

    public static void AddPartial(Plot plot, LineChart chart, ChartColours colours)
    {
        if (chart.Dots)
        {
            return;
        }

        var half = chart.Points.Count > 1 ? HalfStep * (chart.Points[1].Day.DayNumber - chart.Points[0].Day.DayNumber) : HalfStep;
        var first = true;
        foreach (var point in chart.Points.Where(p => p.Partial))
        {
            var span = plot.Add.HorizontalSpan(X(point) - half, X(point) + half);
            span.FillStyle.Color = colours.Hatch;
            span.FillStyle.HatchColor = colours.Background;
            span.FillStyle.Hatch = new ScottPlot.Hatches.Striped(ScottPlot.Hatches.StripeDirection.DiagonalUp);
            span.LineStyle.IsVisible = false;
            span.LegendText = first ? ChartAxes.Drawable(chart.Legend?.Partial ?? "") : "";
            first = false;
        }
    }

    public static void AddBand(Plot plot, LineChart chart, ChartColours colours)
    {
        var first = true;
        foreach (var run in Runs(chart.Points, p => p is { Low: not null, High: not null }).Where(r => r.Count > 1))
        {
            var band = plot.Add.FillY([.. run.Select(X)], [.. run.Select(p => Y(chart, p.Low))], [.. run.Select(p => Y(chart, p.High))]);
            band.FillColor = colours.Band;
            band.LineWidth = 0;
            band.LegendText = first ? ChartAxes.Drawable(chart.Legend?.Band ?? "") : "";
            first = false;
        }
    }

    public static void AddValues(Plot plot, LineChart chart, ChartColours colours)
    {
        if (chart.Dots)
        {
            AddDots(plot, chart, colours);
            return;
        }

        var first = true;
        foreach (var run in Runs(chart.Points, p => p.Value is not null))
        {
            var line = plot.Add.Scatter(run.Select(X).ToArray(), run.Select(p => Y(chart, p.Value)).ToArray(), colours.Line);
            line.LineWidth = 2.5f;
            line.MarkerSize = run.Count == 1 || chart.Points.Count <= 40 ? 5 : 0;
            line.LegendText = first ? ChartAxes.Drawable(chart.Legend?.Value ?? "") : "";
            first = false;
        }
    }

    /// <summary>A diamond with an outline: told by its shape as well as by its colour.</summary>
    public static void AddFlagged(Plot plot, LineChart chart, ChartColours colours)
    {
        // A flagged day without a value (nothing was reported) is marked on the axis.
        var flagged = chart.Points.Where(p => p.Flagged).ToArray();
        if (flagged.Length == 0)
        {
            return;
        }

        var marks = plot.Add.Markers(flagged.Select(X).ToArray(), flagged.Select(p => Y(chart, p.Value)).ToArray(), MarkerShape.FilledDiamond, 18, colours.Flag);
        marks.MarkerStyle.OutlineColor = colours.Background;
        marks.MarkerStyle.OutlineWidth = 2;
        marks.LegendText = ChartAxes.Drawable(chart.Legend?.Flagged ?? "");
    }

    /// <summary>Filled where the figure has settled, hollow where it still rises, over the line of the median.</summary>
    private static void AddDots(Plot plot, LineChart chart, ChartColours colours)
    {
        var level = chart.Points.Where(p => p.Expected is not null).ToArray();
        if (level.Length > 1)
        {
            var line = plot.Add.ScatterLine(level.Select(X).ToArray(), level.Select(p => Y(chart, p.Expected)).ToArray(), colours.Line);
            line.LineWidth = 1.5f;
            line.LinePattern = LinePattern.Dashed;
            line.LegendText = ChartAxes.Drawable(chart.Legend?.Expected ?? "");
        }

        Dots(chart.Points.Where(p => !p.Partial && !p.Flagged), MarkerShape.FilledCircle, chart.Legend?.Value);
        Dots(chart.Points.Where(p => p.Partial && !p.Flagged), MarkerShape.OpenCircle, chart.Legend?.Partial);

        void Dots(IEnumerable<ChartPoint> points, MarkerShape shape, string? legend)
        {
            var drawn = points.Where(p => p.Value is not null).ToArray();
            if (drawn.Length == 0)
            {
                return;
            }

            var marks = plot.Add.Markers(drawn.Select(X).ToArray(), drawn.Select(p => Y(chart, p.Value)).ToArray(), shape, chart.Points.Count > ManyDots ? 7 : 9, colours.Line);
            marks.MarkerStyle.LineWidth = 2;
            marks.LegendText = ChartAxes.Drawable(legend ?? "");
        }
    }

    public static double Y(LineChart chart, double? value) => !chart.Log ? value ?? 0 : Math.Log10(Math.Max(value ?? 0, 1e-9));

    public static double X(ChartPoint point) => point.Day.DayNumber;

    /// <summary>Stretches without a gap: a missing day breaks the line.</summary>
    private static IEnumerable<List<ChartPoint>> Runs(IReadOnlyList<ChartPoint> points, Func<ChartPoint, bool> present)
    {
        var run = new List<ChartPoint>();
        foreach (var point in points)
        {
            if (present(point))
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
