using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace MentorBot.Tables;

/// <summary>Rows of a workbook, sheet by sheet. Dates come as ISO text, numbers typed, formulas as the value that the workbook kept; the text of merged cells stands in each of them.</summary>
internal static class WorkbookRows
{
    /// <summary>The rows of a sheet must be taken before the next sheet is asked for.</summary>
    public static IEnumerable<NamedRows> Read(Stream stream)
    {
        var formulas = FormulaCells.WithoutValue(stream);
        stream.Position = 0;

        // The old format names its code page by number, and the reader looks it up among the registered ones; registering twice is harmless.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = TextEncoding.Windows1252, LeaveOpen = true });
        do
        {
            yield return new NamedRows(reader.Name, Sheet(reader, formulas));
        }
        while (reader.NextResult());
    }

    private static IEnumerable<Row> Sheet(IExcelDataReader reader, IReadOnlyDictionary<(string Sheet, int Row, int Column), string> formulas)
    {
        var row = new Row();
        var merged = new MergedCells(reader.MergeCells ?? []);
        for (var line = 1; reader.Read(); line++)
        {
            row.Begin(line);
            merged.Begin(line - 1);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                Append(row, merged.Value(i, reader.GetValue(i) ?? (formulas.Count > 0 ? formulas.GetValueOrDefault((reader.Name, line - 1, i)) : null), reader.FieldCount));
            }

            yield return row;
        }
    }

    private static void Append(Row row, object? value)
    {
        switch (value)
        {
            case null:
                row.EndCell();
                break;
            case double or int or float or decimal or long:
                var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                row.Append(number.ToString("R", CultureInfo.InvariantCulture));
                row.EndCell(number);
                break;
            case DateTime date:
                row.Append(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                row.EndCell();
                break;
            case TimeSpan time:
                row.Append(time.TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
                row.EndCell(time.TotalSeconds);
                break;
            default:
                row.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                row.EndCell();
                break;
        }
    }
}
