using MentorBot.Messages;

namespace MentorBot.Tables;

/// <summary>
/// Splits delimited text into rows, streaming. Quotes as in RFC 4180; a quote inside an unquoted cell is a character.
/// Counts physical lines through quoted line breaks, and names the line on which a quote was opened and never closed (ADR 0005 says why this is ours).
/// </summary>
internal static class DelimitedRows
{
    /// <summary>No cell of an export is longer; a longer one is a quote that nobody closed.</summary>
    private const int LongestCell = 1_000_000;

    /// <summary>Characters. A longer row is no row of a table, and must not be gathered to find that out.</summary>
    private const int LongestRow = 4_000_000;

    /// <summary>As many columns as a workbook may have.</summary>
    private const int MostCells = 16_384;

    /// <exception cref="UnreadableFileException">A quote is never closed, or a row has no end.</exception>
    public static IEnumerable<Row> Read(TextReader reader, char delimiter)
    {
        var row = new Row();
        var buffer = new char[32 * 1024];
        var (length, at, line) = (0, 0, 1);
        var quotedSince = 0;
        var (inQuotes, afterQuote, cellOpen, rowOpen, lastWasReturn) = (false, false, false, false, false);
        while ((length = reader.Read(buffer)) > 0)
        {
            for (at = 0; at < length; at++)
            {
                var c = buffer[at];
                if (lastWasReturn && c == '\n')
                {
                    lastWasReturn = false;
                    if (inQuotes)
                    {
                        row.Append("\n");
                    }

                    continue;
                }

                lastWasReturn = c == '\r';
                if (!rowOpen)
                {
                    row.Begin(line);
                    rowOpen = true;
                }

                if (inQuotes)
                {
                    if (c == '"')
                    {
                        (inQuotes, afterQuote) = (false, true);
                        continue;
                    }

                    line += c is '\r' or '\n' ? 1 : 0;
                    var end = buffer.AsSpan(at, length - at).IndexOfAny('"', '\r', '\n');
                    var run = c is '\r' or '\n' ? 1 : end < 0 ? length - at : end;
                    row.Append(buffer.AsSpan(at, run));
                    at += run - 1;
                    if (row.OpenCellLength > LongestCell)
                    {
                        throw Unclosed(quotedSince);
                    }

                    continue;
                }

                if (c == '"' && afterQuote)
                {
                    row.Append("\"");
                    (inQuotes, afterQuote) = (true, false);
                    continue;
                }

                afterQuote = false;
                if (c == '"' && !cellOpen)
                {
                    (inQuotes, cellOpen, quotedSince) = (true, true, line);
                }
                else if (c == delimiter)
                {
                    row.EndCell();
                    cellOpen = false;
                    if (row.Count > MostCells)
                    {
                        throw NoTable();
                    }
                }
                else if (c is '\r' or '\n')
                {
                    row.EndCell();
                    (cellOpen, rowOpen) = (false, false);
                    line++;
                    yield return row;
                }
                else
                {
                    var end = buffer.AsSpan(at, length - at).IndexOfAny(delimiter, '\r', '\n');
                    var run = cellOpen || c != ' ' ? end < 0 ? length - at : end : 1;
                    cellOpen |= c != ' ';
                    row.Append(buffer.AsSpan(at, run));
                    at += run - 1;
                }
            }

            if (row.Length > LongestRow)
            {
                throw NoTable();
            }
        }

        if (inQuotes)
        {
            throw Unclosed(quotedSince);
        }

        if (rowOpen)
        {
            row.EndCell();
            yield return row;
        }
    }

    private static UnreadableFileException NoTable() => new(Refusal.Of("tables.not-a-table"));

    private static UnreadableFileException Unclosed(int line) => new(Refusal.Of("tables.unclosed-quote", ("line", line)));
}
