using System.Text.Json.Nodes;
using MentorBot.Messages;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>Prose and notices: a text block a line, the items of a list together, an empty line as a gap.</summary>
internal static class TextBlocks
{
    public static CardBlock Prose(string text) => Of(Pieces(text));

    /// <summary>Words without markup of ours, such as a table that fits no card: stars in them are stars.</summary>
    public static CardBlock Plain(string text) => Of([.. MarkdownLine.Read(text).Select(l => new CardPiece(CardJson.TextBlock(TeamsMarkdown.Plain(l.Text, card: true)), l.Text, Gap: l.After))]);

    private static CardBlock Of(IReadOnlyList<CardPiece> all) => new(all, 80, pieces =>
    {
        var lines = Lines(pieces);
        return lines is [var only] ? only : CardJson.Container(lines);
    });

    public static CardBlock Notice(NoticePart part)
    {
        var style = part.Tone switch
        {
            NoticeTone.Info => "emphasis",
            NoticeTone.Warning => "warning",
            NoticeTone.Critical => "attention",
            _ => throw new ArgumentOutOfRangeException(nameof(part), part.Tone, "No such tone."),
        };
        return new(Pieces(part.Text), 120, pieces =>
        {
            var container = CardJson.Container(Lines(pieces));
            container["style"] = style;
            return container;
        });
    }

    private static IReadOnlyList<CardPiece> Pieces(string text) =>
        [.. MarkdownLine.Read(text).Select(l => new CardPiece(CardJson.TextBlock(TeamsMarkdown.Line(l.Text, card: true)), l.Text.Replace("**", "", StringComparison.Ordinal), Gap: l.After))];

    /// <summary>Changes the pieces' elements: called once for each card.</summary>
    private static List<JsonObject> Lines(IReadOnlyList<CardPiece> pieces)
    {
        var lines = new List<JsonObject>();
        foreach (var piece in pieces)
        {
            var line = piece.Element;
            var text = (string)line["text"]!;
            if (lines.Count > 0 && piece.Gap == LineGap.Line && TeamsMarkdown.IsItem(text) && (string)lines[^1]["text"]! is var before && TeamsMarkdown.IsItem(before))
            {
                lines[^1]["text"] = before + "\r" + text;
                continue;
            }

            if (lines.Count > 0)
            {
                line["spacing"] = piece.Gap == LineGap.Line ? "None" : "Medium";
            }

            lines.Add(line);
        }

        return lines;
    }
}
