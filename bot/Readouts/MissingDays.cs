using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Days inside the period without any row.</summary>
internal static class MissingDays
{
    public static Finding? Of(KpiTable table, IReadOnlyList<MetricSeries> series)
    {
        if (table.Grain != Grain.Day || series.Count == 0)
        {
            return null;
        }

        var present = table.Dates.ToHashSet();
        var missing = series[0].Starts.Where(d => !present.Contains(d)).ToArray();
        return missing.Length == 0
            ? null
            : Finding.Of("missing-days", Severity.Info, null, missing[0], missing[^1], ("n", missing.Length), ("days", series[0].Starts.Length));
    }
}
