using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>A marketer's export after cleaning: typed columns, canonical names, no personal data, totals taken out. Columnar, so that a million rows fit.</summary>
internal sealed record KpiTable
{
    /// <summary>Id of its <see cref="ITableSource"/>, "google-ads", "meta-content"…; "typed" for figures typed in the chat, "table" for any other.</summary>
    public required string Source { get; init; }

    /// <summary>ISO code; null when the file names none or several.</summary>
    public required string? Currency { get; init; }

    /// <summary>Every currency the rows name. More than one: money has no total.</summary>
    public required IReadOnlyList<string> Currencies { get; init; }

    public required IReadOnlyList<MetricColumn> Metrics { get; init; }

    public required IReadOnlyList<KeyColumn> Keys { get; init; }

    /// <summary>What a row is: figures of a period, or a post with the figures of its whole life.</summary>
    public RowShape Shape { get; init; } = RowShape.Period;

    /// <summary>What one row's date stands for; None when the file has no date column.</summary>
    public required Grain Grain { get; init; }

    /// <summary>Rows are the articles of orders: two orders of the same article look alike once the customer's columns are gone.</summary>
    public bool RowsContinue { get; init; }

    /// <summary>The dates are moments, not the beginnings of days or weeks that a row covers.</summary>
    public bool DatesMoments { get; init; }

    /// <summary>Per kept row: first day of what the row covers; empty when there is no date.</summary>
    public required DateOnly[] Dates { get; init; }

    /// <summary>Per kept row: line in the file, 1-based.</summary>
    public required int[] Lines { get; init; }

    /// <summary>Per kept row of a test's arms: a number that the rows of one person share, -1 where the row names nobody; empty when no column tells people apart. Who they are was never kept.</summary>
    public int[] People { get; init; } = [];

    public required int RowCount { get; init; }

    /// <summary>The period that the file's own preamble states, where it does.</summary>
    public (DateOnly From, DateOnly To)? StatedPeriod { get; init; }

    /// <summary>When the file says it was made, where it does: that day is partial.</summary>
    public DateOnly? GeneratedOn { get; init; }

    /// <summary>Totals rows that were taken out, kept for the cross-check.</summary>
    public IReadOnlyList<StatedTotal> StatedTotals { get; init; } = [];

    /// <summary>Rows left out on purpose (totals, footnotes, repeated headers), with the reason's code.</summary>
    public IReadOnlyList<RowNote> Dropped { get; init; } = [];

    /// <summary>Rows that could not be read; the first 100.</summary>
    public IReadOnlyList<RowNote> Refused { get; init; } = [];

    public int RefusedCount { get; init; }

    /// <summary>Headers that no KPI or key was recognised in.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; init; } = [];

    /// <summary>Ignored columns that hold figures: what they are is worth a question.</summary>
    public IReadOnlyList<UnknownColumn> UnknownColumns { get; init; } = [];

    /// <summary>Columns whose KPI another column of the file carries already; in no total.</summary>
    public IReadOnlyList<MetricColumn> Rivals { get; init; } = [];

    /// <summary>What the tables of the file are called, in the order of their numbers: the sheet or the entry, else its first headers. One name when the file holds one table.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>What this table is called where the file holds several; null where it is the only one.</summary>
    public string? Name { get; init; }

    /// <summary>Headers of personal data; their cells were never kept.</summary>
    public IReadOnlyList<string> PersonalColumns { get; init; } = [];

    /// <summary>What the file leaves undecided and the person is asked once.</summary>
    public IReadOnlyList<TableQuestion> Questions { get; init; } = [];

    public MetricColumn? Metric(string id) => Metrics.FirstOrDefault(m => m.Kpi.Id == id);

    public KeyColumn? Key(string id) => Keys.FirstOrDefault(k => k.Id == id);
}

/// <param name="Header">As in the file, for the reader.</param>
/// <param name="Values">Per kept row; NaN where the cell is empty or "not reported". Percents are fractions. A ratio column holds what the platform states.</param>
internal sealed record MetricColumn(Kpi Kpi, string Header, double[] Values);

/// <param name="Id">"campaign", "ad_group", "ad", "channel", "currency", "result_type", "device", "variant", "post", "post_title" (a short label), "post_type"…: canonical.</param>
/// <param name="Codes">Per kept row: index into <paramref name="Values"/>; -1 when empty.</param>
/// <param name="Values">Distinct values in order of appearance.</param>
internal sealed record KeyColumn(string Id, string Header, int[] Codes, IReadOnlyList<string> Values);

/// <param name="Header">As in the file, for the person.</param>
/// <param name="Name">Normalised, the key of <see cref="ReadOptions.Meanings"/>.</param>
internal sealed record UnknownColumn(string Header, string Name);

internal sealed record StatedTotal(int Line, string Label, IReadOnlyDictionary<string, double> Values);

/// <param name="Line">1-based line in the file.</param>
/// <param name="Reason">Text key, such as "tables.row.unreadable-amount".</param>
/// <param name="Detail">The column's header where it helps; never the cell of a personal column.</param>
internal sealed record RowNote(int Line, string Reason, string? Detail = null);

/// <param name="Code">"date-order", "decimal-sign", "currency", "which-table", "year".</param>
/// <param name="Options">Values that <see cref="ReadOptions"/> takes for it.</param>
/// <param name="Assumed">What was assumed meanwhile; null when no total can be given before the answer.</param>
internal sealed record TableQuestion(string Code, IReadOnlyList<string> Options, string? Assumed, string? Column = null)
{
    /// <summary>What the options are called where the file names them; empty otherwise.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

internal enum RowShape
{
    /// <summary>Figures of a day, a week, a month, or of the whole export.</summary>
    Period,

    /// <summary>One post, video or sending per row: its date is when it was published, its figures are of its life until the export.</summary>
    Post,
}

internal enum Grain
{
    None,
    Day,
    Week,
    Month,
}
