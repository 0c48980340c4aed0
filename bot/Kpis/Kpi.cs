namespace MentorBot.Kpis;

/// <summary>One entry of the KPI dictionary, <c>prompts/kpis.yaml</c>.</summary>
/// <param name="Id">Canonical name, such as "clicks_link".</param>
/// <param name="Numerator">For a ratio: the canonical metric on top; null otherwise.</param>
/// <param name="Denominator">For a ratio: the canonical metric below; null otherwise.</param>
/// <param name="Scale">For a ratio: 1000 for CPM, else 1.</param>
internal sealed record Kpi(string Id, KpiKind Kind, KpiUnit Unit, string? Numerator = null, string? Denominator = null, double Scale = 1);

internal enum KpiKind
{
    /// <summary>Summed over rows.</summary>
    Additive,

    /// <summary>Recomputed from sums, never averaged.</summary>
    Ratio,

    /// <summary>People or ranks deduplicated by the platform: never summed, never averaged.</summary>
    NonAdditive,
}

internal enum KpiUnit
{
    Count,
    People,
    Money,

    /// <summary>A fraction of 1; written as a percentage.</summary>
    Percent,
    Ratio,
    Seconds,
    Hours,
    Rank,
}
