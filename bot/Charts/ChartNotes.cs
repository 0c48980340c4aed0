using MentorBot.Messages;
using ScottPlot;

namespace MentorBot.Charts;

/// <summary>What people noted about days: a dotted line, or a framed stretch, with its words above the curve.</summary>
internal static class ChartNotes
{
    private const int Lanes = 3;
    private const double LaneHeight = .085;
    private const int LongestLabel = 26;

    /// <summary>Share of the plot's height that the words need above the highest value.</summary>
    public static double Headroom(LineChart chart) => Math.Min(Lanes, Shown(chart).Count) * LaneHeight;

    public static void AddSpans(Plot plot, LineChart chart, ChartColours colours)
    {
        foreach (var note in Shown(chart))
        {
            if (note.From == note.To)
            {
                var line = plot.Add.VerticalLine(note.From.DayNumber, 1, colours.Text, LinePattern.Dotted);
                line.EnableAutoscale = false;
                continue;
            }

            var span = plot.Add.HorizontalSpan(note.From.DayNumber - .5, note.To.DayNumber + .5);
            span.FillStyle.Color = colours.Text.WithAlpha(.07);
            span.LineStyle.Color = colours.Text;
            span.LineStyle.Pattern = LinePattern.Dotted;
            span.LineStyle.Width = 1;
        }
    }

    /// <summary>Called once the axes are set: the words stand at the top, each on the side of its line that has room, in turn on lanes of their own.</summary>
    public static void AddWords(Plot plot, LineChart chart, float size, ChartColours colours)
    {
        var limits = plot.Axes.GetLimits();
        var notes = Shown(chart);
        for (var i = 0; i < notes.Count; i++)
        {
            var (note, lane) = (notes[i], i % Lanes);
            var right = note.From.DayNumber > (limits.Left + limits.Right) / 2;
            var words = note.Words.Length > LongestLabel ? note.Words[..(LongestLabel - 1)] + "…" : note.Words;
            var label = plot.Add.Text(ChartAxes.Drawable(words), note.From.DayNumber, limits.Top - (limits.Top - limits.Bottom) * lane * LaneHeight);
            label.LabelFontName = ChartFonts.Sans;
            label.LabelFontSize = size - 1;
            label.LabelFontColor = colours.Text;
            label.LabelBackgroundColor = colours.Background.WithAlpha(.85);
            label.LabelAlignment = right ? Alignment.UpperRight : Alignment.UpperLeft;
            label.OffsetX = right ? -4 : 4;
            label.OffsetY = 2;
        }
    }

    private static List<ChartNote> Shown(LineChart chart) =>
        chart.Points.Count == 0 ? [] : [.. chart.Notes.Where(n => n.To >= chart.Points[0].Day && n.From <= chart.Points[^1].Day)];
}
