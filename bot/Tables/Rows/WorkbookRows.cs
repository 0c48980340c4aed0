using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace MentorBot.Tables;

/// <summary>Rows of a workbook, sheet after sheet with a blank row between. Dates come as ISO text, numbers typed, formulas as the value that the workbook kept.</summary>
internal static class WorkbookRows
{
    public static IEnumerable<Row> Read(Stream stream)
    {
        // The old format names its code page by number, and the reader looks it up among the registered ones; registering twice is harmless.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = TextEncoding.Windows1252, LeaveOpen = true });
        var row = new Row();
        do
        {
            for (var line = 1; reader.Read(); line++)
            {
                row.Begin(line);
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    Append(row, reader.GetValue(i));
                }

                yield return row;
            }

            row.Begin(0);
            yield return row;
        }
        while (reader.NextResult());
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
