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
        if (table.Keys.Count == 0 && table.Dates.Length == 0)
        {
            yield break;
        }

        var seen = new Dictionary<RowKey, int>(table.RowCount);
        var (count, line, of) = (0, 0, 0);
        for (var row = 0; row < table.RowCount; row++)
        {
            if (!Telling(table, row))
            {
                continue;
            }

            var key = new RowKey(table, row);
            if (!seen.TryAdd(key, row) && count++ == 0)
            {
                (line, of) = (table.Lines[row], table.Lines[seen[key]]);
            }
        }

        if (count > 0)
        {
            yield return Finding.Of("duplicate-rows", Severity.Warning, null, null, null, ("n", count), ("rows", table.RowCount), ("share", (double)count / table.RowCount), ("line", line), ("sameAsLine", of));
        }
    }

    private static bool Telling(KpiTable table, int row)
    {
        var (figures, telling) = (0, false);
        foreach (var metric in table.Metrics)
        {
            var value = metric.Values[row];
            figures += value != 0 && !double.IsNaN(value) ? 1 : 0;
            telling |= Math.Abs(value) >= TellingFigure || value % 1 != 0;
        }

        return telling && (figures >= 2 || table.Metrics.Count == 1);
    }

    private readonly struct RowKey(KpiTable table, int row) : IEquatable<RowKey>
    {
        private readonly KpiTable _table = table;
        private readonly int _row = row;

        public bool Equals(RowKey other)
        {
            var (table, a, b) = (_table, _row, other._row);
            return (table.Dates.Length == 0 || table.Dates[a] == table.Dates[b])
                && table.Keys.All(k => k.Codes[a] == k.Codes[b])
                && table.Metrics.All(m => m.Values[a].Equals(m.Values[b]));
        }

        public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(_table.Dates.Length == 0 ? default : _table.Dates[_row]);
            foreach (var key in _table.Keys)
            {
                hash.Add(key.Codes[_row]);
            }

            foreach (var metric in _table.Metrics)
            {
                hash.Add(metric.Values[_row]);
            }

            return hash.ToHashCode();
        }
    }
}
