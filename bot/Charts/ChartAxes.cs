using System.Globalization;
using MentorBot.Messages;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace MentorBot.Charts;

/// <summary>Axes, legend and title with the numbers and dates of the reader's language.</summary>
internal static class ChartAxes
{
    /// <summary>Of the width: 12 CSS pixels once the picture is shown at a phone's 360.</summary>
    private const float TextShare = 12f / 360;
    private const float SmallestText = 12;
    private const float LargestText = 26;
    private const double WantedTicks = 4;
    private const int DateLabels = 5;

    /// <summary>Of the axis: a dot at its end is drawn whole.</summary>
    private const double DotRoom = .035;

    public static void Apply(Plot plot, LineChart chart, string locale)
    {
        var write = NumberWriter.For(locale);
        var (ys, labels, bottom, top) = chart.Log ? Decades(chart, write) : Steps(chart, write);
        plot.Axes.Left.TickGenerator = new NumericManual(ys, [.. labels.Select(Drawable)]);

        var days = Days(chart, DateLabels);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. days.Select(d => (double)d.DayNumber)], [.. days.Select(d => Day(d, locale, chart))]);
        var (first, last) = (ChartMarks.X(chart.Points[0]), ChartMarks.X(chart.Points[^1]));
        var margin = Math.Max(.6, (last - first) * (chart.Dots ? DotRoom : .015));
        plot.Axes.SetLimits(first - margin, last + margin, bottom - (chart.Dots ? (top - bottom) * DotRoom : 0), top + (top - bottom) * ((chart.Dots ? DotRoom : .02) + ChartNotes.Headroom(chart)));
    }

    private static (double[] At, string[] Labels, double Bottom, double Top) Steps(LineChart chart, NumberWriter write)
    {
        var (low, high) = Extent(chart);
        var step = ChartTicks.Step((high - low) / WantedTicks);
        var (bottom, top) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
        var ys = Enumerable.Range(0, (int)Math.Round((top - bottom) / step) + 1).Select(i => bottom + i * step).ToArray();
        return (ys, [.. ys.Select(y => ChartTicks.Label(write, chart.Unit, chart.Currency, y, step))], bottom, top);
    }

    /// <summary>1, 10, 100…, with 2 and 5 between them while there is room; the axis ends at the nearest 1, 2 or 5, so that no empty decade is drawn.</summary>
    private static (double[] At, string[] Labels, double Bottom, double Top) Decades(LineChart chart, NumberWriter write)
    {
        var values = chart.Points.SelectMany(p => new[] { p.Value, p.Low, p.High }).OfType<double>().Where(v => double.IsFinite(v) && v > 0).DefaultIfEmpty(1).ToArray();
        var (low, high) = ((int)Math.Floor(Math.Log10(values.Min())), (int)Math.Ceiling(Math.Log10(values.Max()) + 1e-9));
        var steps = Enumerable.Range(low, high - low + 1).SelectMany(d => new[] { 1, 2, 5 }.Select(i => i * Math.Pow(10, d))).ToArray();
        var bottom = steps.Last(s => s <= values.Min() * (1 + 1e-9));
        var top = steps.First(s => s >= values.Max() * (1 - 1e-9) && s > bottom);
        var wide = top > 100 * bottom;
        var ticks = steps.Where(s => s >= bottom && s <= top && (!wide || Math.Abs(Math.Log10(s) % 1) < 1e-9)).ToArray();
        return (Array.ConvertAll(ticks, Math.Log10), Array.ConvertAll(ticks, t => ChartTicks.Label(write, chart.Unit, chart.Currency, t, t)), Math.Log10(bottom), Math.Log10(top));
    }

    public static void ApplyText(Plot plot, LineChart chart, int width, float? text, ChartColours colours)
    {
        var font = ChartFonts.Sans;
        var size = text ?? TextSize(width);
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontName = font;
            axis.TickLabelStyle.FontSize = size;
            axis.TickLabelStyle.ForeColor = colours.Text;
            axis.MajorTickStyle.Length = 4;
        }

        plot.Title(Drawable(chart.Title), size + 2);
        plot.Axes.Title.Label.FontName = font;
        plot.Axes.Title.Label.ForeColor = colours.Text;
        plot.Axes.Title.Label.Bold = true;
        plot.Axes.Title.Label.Alignment = Alignment.LowerCenter;
        if (chart.Legend is null)
        {
            plot.HideLegend();
            return;
        }

        plot.Legend.FontName = font;
        plot.Legend.FontSize = size - 1;
        plot.Legend.FontColor = colours.Text;
        plot.Legend.BackgroundColor = colours.Background;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.TightHorizontalWrapping = true;
        plot.ShowLegend(Edge.Bottom);
    }

    public static float TextSize(int width) => Math.Clamp(width * TextShare, SmallestText, LargestText);

    /// <summary>Common fonts have no glyph for the narrow no-break space that French groups digits with.</summary>
    public static string Drawable(string text) => text.Replace('\u202F', '\u00A0');

    /// <summary>Volumes start at zero, so that a small move is not drawn as a big one; rates may not need it.</summary>
    private static (double Low, double High) Extent(LineChart chart)
    {
        var values = chart.Points.SelectMany(p => new[] { p.Value, p.Low, p.High }).OfType<double>().Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (Math.Min(0, values.Min()), values.Max());
        return high > low ? (low, high) : (low, low + 1);
    }

    private static DateOnly[] Days(LineChart chart, int wanted)
    {
        var days = chart.Points.Select(p => p.Day).ToArray();
        if (chart.Dots)
        {
            // Posts come as they come: the labels are spread over the time, not over the posts.
            var span = days[^1].DayNumber - days[0].DayNumber;
            var apart = Math.Max(1, (span + wanted - 1) / wanted);
            apart = apart > 4 ? (apart + 6) / 7 * 7 : apart;
            return [.. Enumerable.Range(0, span / apart + 1).Select(i => days[0].AddDays(i * apart))];
        }

        var stride = (int)Math.Ceiling((double)days.Length / wanted);
        // Whole weeks, so that the labels fall on one weekday.
        stride = stride > 4 && days.Length > 14 && days[1].DayNumber - days[0].DayNumber == 1 ? (stride + 6) / 7 * 7 : Math.Max(1, stride);
        return [.. days.Where((_, i) => i % stride == 0)];
    }

    private static string Day(DateOnly day, string locale, LineChart chart)
    {
        var culture = CultureInfo.GetCultureInfo(locale == Locales.French ? "fr-FR" : "en-GB");
        var years = chart.Points[^1].Day.DayNumber - chart.Points[0].Day.DayNumber > 300;
        return day.ToString(years ? "MMM yyyy" : "d MMM", culture);
    }
}
