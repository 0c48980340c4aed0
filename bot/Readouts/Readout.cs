using MentorBot.Messages;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>What a table says, computed: the object that the <c>readout</c> command prints and the coaching flow talks about. Holds no words; texts are rendered per voice.</summary>
internal sealed record Readout
{
    public required KpiTable Table { get; init; }

    /// <summary>Null when the file has no dates.</summary>
    public required Period? Period { get; init; }

    public required IReadOnlyList<MetricTotal> Metrics { get; init; }

    /// <summary>Most severe first, then by how much money or volume they touch.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The metric that the reading is about when the person named none.</summary>
    public required string? MainMetric { get; init; }
}

internal sealed record Period(DateOnly From, DateOnly To, int Days, IReadOnlyList<DateOnly> PartialDays);

/// <param name="Total">Null when the metric may not be summed or has no total (several currencies, missing numerator).</param>
internal sealed record MetricTotal(string Id, double? Total, Kpis.KpiUnit Unit, Kpis.KpiKind Kind);

/// <summary>One thing the reading found, with the numbers that carry it.</summary>
/// <param name="Code">As in the outside contract: "outlier-day", "small-sample"…</param>
/// <param name="Metric">Canonical id; null when the finding is about the file.</param>
/// <param name="Evidence">Numbers (double, int), days (DateOnly) and strings, by camelCase name: observed, expected, low, high, n, z, needed…</param>
internal sealed record Finding(string Code, Severity Severity, string? Metric, string? Segment, DateOnly? From, DateOnly? To, IReadOnlyDictionary<string, object?> Evidence);

internal enum Severity
{
    Info,
    Warning,
    Critical,
}
