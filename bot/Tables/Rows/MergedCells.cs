using ExcelDataReader;

namespace MentorBot.Tables;

/// <summary>Fills merged cells with the text or the date of their first one: a workbook keeps it there only. Never with a number, which would count several times.</summary>
internal sealed class MergedCells(CellRange[] ranges)
{
    private readonly ILookup<int, CellRange> _starting = ranges.ToLookup(r => r.FromRow);
    private readonly List<(CellRange Range, object? Value)> _open = [];
    private int _row;

    /// <param name="row">0-based; rows come in order.</param>
    public void Begin(int row)
    {
        _row = row;
        _open.RemoveAll(o => o.Range.ToRow < row);
        _open.AddRange(_starting[row].Select(r => (r, (object?)null)));
    }

    public object? Value(int column, object? value, int columns)
    {
        for (var i = 0; i < _open.Count; i++)
        {
            var (range, held) = _open[i];
            if (column < range.FromColumn || column > range.ToColumn)
            {
                continue;
            }

            if (column == range.FromColumn && _row == range.FromRow)
            {
                _open[i] = (range, value is string or DateTime ? value : null);
                return value;
            }

            // A title across the whole sheet stays a title.
            return value ?? (range.FromRow == range.ToRow && range.ToColumn - range.FromColumn + 1 >= columns ? null : held);
        }

        return value;
    }
}
