using ScottPlot;

namespace MentorBot.Charts;

/// <summary>A sheet laid out in CSS pixels from its upper left corner, for charts whose words must not meet: their widths are known before they are placed.</summary>
internal sealed class ChartCanvas
{
    /// <summary>Size of the text that strokes are drawn for.</summary>
    private const float StrokesFor = 13;

    /// <summary>Left free along every edge.</summary>
    public const float Margin = 10;

    private const int TitleLines = 3;

    private readonly Plot _plot;
    private readonly List<WrittenWords> _written = [];

    public ChartCanvas(int width, bool dark, float? text)
    {
        (Width, Colours, Text) = (width, ChartColours.For(dark), text ?? ChartAxes.TextSize(width));
        _plot = ChartPlot.New(Colours.Background, Colours.Text);
        _plot.HideGrid();
        _plot.Layout.Frameless();
    }

    public int Width { get; }

    public ChartColours Colours { get; }

    /// <summary>Size of the text.</summary>
    public float Text { get; }

    /// <summary>Every line of words drawn so far.</summary>
    public IReadOnlyList<WrittenWords> Written => _written;

    public float LineHeight => Text * ChartText.LineHeight;

    /// <returns>Where the next line may start.</returns>
    public float Title(string title) =>
        title.Length == 0 ? Margin : Words(ChartText.Lines(title, Width - (2 * Margin), Text + 2, true, TitleLines), Margin, Margin, Alignment.UpperLeft, bold: true, size: Text + 2) + (Text * .35f);

    public void Line(float fromX, float fromY, float toX, float toY, Color colour, float width, LinePattern? pattern = null)
    {
        var line = _plot.Add.Line(fromX, -fromY, toX, -toY);
        (line.LineColor, line.LineWidth, line.LinePattern) = (colour, Stroke(width), pattern ?? LinePattern.Solid);
    }

    public void Path(IReadOnlyList<(float X, float Y)> points, Color colour, float width, LinePattern? pattern = null)
    {
        var line = _plot.Add.ScatterLine(points.Select(p => (double)p.X).ToArray(), points.Select(p => -(double)p.Y).ToArray(), colour);
        (line.LineWidth, line.LinePattern) = (Stroke(width), pattern ?? LinePattern.Solid);
    }

    public void Area(IReadOnlyList<(float X, float Y)> corners, Color colour)
    {
        var area = _plot.Add.Polygon([.. corners.Select(c => new Coordinates(c.X, -c.Y))]);
        (area.FillColor, area.LineWidth) = (colour, 0);
    }

    public void Box(float left, float top, float right, float bottom, Color colour) => Area([(left, top), (right, top), (right, bottom), (left, bottom)], colour);

    /// <summary>A mark with an outline in the colour of the ground, so that it stands out from what it covers.</summary>
    public void Mark(float x, float y, MarkerShape shape, float size, Color colour)
    {
        var mark = _plot.Add.Marker(x, -y, shape, size, colour);
        (mark.MarkerStyle.OutlineColor, mark.MarkerStyle.OutlineWidth) = (Colours.Background, 1.5f);
    }

    /// <summary>The head of an arrow whose tip is at a point.</summary>
    /// <param name="rightwards">Direction along x, or null for upwards.</param>
    public void ArrowHead(float x, float y, bool? rightwards, float size, Color colour) => Area(rightwards switch
    {
        true => [(x, y), (x - size, y - (size * .6f)), (x - size, y + (size * .6f))],
        false => [(x, y), (x + size, y - (size * .6f)), (x + size, y + (size * .6f))],
        null => [(x, y), (x - (size * .6f), y + size), (x + (size * .6f), y + size)],
    }, colour);

    /// <param name="y">Top of the first line.</param>
    /// <param name="alignment">Only its side counts: left, centre or right.</param>
    /// <param name="covers">Hides what runs behind the words.</param>
    /// <returns>Bottom of the last line.</returns>
    public float Words(IReadOnlyList<string> lines, float x, float y, Alignment alignment, bool bold = false, float? size = null, bool covers = false)
    {
        var height = (size ?? Text) * ChartText.LineHeight;
        for (var i = 0; i < lines.Count; i++)
        {
            var words = _plot.Add.Text(ChartAxes.Drawable(lines[i]), x, -(y + ((i + .5f) * height)));
            words.LabelFontName = ChartFonts.Sans;
            words.LabelFontSize = size ?? Text;
            words.LabelBold = bold;
            words.LabelFontColor = Colours.Text;
            words.LabelBackgroundColor = covers ? Colours.Background : Colors.Transparent;
            words.LabelAlignment = alignment switch
            {
                Alignment.UpperLeft or Alignment.MiddleLeft or Alignment.LowerLeft => Alignment.MiddleLeft,
                Alignment.UpperRight or Alignment.MiddleRight or Alignment.LowerRight => Alignment.MiddleRight,
                _ => Alignment.MiddleCenter,
            };
            var width = ChartText.Width(lines[i], size ?? Text, bold);
            var left = words.LabelAlignment switch { Alignment.MiddleLeft => x, Alignment.MiddleRight => x - width, _ => x - (width / 2) };
            _written.Add(new(lines[i], left, y + (i * height), left + width, y + ((i + 1) * height)));
        }

        return y + (lines.Count * height);
    }

    public byte[] Png(float height)
    {
        var whole = (int)Math.Ceiling(height);
        _plot.Axes.SetLimits(0, Width, -whole, 0);
        return ChartPlot.Png(_plot, Width, whole);
    }

    private float Stroke(float width) => width * Math.Max(1, Text / StrokesFor);
}

/// <summary>One line of words and the box it takes.</summary>
internal sealed record WrittenWords(string Text, float Left, float Top, float Right, float Bottom);
