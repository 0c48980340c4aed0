using System.Text.Json.Nodes;
using MentorBot.Messages;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>Text parts as the texts of as few activities as the budget allows; a new one starts at a paragraph where it can, never inside a line.</summary>
internal static class TextPages
{
    /// <summary>Bytes of one text at most, as the wire writes it.</summary>
    public const int Budget = 20 * 1024;

    /// <summary>An activity without words is refused.</summary>
    private const string Nothing = "…";

    public static IReadOnlyList<string> Of(IEnumerable<TextPart> parts)
    {
        var paragraphs = new List<List<MarkdownLine>>();
        foreach (var line in parts.SelectMany(p => MarkdownLine.Read(p.Text)))
        {
            if (paragraphs.Count == 0 || line.After != LineGap.Line)
            {
                paragraphs.Add([]);
            }

            paragraphs[^1].Add(line);
        }

        var pages = new List<List<MarkdownLine>>();
        foreach (var paragraph in paragraphs)
        {
            if (pages.Count > 0 && Size([.. pages[^1], .. paragraph]) <= Budget)
            {
                pages[^1].AddRange(paragraph);
                continue;
            }

            pages.Add([]);
            foreach (var line in paragraph)
            {
                if (pages[^1].Count > 0 && Size([.. pages[^1], line]) > Budget)
                {
                    pages.Add([]);
                }

                pages[^1].Add(line);
            }
        }

        return pages.Count == 0 ? [Nothing] : [.. pages.Select(TeamsMarkdown.Text)];
    }

    private static int Size(IReadOnlyList<MarkdownLine> lines) => JsonValue.Create(TeamsMarkdown.Text(lines)).ToJsonString().Length;
}
