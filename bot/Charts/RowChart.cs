using MentorBot.Messages;
using ScottPlot;

namespace MentorBot.Charts;

/// <summary>A row of a chart whose rows stand one under the other.</summary>
/// <param name="Value">Written heavy beside the row; empty for none.</param>
/// <param name="Range">Written beside it.</param>
/// <param name="Lanes">Lines that the drawing of the row needs.</param>
internal sealed record ChartRow(string Label, string Value, string Range, bool Strong = false, int Lanes = 1);

/// <summary>Where the drawing of a row goes, in CSS pixels.</summary>
internal readonly record struct RowPlace(float Top, float Bottom)
{
    public float Middle => (Top + Bottom) / 2;
}

/// <summary>Rows with their names, figures and a shared axis below. With room, names stand left and figures right of the drawing; on a phone both stand above it.</summary>
internal sealed class RowChart
{
    private const float Gap = 12;
    private const int LabelLines = 2;

    /// <summary>Widths of the text that a line must hold before names and figures stand beside the drawing.</summary>
    private const float BesideFrom = 40;

    private readonly ChartCanvas _canvas;
    private readonly List<(IReadOnlyList<string> Lines, float X, float Y, Alignment Side, bool Bold)> _words = [];

    /// <param name="y">Where the rows may start.</param>
    /// <param name="heads">Of the value and of the range; null for none.</param>
    /// <param name="aboveRows">Lines that words about the axis take above the rows.</param>
    public RowChart(ChartCanvas canvas, float y, IReadOnlyList<ChartRow> rows, (string Value, string Range)? heads, int aboveRows)
    {
        _canvas = canvas;
        var value = Column(rows.Select(r => r.Value), heads?.Value, true);
        var range = Column(rows.Select(r => r.Range), heads?.Range, false);
        var figures = value.Width + range.Width + (value.Width > 0 && range.Width > 0 ? Gap : 0);
        var labels = rows.Select(r => ChartText.Lines(r.Label, canvas.Width * .3f, canvas.Text, r.Strong, LabelLines)).ToArray();
        var names = rows.Select((r, i) => ChartText.Width(labels[i], canvas.Text, r.Strong)).DefaultIfEmpty(0).Max();
        (Left, Right) = (ChartCanvas.Margin + names + Gap, canvas.Width - ChartCanvas.Margin - figures - (figures > 0 ? Gap : 0));
        if (canvas.Width >= canvas.Text * BesideFrom && Right - Left > canvas.Width * .3f)
        {
            Beside(y, rows, labels, value, range, aboveRows);
        }
        else
        {
            (Left, Right) = (ChartCanvas.Margin, canvas.Width - ChartCanvas.Margin);
            Above(y, rows, heads, aboveRows);
        }
    }

    /// <summary>Edges of the drawing.</summary>
    public float Left { get; }

    public float Right { get; }

    /// <summary>Top of the lines kept above the rows.</summary>
    public float WordsTop { get; private set; }

    public float Top { get; private set; }

    public float Bottom { get; private set; }

    public IReadOnlyList<RowPlace> Places { get; private set; } = [];

    public void DrawWords()
    {
        foreach (var (lines, x, y, side, bold) in _words)
        {
            _canvas.Words(lines, x, y, side, bold, covers: true);
        }
    }

    /// <summary>Lines from the ticks upwards, their labels below the rows.</summary>
    /// <returns>Bottom of the picture.</returns>
    public float DrawAxis(ChartScale scale, ChartUnit unit, string? currency, string locale)
    {
        foreach (var (tick, left, width) in ChartTicksAlong.Of(_canvas, scale, unit, currency, locale))
        {
            _canvas.Line(scale.At(tick.Value), Top, scale.At(tick.Value), Bottom + 4, _canvas.Colours.Grid, 1);
            _canvas.Words([tick.Label], left + (width / 2), Bottom + 5, Alignment.UpperCenter);
        }

        _canvas.Line(Left, Bottom, Right, Bottom, _canvas.Colours.Soft, 1);
        return Bottom + 5 + _canvas.LineHeight + ChartCanvas.Margin;
    }

    /// <summary>Words over a line at <paramref name="x"/>, moved aside where the edge would cut them.</summary>
    public void DrawOver(IReadOnlyList<string> lines, float x, float y, bool bold = false) => _canvas.Words(lines, Centre(lines, x, bold), y, Alignment.UpperCenter, bold, covers: true);

    private float Centre(IReadOnlyList<string> lines, float x, bool bold)
    {
        var half = Math.Min((Right - Left) / 2, ChartText.Width(lines, _canvas.Text, bold) / 2);
        return Math.Clamp(x, Left + half, Right - half);
    }

    private (float Width, IReadOnlyList<string> Head) Column(IEnumerable<string> figures, string? head, bool bold)
    {
        var width = ChartText.Width(figures, _canvas.Text, bold);
        if (width == 0 || head is not { Length: > 0 })
        {
            return (width, []);
        }

        var lines = ChartText.Lines(head, Math.Max(width, _canvas.Text * 6), _canvas.Text, most: 3);
        return (Math.Max(width, ChartText.Width(lines, _canvas.Text)), lines);
    }

    private void Beside(float y, IReadOnlyList<ChartRow> rows, IReadOnlyList<string>[] labels, (float Width, IReadOnlyList<string> Head) value, (float Width, IReadOnlyList<string> Head) range, int aboveRows)
    {
        var lines = Math.Max(aboveRows, Math.Max(value.Head.Count, range.Head.Count));
        var (rangeLeft, line) = (_canvas.Width - ChartCanvas.Margin - range.Width, _canvas.LineHeight);
        var valueRight = range.Width > 0 ? rangeLeft - Gap : _canvas.Width - ChartCanvas.Margin;
        Top = y + (lines * line) + 4;
        WordsTop = Top - 4 - (aboveRows * line);
        _words.Add((value.Head, valueRight, Top - 4 - (value.Head.Count * line), Alignment.UpperRight, false));
        _words.Add((range.Head, rangeLeft, Top - 4 - (range.Head.Count * line), Alignment.UpperLeft, false));
        var places = new List<RowPlace>();
        var at = Top;
        for (var i = 0; i < rows.Count; i++)
        {
            var height = Math.Max(labels[i].Count * line, rows[i].Lanes * line * 1.25f) + (line * .5f);
            var place = new RowPlace(at, at + height);
            _words.Add((labels[i], ChartCanvas.Margin, place.Middle - (labels[i].Count * line / 2), Alignment.UpperLeft, rows[i].Strong));
            _words.Add(([rows[i].Value], valueRight, place.Middle - (line / 2), Alignment.UpperRight, true));
            _words.Add(([rows[i].Range], rangeLeft, place.Middle - (line / 2), Alignment.UpperLeft, false));
            places.Add(place);
            at += height;
        }

        (Places, Bottom) = (places, at);
    }

    private void Above(float y, IReadOnlyList<ChartRow> rows, (string Value, string Range)? heads, int aboveRows)
    {
        var line = _canvas.LineHeight;
        var at = y;
        if (heads is { } named)
        {
            var head = ChartText.Lines(string.Join(" · ", new[] { named.Value, named.Range }.Where(h => h.Length > 0)), Right - Left, _canvas.Text, most: 2);
            _words.Add((head, Right, at, Alignment.UpperRight, false));
            at += head.Count * line;
        }

        (WordsTop, Top) = (at, at + (aboveRows * line) + 2);
        at = Top;
        var places = new List<RowPlace>();
        foreach (var row in rows)
        {
            at += line * .3f;
            var figures = ChartText.Width(row.Value, _canvas.Text, true) + (row.Value.Length > 0 && row.Range.Length > 0 ? _canvas.Text * .6f : 0) + ChartText.Width(row.Range, _canvas.Text);
            var together = Right - Left - figures - Gap;
            var oneLine = ChartText.Width(row.Label, _canvas.Text, row.Strong) <= together;
            // A name that needs two lines has its figures beside the first of them only where it still has half of the width.
            var beside = oneLine || together >= (Right - Left) * .45f;
            var label = ChartText.Lines(row.Label, beside ? together : Right - Left, _canvas.Text, row.Strong, LabelLines);
            _words.Add((label, Left, at, Alignment.UpperLeft, row.Strong));
            at += beside ? 0 : label.Count * line;
            at = Figures(row, at) + (beside ? (label.Count - 1) * line : 0);
            places.Add(new RowPlace(at, at + (row.Lanes * line * 1.25f)));
            at += row.Lanes * line * 1.25f;
        }

        (Places, Bottom) = (places, at + (line * .3f));
    }

    /// <summary>On one line at the right; below each other where they are too wide for one.</summary>
    private float Figures(ChartRow row, float y)
    {
        var range = ChartText.Width(row.Range, _canvas.Text);
        var between = row.Value.Length > 0 && row.Range.Length > 0 ? _canvas.Text * .6f : 0;
        if (range + between + ChartText.Width(row.Value, _canvas.Text, true) <= Right - Left)
        {
            _words.Add(([row.Range], Right, y, Alignment.UpperRight, false));
            _words.Add(([row.Value], Right - range - between, y, Alignment.UpperRight, true));
            return y + _canvas.LineHeight;
        }

        var lines = ChartText.Lines(row.Range, Right - Left, _canvas.Text);
        _words.Add(([row.Value], Right, y, Alignment.UpperRight, true));
        _words.Add((lines, Right, y + _canvas.LineHeight, Alignment.UpperRight, false));
        return y + ((1 + lines.Count) * _canvas.LineHeight);
    }
}
