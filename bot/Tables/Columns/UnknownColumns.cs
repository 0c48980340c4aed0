using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>Watches the first rows of the columns that nobody knows: a column of figures is worth a question, a column of text, of ids or of dates is not.</summary>
internal sealed class UnknownColumns
{
    private const int Rows = 200;

    /// <summary>Share of the filled cells that are figures.</summary>
    private const double Mostly = .8;

    /// <summary>A whole number this long is an id or a telephone number.</summary>
    private const double LongestFigure = 1e9;

    private readonly List<Watched> _columns;
    private int _rows;

    public UnknownColumns(Layout layout, KpiDictionary kpis, string? source = null)
    {
        var known = layout.Rivals.Select(r => r.Header).ToHashSet();
        _columns = [.. layout.Ignored.Where(h => h.Length > 0 && PersonalText.MayBeNamed(h) && !known.Contains(h) && !kpis.IsAside(h, source)).Select(h => new Watched(h, layout.Headers.ToList().IndexOf(h)))];
    }

    public void Add(Row row)
    {
        if (_columns.Count == 0 || _rows++ >= Rows)
        {
            return;
        }

        foreach (var column in _columns)
        {
            column.Add(row[column.Index]);
        }
    }

    public IReadOnlyList<UnknownColumn> Figures() => [.. _columns.Where(c => c.HoldsFigures).Select(c => new UnknownColumn(c.Header, HeaderName.Normalise(c.Header)))];

    private sealed class Watched(string header, int index)
    {
        private int _filled;
        private int _figures;

        public string Header => header;

        public int Index => index;

        public bool HoldsFigures => _figures > 0 && _figures >= Mostly * _filled;

        public void Add(ReadOnlySpan<char> text)
        {
            if (MissingCell.Is(text))
            {
                return;
            }

            _filled++;
            _figures += IsFigure(text) ? 1 : 0;
        }

        private static bool IsFigure(ReadOnlySpan<char> text)
        {
            var cell = NumberCell.Read(text);
            var isWritten = cell.Kind is CellKind.Number or CellKind.Ambiguous && (Math.Abs(cell.Value) < LongestFigure || cell.Value % 1 != 0);

            // "0123" is a code, "0612345678" a telephone, "20260901" a day.
            return isWritten && !(text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1])) && !(text.Length == 8 && DateCell.Read(text).Kind == DateKind.Exact);
        }
    }
}
