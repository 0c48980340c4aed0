using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Days inside the period without any row.</summary>
internal sealed class MissingDays : IFinder
{
    public IEnumerable<Finding> Find(TableReading reading)
    {
        var (table, series) = (reading.Table, reading.Series);
        if (table.Grain != Grain.Day || series.Count == 0)
        {
            yield break;
        }

        var present = table.Dates.ToHashSet();
        var missing = series[0].Starts.Where(d => !present.Contains(d)).ToArray();
        if (missing.Length > 0)
        {
            yield return Finding.Of("missing-days", Severity.Info, null, missing[0], missing[^1], ("n", missing.Length), ("days", series[0].Starts.Length));
        }
    }
}
