using System.Collections.Concurrent;
using SkiaSharp;

namespace MentorBot.Charts;

/// <summary>How wide words are once drawn, and where they break. Widths and sizes are CSS pixels.</summary>
internal static class ChartText
{
    private const char Ellipsis = '…';

    /// <summary>Campaign names are joined by these instead of spaces.</summary>
    private const string Joints = "_-/|.:";

    /// <summary>Signs that never start a line.</summary>
    private const string Follows = "%€$£:;!?»|–";

    /// <summary>Letters to an em at most: a start for the search.</summary>
    private const float NarrowestLetter = 5;

    /// <summary>Letters that may be given up to cut between words.</summary>
    private const int NearCut = 9;

    private static readonly ConcurrentDictionary<bool, SKTypeface> Faces = new();

    /// <summary>Of the size of the text: from one line to the next.</summary>
    public const float LineHeight = 1.28f;

    public static float Width(string text, float size, bool bold = false)
    {
        using var font = new SKFont(Faces.GetOrAdd(bold, b => SKTypeface.FromFamilyName(ChartFonts.Sans, b ? SKFontStyle.Bold : SKFontStyle.Normal)), size);
        return font.MeasureText(ChartAxes.Drawable(text));
    }

    public static float Width(IEnumerable<string> lines, float size, bool bold = false) => lines.Select(l => Width(l, size, bold)).DefaultIfEmpty(0).Max();

    /// <summary>Breaks at spaces, then at the joints of a name, then anywhere.</summary>
    /// <param name="most">Lines at most; what does not fit loses its middle, since the names of campaigns often differ at their end.</param>
    /// <param name="keepEnd">False for words whose start says it all: they lose their end.</param>
    /// <returns>No line wider than <paramref name="width"/>, unless one letter is.</returns>
    public static IReadOnlyList<string> Lines(string text, float width, float size, bool bold = false, int most = int.MaxValue, bool keepEnd = true)
    {
        var whole = ChartAxes.Drawable(text).Trim();
        var lines = Broken(whole, width, size, bold);
        most = Math.Max(1, most);
        for (var kept = Math.Min(whole.Length - 1, (int)(most * width / size * NarrowestLetter)); lines.Count > most && kept > 1; kept--)
        {
            lines = Broken(keepEnd ? Start(whole[..((kept + 1) / 2)]) + Ellipsis + End(whole[(whole.Length - (kept / 2))..]) : Start(whole[..kept]) + Ellipsis, width, size, bold);
        }

        return lines;
    }

    /// <summary>Ends after a whole word, where one ends nearby.</summary>
    private static string Start(string text)
    {
        var end = text.LastIndexOfAny([' ', .. Joints]);
        return (end > text.Length - NearCut && end > 0 ? text[..end] : text).TrimEnd([' ', .. Joints]);
    }

    private static string End(string text)
    {
        var start = text.IndexOfAny([' ', .. Joints]);
        return (start >= 0 && start < NearCut && start < text.Length - 1 ? text[(start + 1)..] : text).TrimStart([' ', .. Joints]);
    }

    private static List<string> Broken(string text, float width, float size, bool bold)
    {
        var lines = new List<string> { "" };
        foreach (var piece in Pieces(text))
        {
            var left = piece;
            while (Width((lines[^1] + left).TrimEnd(' '), size, bold) > width)
            {
                if (lines[^1].Length > 0)
                {
                    lines.Add("");
                    continue;
                }

                var fits = Math.Max(1, Enumerable.Range(1, left.Length - 1).TakeWhile(n => Width(left[..n], size, bold) <= width).LastOrDefault());
                if (fits >= left.Length)
                {
                    break;
                }

                lines[^1] = left[..fits];
                lines.Add("");
                left = left[fits..];
            }

            lines[^1] += left;
        }

        return [.. lines.Select(l => l.Trim(' '))];
    }

    /// <summary>Words with the space behind them, and the parts of a name with their joint.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var joint = Joints.Contains(text[i], StringComparison.Ordinal) && i > start && i + 1 < text.Length && char.IsLetter(text[i + 1]);
            if ((text[i] == ' ' && !(i + 1 < text.Length && Follows.Contains(text[i + 1], StringComparison.Ordinal))) || joint)
            {
                yield return text[start..(i + 1)];
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
