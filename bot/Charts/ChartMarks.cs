using MentorBot.Messages;
using ScottPlot;

namespace MentorBot.Charts;

/// <summary>The marks of a line chart, back to front.</summary>
internal static class ChartMarks
{
    /// <summary>Half a day on each side, in days.</summary>
    private const double HalfStep = .5;

    public static void AddPartial(Plot plot, LineChart chart, ChartColours colours)
    {
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
            var band = plot.Add.FillY([.. run.Select(X)], [.. run.Select(p => p.Low ?? 0)], [.. run.Select(p => p.High ?? 0)]);
            band.FillColor = colours.Band;
            band.LineWidth = 0;
            band.LegendText = first ? ChartAxes.Drawable(chart.Legend?.Band ?? "") : "";
            first = false;
        }
    }

    public static void AddValues(Plot plot, LineChart chart, ChartColours colours)
    {
        var first = true;
        foreach (var run in Runs(chart.Points, p => p.Value is not null))
        {
            var line = plot.Add.Scatter(run.Select(X).ToArray(), run.Select(p => p.Value ?? 0).ToArray(), colours.Line);
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

        var marks = plot.Add.Markers(flagged.Select(X).ToArray(), flagged.Select(p => p.Value ?? 0).ToArray(), MarkerShape.FilledDiamond, 18, colours.Flag);
        marks.MarkerStyle.OutlineColor = colours.Background;
        marks.MarkerStyle.OutlineWidth = 2;
        marks.LegendText = ChartAxes.Drawable(chart.Legend?.Flagged ?? "");
    }

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
