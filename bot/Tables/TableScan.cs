using MentorBot.Kpis;
using MentorBot.Messages;

namespace MentorBot.Tables;

/// <summary>Walks the rows of a file once: what stands above a header, the header, the rows under it, and whether another table follows.</summary>
internal sealed class TableScan
{
    private const int PreambleLines = 60;
    private const int NamedColumns = 8;

    private readonly KpiDictionary _kpis;
    private readonly IReadOnlyList<ITableSource> _sources;
    private readonly ReadOptions _options;
    private readonly List<string> _preamble = [];
    private TableBuilder? _builder;
    private Layout? _current;
    private Row? _almost;
    private Layout? _unknown;
    private int _tables;
    private bool _afterBlank;
    private bool _anything;

    private TableScan(KpiDictionary kpis, IReadOnlyList<ITableSource> sources, ReadOptions options) => (_kpis, _sources, _options) = (kpis, sources, options);

    /// <exception cref="UnreadableFileException">From the row stream.</exception>
    public static TableResult Read(IEnumerable<Row> rows, KpiDictionary kpis, IReadOnlyList<ITableSource> sources, ReadOptions options)
    {
        var scan = new TableScan(kpis, sources, options);
        foreach (var row in rows)
        {
            scan.Add(row);
        }

        return scan.Result();
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
        else if (_tables == Wanted)
        {
            _builder?.Add(row);
        }

        _afterBlank = false;
    }

    private int Wanted => _options.Table ?? 1;

    private void Search(Row row)
    {
        var layout = Layout.Of(row, _kpis, meaning: Meaning);
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
        if (_unknown is null && row.FilledCells > 1)
        {
            _unknown = layout;
        }

        AddPreamble(row);
    }

    private void Start(Row header, Layout layout)
    {
        _tables++;
        _almost = null;
        if (_tables == Wanted)
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
        if (_current is null && _preamble.Count < PreambleLines && !row.IsBlank)
        {
            _preamble.Add(string.Join(' ', row.Texts().Where(t => t.Length > 0).Select(TextEncoding.Repair)));
        }
    }

    private TableResult Result()
    {
        if (_builder is not null)
        {
            var result = TableAssembly.Build(_builder);
            return result.Table is { } table && _tables > 1 && _options.Table is null
                ? table with { Questions = [.. table.Questions, new TableQuestion("which-table", [.. Enumerable.Range(1, _tables).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))], "1")] }
                : result;
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

        var names = _unknown.Headers.Where(h => h.Length > 0 && !_unknown.Personal.Any(p => p.Header == h) && PersonalText.MayBeNamed(h)).Take(NamedColumns).ToList();
        return names.Count == 0 ? Refusal.Of("tables.not-a-table") : Refusal.Of("tables.unknown-columns", ("columns", string.Join(", ", names)), ("count", names.Count));
    }
}
