using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>What a table says, computed: the object that the <c>readout</c> command prints and the coaching flow talks about. Holds no words; texts are rendered per voice.</summary>
internal sealed record Readout
{
    public required KpiTable Table { get; init; }

    /// <summary>Null when the file has no dates.</summary>
    public required Period? Period { get; init; }

    public required IReadOnlyList<MetricTotal> Metrics { get; init; }

    /// <summary>The most useful first: <see cref="FindingOrder"/>.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The metric that the reading is about when the person named none.</summary>
    public required string? MainMetric { get; init; }

    /// <summary>One thing that can be decided now, whatever the numbers said.</summary>
    public required Decidable Decidable { get; init; }

    /// <summary>Per metric that has one: its days (or weeks, months) with what its own history expects of them.</summary>
    public required IReadOnlyList<MetricSeries> Series { get; init; }

    /// <summary>Days that the person explained.</summary>
    public IReadOnlyList<NotedDays> Noted { get; init; } = [];

    public MetricSeries? SeriesOf(string metric) => Series.FirstOrDefault(s => s.Id == metric);

    public KpiUnit? UnitOf(string? metric) => Metrics.FirstOrDefault(m => m.Id == metric)?.Unit ?? RatiosInHand.Find(metric)?.Unit;
}

internal sealed record Period(DateOnly From, DateOnly To, int Days, IReadOnlyList<DateOnly> PartialDays);

/// <param name="Total">Null when the metric may not be summed or has no total (several currencies, missing numerator).</param>
internal sealed record MetricTotal(string Id, double? Total, KpiUnit Unit, KpiKind Kind)
{
    /// <summary>For a ratio: what was divided, so that the arithmetic can be shown.</summary>
    public double? Numerator { get; init; }

    public double? Denominator { get; init; }

    /// <summary>Rows that carry a value.</summary>
    public int Rows { get; init; }
}

/// <summary>One thing the reading found, with the numbers that carry it.</summary>
/// <param name="Code">As in the outside contract: "outlier-day", "small-sample"…</param>
/// <param name="Metric">Canonical id; null when the finding is about the file.</param>
/// <param name="Evidence">Numbers (double, int), days (DateOnly) and strings, by camelCase name: observed, expected, low, high, n, z, needed…</param>
internal sealed record Finding(string Code, Severity Severity, string? Metric, string? Segment, DateOnly? From, DateOnly? To, IReadOnlyDictionary<string, object?> Evidence)
{
    public static Finding Of(string code, Severity severity, string? metric, DateOnly? from, DateOnly? to, params IEnumerable<(string Name, object? Value)> evidence) =>
        new(code, severity, metric, null, from, to, evidence.ToDictionary(e => e.Name, e => e.Value));

    /// <summary>The number of that name; NaN when the evidence has none.</summary>
    public double Number(string name) => Evidence.TryGetValue(name, out var value) ? value switch { double d => d, int i => i, _ => double.NaN } : double.NaN;
}

/// <summary>What the person can decide now.</summary>
/// <param name="Code">Its text is "readouts.decide.&lt;code&gt;".</param>
internal sealed record Decidable(string Code, string? Metric, IReadOnlyDictionary<string, object?> Evidence)
{
    public string TextKey => "readouts.decide." + Code;
}

internal enum Severity
{
    Info,
    Warning,
    Critical,
}
