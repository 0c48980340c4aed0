using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Rows that repeat another in every key, date and figure. Kept in the totals, since only the person knows; told, since they inflate them.</summary>
internal sealed class DuplicateRows : IFinder
{
    /// <summary>Two rows with small figures may be alike by chance; one figure of this size may not.</summary>
    private const double TellingFigure = 20;

    public IEnumerable<Finding> Find(TableReading reading)
    {
        var table = reading.Table;
        if (table.RowsContinue || (table.Keys.Count == 0 && table.Dates.Length == 0))
        {
            yield break;
        }

        var seen = new SeenRows(table);
        double[][] figures = [.. table.Metrics.Select(m => m.Values)];
        var (count, line, of) = (0, 0, 0);
        for (var row = 0; row < table.RowCount; row++)
        {
            if (Telling(figures, row) && seen.Add(row) is >= 0 and var earlier && count++ == 0)
            {
                (line, of) = (table.Lines[row], table.Lines[earlier]);
            }
        }

        if (count > 0)
        {
            yield return Finding.Of("duplicate-rows", Severity.Warning, null, null, null, ("n", count), ("rows", table.RowCount), ("share", (double)count / table.RowCount), ("line", line), ("sameAsLine", of));
        }
    }

    private static bool Telling(double[][] columns, int row)
    {
        var (figures, telling) = (0, false);
        foreach (var column in columns)
        {
            var value = column[row];
            figures += value != 0 && !double.IsNaN(value) ? 1 : 0;
            telling |= Math.Abs(value) >= TellingFigure || value != Math.Floor(value);
        }

        return telling && (figures >= 2 || columns.Length == 1);
    }
}
