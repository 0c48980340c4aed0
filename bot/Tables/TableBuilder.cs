using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>Takes the rows under a header one by one, in one pass, and keeps their cells in columns. <see cref="TableAssembly"/> decides at the end what only the whole column can tell.</summary>
internal sealed class TableBuilder
{
    private const int KeptTotals = 50;

    /// <summary>Keys that a totals row may still fill: what holds for the whole file.</summary>
    private static readonly HashSet<string> FileWide = ["currency", "account", "attribution", "date_start", "date_end", "result_type", "status"];

    public static readonly IReadOnlyList<string> DateKeys = ["day", "week", "month", "nth_day", "nth_week", "nth_month", "date_start"];

    private const string PublishedKey = "published";

    private readonly Dictionary<int, string> _above = [];
    private readonly DateColumn? _dates;
    private readonly HashSet<int> _noLabel;
    private readonly bool _isAnyKeyOfRows;
    private readonly bool _rowsContinue;

    // Arrays, because walking an interface allocates, and these are walked at every row.
    private readonly NumberColumn[] _numbers;
    private readonly NumberColumn[] _rivals;
    private readonly (TextColumn Column, bool OfRows)[] _texts;

    public TableBuilder(Layout layout, ITableSource source, IReadOnlyList<string> preamble, KpiDictionary kpis, ReadOptions options)
    {
        (Layout, Source, Preamble, Kpis, Options) = (layout, source, preamble, kpis, options);
        Numbers = [.. layout.Metrics.Select(m => new NumberColumn(m, kpis.ById(m.Id) ?? throw new InvalidOperationException($"kpis.yaml names '{m.Id}' but does not define it."), kpis.IsWhole(m.Id)))];
        DateKey = DateKeys.Select(id => layout.Keys.FirstOrDefault(k => k.Id == id)).FirstOrDefault(k => k is not null);
        _dates = DateKey is null ? null : new DateColumn(DateKey, options.Today);
        Published = layout.Keys.FirstOrDefault(k => k.Id == PublishedKey) is { } published ? new DateColumn(published, options.Today) : null;
        Ends = layout.Keys.FirstOrDefault(k => k.Id == "date_end") is { } end && DateKey?.Id == "date_start" ? new DateColumn(end, options.Today) : null;
        Texts = [.. layout.Keys.Where(k => !DateKeys.Contains(k.Id) && k.Id is not ("date_end" or PublishedKey)).Select(k => new TextColumn(k))];
        _numbers = [.. Numbers];
        _texts = [.. Texts.Select(t => (t, !FileWide.Contains(t.Plan.Id)))];
        Rivals = [.. layout.Rivals.Select(r => new NumberColumn(r, kpis.ById(r.Id) ?? throw new InvalidOperationException($"kpis.yaml names '{r.Id}' but does not define it."), kpis.IsWhole(r.Id)))];
        _rivals = [.. Rivals];
        People = PersonNumbers.Of(layout);
        Unknown = new UnknownColumns(layout, kpis, source.Id);
        _noLabel = [.. layout.Metrics.Select(m => m.Index), .. layout.Personal.Select(p => p.Index), .. layout.Keys.Where(k => k.Id == PostLabel.Key && layout.Keys.Any(o => o.Id == "post")).Select(k => k.Index)];
        _rowsContinue = source.RowsContinue;
        _isAnyKeyOfRows = layout.Keys.Any(k => !FileWide.Contains(k.Id));
    }

    public Layout Layout { get; }

    public ITableSource Source { get; }

    public IReadOnlyList<string> Preamble { get; }

    public KpiDictionary Kpis { get; }

    public ReadOptions Options { get; }

    public ColumnPlan? DateKey { get; }

    /// <summary>The dates that the rows are read by: of what a row covers, else of when a post went out. Settled once every row is in.</summary>
    public DateColumn? Dates => DatedByPost ? Published : _dates;

    public DateColumn? Published { get; }

    /// <summary>"Lifetime" stands in the column of the day when the figures are of a post's whole life.</summary>
    public bool DatedByPost => Published is { Readable: > 0 } && _dates is not { Readable: > 0 };

    public DateColumn? Ends { get; }

    public IReadOnlyList<NumberColumn> Numbers { get; }

    public IReadOnlyList<NumberColumn> Rivals { get; }

    public UnknownColumns Unknown { get; }

    public IReadOnlyList<TextColumn> Texts { get; }

    /// <summary>Only for the rows of a test's arms.</summary>
    public PersonNumbers? People { get; }

    public Growing<int> Lines { get; } = new();

    /// <summary>Rows with no key of their own: the first or the last may be a totals row without a label.</summary>
    public List<int> Keyless { get; } = [];

    public List<(int Line, string Label, string[] Cells)> Totals { get; } = [];

    public List<RowNote> Dropped { get; } = [];

    /// <summary>Rows refused as a whole, before their cells were looked at.</summary>
    public List<RowNote> Refused { get; } = [];

    public int RefusedCount { get; private set; }

    public void Add(Row row)
    {
        if (Layout.Repeats(row))
        {
            Dropped.Add(new RowNote(row.Line, "tables.row.repeated-header"));
        }
        else if (TotalsRow.Label(row, _noLabel) is { } label)
        {
            AddTotals(row, label);
        }
        else if (IsFootnote(row))
        {
            Dropped.Add(new RowNote(row.Line, "tables.row.footnote"));
        }
        else if (HasCellsBeyondHeader(row))
        {
            RefusedCount++;
            if (Refused.Count < TableAssembly.KeptRefusals)
            {
                Refused.Add(new RowNote(row.Line, "tables.row.too-many-cells"));
            }
        }
        else
        {
            AddCells(row);
        }
    }

    private void AddCells(Row row)
    {
        var index = Lines.Count;
        Lines.Add(row.Line);
        var keyed = false;
        foreach (var (column, ofRows) in _texts)
        {
            keyed |= column.Add(Continued(row, column.Plan.Index)) && ofRows;
        }

        Published?.Add(row[Published.Plan.Index]);
        if (_dates is not null)
        {
            AddDate(_dates, row, Continued(row, _dates.Plan.Index));
            Ends?.Add(row[Ends.Plan.Index]);
            keyed |= _dates.Plan.Id != "date_start" && !row[_dates.Plan.Index].IsEmpty;
        }

        foreach (var column in _numbers)
        {
            column.Add(row);
        }

        foreach (var column in _rivals)
        {
            column.Add(row);
        }

        Unknown.Add(row);
        People?.Add(row);
        if (!keyed && _isAnyKeyOfRows)
        {
            Keyless.Add(index);
        }
    }

    /// <summary>The cell, or the one above it where the source says that a row continues the row above.</summary>
    private ReadOnlySpan<char> Continued(Row row, int index)
    {
        var text = row[index];
        if (!_rowsContinue)
        {
            return text;
        }

        if (!text.IsEmpty)
        {
            _above[index] = text.ToString();
        }

        return text.IsEmpty ? _above.GetValueOrDefault(index) : text;
    }

    /// <summary>GA4's "nth day" counts from 0 at the start of the period.</summary>
    private void AddDate(DateColumn dates, Row row, ReadOnlySpan<char> text)
    {
        if (!dates.Plan.Id.StartsWith("nth_", StringComparison.Ordinal))
        {
            dates.Add(text);
            return;
        }

        var day = int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) && n < 4000 && Source.StatedPeriod(Preamble) is { } period
            ? dates.Plan.Id switch { "nth_week" => period.From.AddDays(7 * n), "nth_month" => period.From.AddMonths(n), _ => period.From.AddDays(n) }
            : (DateOnly?)null;
        dates.Add(day is { } found ? found.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "");
    }

    private void AddTotals(Row row, string label)
    {
        Dropped.Add(new RowNote(row.Line, "tables.row.total", label));
        if (Totals.Count >= KeptTotals)
        {
            return;
        }

        Totals.Add((row.Line, label, row.Texts()));
        foreach (var column in Numbers)
        {
            column.Note(column.Read(row[column.Plan.Index]));
        }
    }

    /// <summary>One text in a wide table, with no figure: a note under it.</summary>
    private bool IsFootnote(Row row)
    {
        if (row.FilledCells != 1 || Layout.Recognised < 3)
        {
            return false;
        }

        foreach (var column in _numbers)
        {
            if (!row[column.Plan.Index].IsEmpty)
            {
                return NumberCell.Read(row[0]).Kind == CellKind.Unreadable && !row[0].IsEmpty;
            }
        }

        return true;
    }

    /// <summary>More cells than headers: a decimal comma in a comma-separated file has shifted every amount after it.</summary>
    private bool HasCellsBeyondHeader(Row row)
    {
        for (var i = Layout.Headers.Count; i < row.Count; i++)
        {
            if (!row[i].IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
