namespace MentorBot.Kpis;

/// <summary>What a header was recognised as.</summary>
/// <param name="Id">Canonical id of the KPI or key; empty for personal data.</param>
/// <param name="Exact">False when only the beginning of the header is known: an exact one wins over it.</param>
/// <param name="Currency">ISO code that the header names, "Cost (EUR)".</param>
internal sealed record HeaderMatch(HeaderKind Kind, string Id, bool Exact, string? Currency);

internal enum HeaderKind
{
    Metric,
    Key,
    Personal,
}

/// <summary>A way people write a KPI in a chat; <paramref name="Text"/> is normalised (<see cref="HeaderName.Normalise"/>).</summary>
internal sealed record KpiAlias(string Text, Kpi Kpi);
