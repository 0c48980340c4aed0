using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>A reading in the making, as a finder sees it.</summary>
internal sealed record TableReading
{
    private readonly Lazy<Stretches?> _stretches;

    public TableReading() => _stretches = new Lazy<Stretches?>(() => Stretches.Of(this));

    public required KpiTable Table { get; init; }

    public required ReadoutOptions Options { get; init; }

    public required IReadOnlyList<MetricTotal> Totals { get; init; }

    /// <summary>The metric that the reading is about.</summary>
    public required string? Main { get; init; }

    /// <summary>Per metric that has one, partial and blind steps hidden, levels known.</summary>
    public required IReadOnlyList<MetricSeries> Series { get; init; }

    /// <summary>What was found before: partial steps, breaks, odd days, what moved and what did not.</summary>
    public required IReadOnlyList<Finding> Found { get; init; }

    /// <summary>What is compared with what when a cause is looked for, worked out once; null where nothing can be.</summary>
    public Stretches? BeforeAndAfter => _stretches.Value;

    public MetricSeries? SeriesOf(string? id) => Series.FirstOrDefault(s => s.Id == id);
}
