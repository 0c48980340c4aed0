namespace MentorBot.Pages;

/// <summary>The markup of a text part as blocks: paragraphs and lists of lines, with **bold** runs.</summary>
internal static class RichText
{
    public static IReadOnlyList<RichBlock> Parse(string text)
    {
        var blocks = new List<RichBlock>();
        List<RichLine> lines = [];
        var list = false;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.Trim();
            var item = line.StartsWith("- ", StringComparison.Ordinal);
            if (line.Length == 0 || item != list)
            {
                Close();
                list = item;
            }

            if (line.Length > 0)
            {
                lines.Add(new RichLine(Runs(item ? line[2..].TrimStart() : line)));
            }
        }

        Close();
        return blocks;

        void Close()
        {
            if (lines.Count > 0)
            {
                blocks.Add(new RichBlock(list, lines));
                lines = [];
            }
        }
    }

    /// <summary>Stars that are not closed are shown as they are.</summary>
    private static List<RichRun> Runs(string line)
    {
        var runs = new List<RichRun>();
        var pieces = line.Split("**");
        for (var i = 0; i < pieces.Length; i++)
        {
            var bold = i % 2 == 1;
            var unclosed = bold && i == pieces.Length - 1;
            if (pieces[i].Length > 0 || unclosed)
            {
                runs.Add(new RichRun(unclosed ? "**" + pieces[i] : pieces[i], bold && !unclosed));
            }
        }

        return runs;
    }
}

/// <param name="IsList">Each line is an item; else the lines of one paragraph.</param>
internal sealed record RichBlock(bool IsList, IReadOnlyList<RichLine> Lines);

internal sealed record RichLine(IReadOnlyList<RichRun> Runs);

internal sealed record RichRun(string Text, bool Bold);
