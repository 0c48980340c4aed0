using System.Text.Json.Nodes;
using MentorBot.Messages;

namespace MentorBot.Channels.BotFramework.Rendering;

/// <summary>Facts and tables. A table that a phone cannot hold becomes facts for each row; between two cards its head is repeated.</summary>
internal static class TableBlocks
{
    /// <summary>Columns that a phone's card has room for.</summary>
    private const int MostColumns = 4;

    public static CardBlock Facts(FactsPart part) => new(
        [.. part.Facts.Select(f => new CardPiece(CardJson.FactSet([(f.Label, f.Value)]), $"{f.Label}: {f.Value}"))],
        40,
        pieces => new JsonObject { ["type"] = "FactSet", ["facts"] = CardJson.Array(pieces.Select(p => Taken(p.Element, "facts"))) });

    public static CardBlock Table(TablePart part, int index) => part.Columns.Count <= MostColumns || part.Rows.Count == 0 ? Grid(part) : Rows(part, index);

    private static CardBlock Grid(TablePart part)
    {
        var head = string.Join(" | ", part.Columns);
        var pieces = part.Rows.Select(r => new CardPiece(Row(r, part, head: false), string.Join(" | ", r))).ToList();
        if (pieces.Count == 0)
        {
            // The head alone is a piece too, or the table would be lost.
            return CardBlock.Whole(Framed(part.Title, Build([])), Message.Of("", part).ToPlainText());
        }

        return new(pieces, Build([]).ToJsonString().Length + (2 * (head.Length + (part.Title?.Length ?? 0)) * 6) + 300, taken => Framed(part.Title, Build(taken))) { Wide = true };

        JsonObject Build(IReadOnlyList<CardPiece> rows) => new()
        {
            ["type"] = "Table",
            ["spacing"] = "Small",
            ["firstRowAsHeader"] = true,
            ["showGridLines"] = false,
            ["columns"] = CardJson.Array(part.Columns.Select((_, c) => IsNumber(part, c) ? new JsonObject { ["width"] = 2, ["horizontalCellContentAlignment"] = "Right" } : new JsonObject { ["width"] = 3 })),
            ["rows"] = CardJson.Array([Row(part.Columns, part, head: true), .. rows.Select(r => r.Element)]),
        };
    }

    /// <summary>The first column names the row, the others are its facts.</summary>
    private static CardBlock Rows(TablePart part, int index)
    {
        var pieces = part.Rows.Select(row => new CardPiece(
            CardJson.Container(CardJson.Heading(Shown(row.Count > 0 ? row[0] : "")), Spaced(CardJson.FactSet(part.Columns.Zip(row).Skip(1).Select(c => (c.First, c.Second))))),
            string.Join(" | ", row))).ToList();
        return new(pieces, 400 + (12 * (string.Join(" | ", part.Columns).Length + (part.Title?.Length ?? 0))), taken =>
        {
            var rows = taken.Select(p => p.Element).ToList();
            foreach (var row in rows.Skip(1))
            {
                row["separator"] = true;
            }

            var caption = CardJson.Aside(Shown(part.Columns[0]));
            var all = CardJson.Container(part.Title is { Length: > 0 } title ? [CardJson.Heading(title), caption, .. rows] : [caption, .. rows]);
            all["id"] = $"rows-{index}";
            return all;
        });
    }

    private static JsonObject Framed(string? title, JsonObject table) => title is { Length: > 0 } ? CardJson.Container(CardJson.Heading(title), table) : table;

    private static JsonObject Row(IReadOnlyList<string> cells, TablePart part, bool head) => new()
    {
        ["type"] = "TableRow",
        ["cells"] = CardJson.Array(cells.Select((cell, c) =>
        {
            var text = CardJson.TextBlock(Shown(TeamsMarkdown.Plain(cell, card: true)));
            if (head)
            {
                text["weight"] = "Bolder";
            }

            if (IsNumber(part, c))
            {
                // Said twice: some clients align by the column, some only by the text.
                text["horizontalAlignment"] = "Right";
            }

            return new JsonObject { ["type"] = "TableCell", ["items"] = CardJson.Array([text]) };
        })),
    };

    private static bool IsNumber(TablePart part, int column) => column < part.Numeric.Count && part.Numeric[column];

    /// <summary>An empty text block breaks the row on some clients.</summary>
    private static string Shown(string words) => words.Length == 0 ? "\u00A0" : words;

    private static JsonObject Spaced(JsonObject element)
    {
        element["spacing"] = "Small";
        return element;
    }

    private static JsonObject Taken(JsonObject holder, string name)
    {
        var items = holder[name]!.AsArray();
        var first = items[0]!.AsObject();
        items.RemoveAt(0);
        return first;
    }
}
