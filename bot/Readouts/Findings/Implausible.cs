using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>A part that exceeds its whole: questioned, never refused, since a platform may count views or several conversions per click.</summary>
internal sealed class Implausible : IFinder
{
    private static readonly (string Part, string Whole)[] Pairs =
    [
        ("conversions", "clicks_link"), ("conversions", "clicks_all"), ("clicks_link", "clicks_all"), ("clicks_link", "impressions"), ("clicks_all", "impressions"),
        ("engaged_sessions", "sessions"), ("unique_clicks", "delivered"), ("unique_opens", "delivered"),
    ];

    public IEnumerable<Finding> Find(TableReading reading)
    {
        var table = reading.Table;
        foreach (var (part, whole) in Pairs)
        {
            if (Total(table, part) is { } observed && Total(table, whole) is { } limit && observed > limit)
            {
                yield return Finding.Of("implausible", Severity.Warning, part, null, null, ("observed", observed), ("limit", limit), ("numerator", part), ("denominator", whole), ("n", table.RowCount));
                yield break;
            }
        }
    }

    private static double? Total(KpiTable table, string id) => table.Metric(id) is { } metric && Totals.Sum(metric.Values) is { } sum && sum > 0 ? sum : null;
}
