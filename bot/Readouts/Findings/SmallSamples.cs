using MentorBot.Kpis;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Too few events, or too few days, for the question that people ask of such a file.</summary>
internal sealed class SmallSamples : IFinder
{
    /// <summary>A result known within a fifth: 96 events.</summary>
    private const double Precision = .2;

    public IEnumerable<Finding> Find(TableReading reading)
    {
        var (table, totals, series) = (reading.Table, reading.Totals, reading.Series);
        if (table.Shape == RowShape.Post)
        {
            // The post is the unit there: PostMoves counts posts.
            yield break;
        }

        var needed = PoissonCounts.NeededFor(Precision);
        if (MetricRole.Outcome(totals) is { } outcome && totals.First(t => t.Id == outcome) is { Total: { } n and >= 0, Unit: KpiUnit.Count } && n < needed)
        {
            yield return Events(table, totals, series, outcome, n, needed);
        }

        if (series.FirstOrDefault(s => s.Id == MetricRole.Headliner(totals)) is { Grain: Grain.Day } main && main.Tested.UsableCount < LookBudget.FewestSteps)
        {
            yield return Finding.Of("small-sample", Severity.Info, main.Id, main.Starts[0], main.Starts[^1],
                ("reason", "days"), ("n", main.Tested.UsableCount), ("needed", (double)LookBudget.FewestSteps), ("neededUnit", "days"));
        }
    }

    private static Finding Events(KpiTable table, IReadOnlyList<MetricTotal> totals, IReadOnlyList<MetricSeries> series, string outcome, double n, double needed)
    {
        var range = PoissonCounts.Range(n);
        var own = series.FirstOrDefault(s => s.Id == outcome);
        var weeks = own is null ? double.NaN : (own.End(own.Starts.Length - 1).DayNumber - own.Starts[0].DayNumber + 1) / 7.0;
        var waiting = n > 0 ? Math.Ceiling(needed / n * weeks) : double.PositiveInfinity;
        List<(string, object?)> evidence = [("reason", "events"), ("n", n), ("low", range.Low), ("high", range.High), ("precision", Precision)];
        evidence.AddRange(n == 0 || waiting > 104
            ? [("needed", Needed.Never), ("neededUnit", Needed.Never), ("neededEvents", needed)]
            : [("needed", needed), ("neededUnit", "events"), ("neededWeeks", double.IsNaN(waiting) ? null : waiting)]);
        if (totals.FirstOrDefault(t => t.Id == "spend")?.Total is > 0 and { } spend && outcome is "conversions" or "orders" && totals.FirstOrDefault(t => t.Id == "spend")?.Total is { } cost)
        {
            evidence.AddRange([("cost", cost), ("costLow", cost / range.High), ("costHigh", range.Low > 0 ? cost / range.Low : null), ("costEach", n > 0 ? cost / n : null), ("currency", table.Currency)]);
        }

        return Finding.Of("small-sample", Severity.Info, outcome, own?.Starts[0], own?.End(own.Starts.Length - 1), evidence);
    }
}
