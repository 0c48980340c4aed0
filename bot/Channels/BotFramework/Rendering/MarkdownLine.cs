using System.Globalization;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>One line of a text part, with what parts it from the line before.</summary>
/// <param name="Text">Trimmed, never empty, with our own markup still in it.</param>
internal sealed record MarkdownLine(string Text, LineGap After)
{
    /// <summary>A line longer than this is cut where its words allow it.</summary>
    public const int Longest = 1800;

    public static IEnumerable<MarkdownLine> Read(string text)
    {
        var gap = LineGap.Part;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0)
            {
                gap = gap == LineGap.Part ? gap : LineGap.Paragraph;
                continue;
            }

            foreach (var piece in Cut(line))
            {
                yield return new MarkdownLine(piece, gap);
                gap = LineGap.Line;
            }
        }
    }

    /// <summary>At the end of a sentence, else between words, else between letters; never inside one letter.</summary>
    private static IEnumerable<string> Cut(string line)
    {
        while (line.Length > Longest)
        {
            var end = line.LastIndexOf(". ", Longest, Longest / 2, StringComparison.Ordinal) is > 0 and var stop ? stop + 1
                : line.LastIndexOf(' ', Longest, Longest / 2) is > 0 and var space ? space
                : Letters(line);
            yield return line[..end].TrimEnd();
            line = line[end..].TrimStart();
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    private static int Letters(string line)
    {
        var end = 0;
        while (end < Longest && end + StringInfo.GetNextTextElementLength(line, end) is var next && next <= Longest)
        {
            end = next;
        }

        // A single letter with thousands of marks on it is cut all the same.
        return end > 0 ? end : Longest;
    }
}

internal enum LineGap
{
    /// <summary>The first of its part.</summary>
    Part,

    /// <summary>On the next line.</summary>
    Line,

    /// <summary>Beneath an empty line.</summary>
    Paragraph,
}
