using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>A table pasted into the chat: cells by tab, comma, semicolon or, as in a message, by '|'.</summary>
internal static class PastedTable
{
    /// <returns>Null when no line of the text is a header row with figures under it.</returns>
    public static IReadOnlyList<Row>? Rows(string text, KpiDictionary kpis)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        if (lines.Count < 2)
        {
            return null;
        }

        foreach (var sign in lines.Count(l => l.Contains('|', StringComparison.Ordinal)) >= 2 ? new[] { '|' } : [Delimiter.Of(text, kpis)])
        {
            var rows = sign == '|' ? Piped(lines) : Delimited(text, sign);
            if (rows?.FindIndex(r => Layout.Of(r, kpis).IsHeader) is >= 0 and var header && HasFigures(rows, header, kpis))
            {
                return rows;
            }
        }

        return null;
    }

    /// <summary>"CTR, CPC\nwhat do they mean?" has a header and no figure.</summary>
    private static bool HasFigures(List<Row> rows, int header, KpiDictionary kpis)
    {
        var metrics = Layout.Of(rows[header], kpis).Metrics;
        return rows.Skip(header + 1).Any(r => metrics.Any(m => NumberCell.Read(r[m.Index]).Kind is CellKind.Number or CellKind.Ambiguous));
    }

    private static List<Row>? Delimited(string text, char sign)
    {
        try
        {
            using var reader = new StringReader(text);
            return [.. DelimitedRows.Read(reader, sign).Select(r => r.Copy())];
        }
        catch (UnreadableFileException)
        {
            return null;
        }
    }

    private static List<Row> Piped(List<string> lines)
    {
        var rows = new List<Row>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim().Trim('|');
            if (line.Length > 0 && line.All(c => c is '-' or '|' or ':' or ' ' or '+'))
            {
                continue;
            }

            var row = new Row();
            row.Begin(i + 1);
            foreach (var cell in line.Split('|'))
            {
                row.Append(cell.Trim().Trim('*'));
                row.EndCell();
            }

            rows.Add(row);
        }

        return rows;
    }
}
