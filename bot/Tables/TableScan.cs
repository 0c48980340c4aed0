using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Tables;

/// <summary>Walks the rows of a file once: what stands above a header, the header, the rows under it, and whether another table follows.</summary>
internal sealed class TableScan
{
    private const int PreambleLines = 60;
    private const int NamedColumns = 8;

    /// <summary>Rows in which a header may stand. A long text without one is not worth understanding row by row.</summary>
    private const int SearchedRows = 2000;

    private readonly KpiDictionary _kpis;
    private readonly IReadOnlyList<ITableSource> _sources;
    private readonly ReadOptions _options;
    private readonly List<string> _preamble = [];
    private readonly List<string> _above = [];
    private readonly List<TableHead> _heads = [];
    private readonly int _wanted;
    private TableBuilder? _builder;
    private Layout? _current;
    private Row? _almost;
    private Layout? _unknown;
    private UnknownColumns? _unknownFigures;
    private string? _part;
    private int _tables;
    private int _searched;
    private bool _afterBlank;
    private bool _anything;

    private TableScan(KpiDictionary kpis, IReadOnlyList<ITableSource> sources, ReadOptions options, int wanted) => (_kpis, _sources, _options, _wanted) = (kpis, sources, options, wanted);

    /// <exception cref="UnreadableFileException">From the row stream.</exception>
    public static TableResult Read(IEnumerable<Row> rows, KpiDictionary kpis, IReadOnlyList<ITableSource> sources, ReadOptions options)
    {
        var scan = Walk([new NamedRows(null, rows)], kpis, sources, options, options.Table ?? 1);
        return scan.Result([.. scan._heads.Select(h => h.Name)]);
    }

    /// <summary>Reads a file of several parts: first what tables there are, then the one that was asked for, else the one that tells most.</summary>
    /// <param name="parts">Called twice.</param>
    /// <exception cref="UnreadableFileException">From the row streams.</exception>
    public static TableResult Read(Func<IEnumerable<NamedRows>> parts, KpiDictionary kpis, IReadOnlyList<ITableSource> sources, ReadOptions options)
    {
        var order = Walk(parts(), kpis, sources, options, wanted: 0)._heads.Index().OrderBy(h => h.Item.Rank).ThenBy(h => h.Index).ToList();
        if (order.Count > 0 && options.Table is { } n && (n < 1 || n > order.Count))
        {
            return Refusal.Of("tables.no-such-table", ("count", order.Count));
        }

        var wanted = order.Count == 0 ? 1 : order[(options.Table ?? 1) - 1].Index + 1;
        return Walk(parts(), kpis, sources, options, wanted).Result([.. order.Select(o => o.Item.Name)]);
    }

    /// <param name="wanted">1-based place in the file of the table whose rows are kept; 0: none.</param>
    private static TableScan Walk(IEnumerable<NamedRows> parts, KpiDictionary kpis, IReadOnlyList<ITableSource> sources, ReadOptions options, int wanted)
    {
        var scan = new TableScan(kpis, sources, options, wanted);
        foreach (var part in parts)
        {
            scan.Begin(part.Name);
            foreach (var row in part.Rows)
            {
                scan.Add(row);
            }
        }

        return scan;
    }

    private void Begin(string? part)
    {
        (_part, _current, _almost, _afterBlank) = (part, null, null, false);
        _preamble.Clear();
        _above.Clear();
    }

    private void Add(Row row)
    {
        if (row.IsBlank || IsComment(row))
        {
            _afterBlank = true;
            _almost = null;
            AddPreamble(row);
            return;
        }

        _anything = true;
        if (_current is null || _afterBlank && IsNewHeader(row))
        {
            Search(row);
        }
        else
        {
            _heads[^1].Rows++;
            if (_tables == _wanted)
            {
                _builder?.Add(row);
            }
        }

        _afterBlank = false;
    }

    private void Search(Row row)
    {
        if (_current is null && ++_searched > SearchedRows)
        {
            return;
        }

        var layout = Layout.Of(row, _kpis, meaning: Meaning);
        if (!layout.IsHeader && _searched <= PreambleLines && TableSources.Sure(_sources, _preamble, layout) is { } sure)
        {
            layout = Layout.Of(row, _kpis, sure.Id, Meaning);
        }

        if (layout.IsHeader)
        {
            Start(row, layout);
            return;
        }

        // One known metric is a header only when a figure stands under it.
        if (_almost is not null && Layout.Of(_almost, _kpis) is { Metrics: [var metric] } weak && NumberCell.Read(row[metric.Index]).Kind is CellKind.Number or CellKind.Ambiguous)
        {
            Start(_almost, weak);
            Add(row);
            return;
        }

        _almost = layout.Metrics.Count == 1 ? row.Copy() : null;
        _unknownFigures?.Add(row);
        if (_unknown is null && row.FilledCells > 1)
        {
            _unknown = layout;
            _unknownFigures = new UnknownColumns(layout, _kpis);
        }

        AddPreamble(row);
    }

    private void Start(Row header, Layout layout)
    {
        _tables++;
        _almost = null;
        if (_above.Count > 0)
        {
            _preamble.Clear();
            _preamble.AddRange(_above);
            _above.Clear();
        }

        _heads.Add(TableHead.Of(layout, _part, _heads));
        if (_tables == _wanted)
        {
            var source = TableSources.Of(_sources, _preamble, layout);
            layout = Layout.Of(header, _kpis, source.Id, Meaning);
            _builder = new TableBuilder(layout, source, [.. _preamble], _kpis, _options);
        }

        _current = layout;
    }

    private string? Meaning(string header) => _sources.Select(s => s.Meaning(header, _preamble)).FirstOrDefault(m => m is not null);

    private bool IsNewHeader(Row row) => _current is { } current && !current.Repeats(row) && HasNoFigures(row) && Layout.Of(row, _kpis).IsHeader || _current is { } same && same.Repeats(row);

    private static bool HasNoFigures(Row row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (NumberCell.Read(row[i]).Kind is CellKind.Number or CellKind.Ambiguous)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsComment(Row row) => row[0].StartsWith("#") && row.FilledCells <= 2;

    private void AddPreamble(Row row)
    {
        var lines = _current is null ? _preamble : _above;
        if (lines.Count < PreambleLines && !row.IsBlank)
        {
            lines.Add(string.Join(' ', row.Texts().Where(t => t.Length > 0).Select(TextEncoding.Repair)));
        }
    }

    /// <param name="names">Of every table in the file, in the order of their numbers.</param>
    private TableResult Result(IReadOnlyList<string> names)
    {
        if (_builder is not null)
        {
            var result = TableAssembly.Build(_builder);
            if (result.Table is not { } table)
            {
                return result;
            }

            var named = table with { Tables = names, Name = names.Count > 1 ? names[(_options.Table ?? 1) - 1] : null };
            return _tables > 1 && _options.Table is null ? named with { Questions = [.. table.Questions, WhichOf(names)] } : named;
        }

        if (_tables > 0)
        {
            return Refusal.Of("tables.no-such-table", ("count", _tables));
        }

        if (!_anything)
        {
            return _preamble.Count > 0 ? Refusal.Of("tables.no-rows") : Refusal.Of("tables.empty-file");
        }

        if (_unknown is null)
        {
            return Refusal.Of("tables.not-a-table");
        }

        var columns = _unknown.Headers.Where(h => h.Length > 0 && !_unknown.Personal.Any(p => p.Header == h) && PersonalText.MayBeNamed(h)).Take(NamedColumns).ToList();
        if (columns.Count == 0)
        {
            return Refusal.Of("tables.not-a-table");
        }

        var figures = _unknownFigures?.Figures() ?? [];
        TableResult refused = Refusal.Of("tables.unknown-columns", ("columns", string.Join(", ", columns)), ("count", columns.Count), ("unknown", string.Join('|', figures.Select(f => f.Header))));
        return refused with { Unknown = figures };
    }

    private static TableQuestion WhichOf(IReadOnlyList<string> names) =>
        new("which-table", [.. Enumerable.Range(1, names.Count).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))], "1") { Names = names };
}
