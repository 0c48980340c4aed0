using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>The main metric over the days that the export holds whole, as the next reading is compared with it.</summary>
internal sealed record WholeDays(double Total, int Days, DateOnly From, DateOnly To)
{
    /// <returns>Null unless the metric is a daily count.</returns>
    public static WholeDays? Of(Readout readout) => Of(readout.SeriesOf(readout.MainMetric ?? ""), readout.Period?.PartialDays ?? [], after: null);

    /// <param name="after">Only the days after this one; null for all.</param>
    public static WholeDays? Of(MetricSeries? series, IReadOnlyList<DateOnly> partial, DateOnly? after)
    {
        if (series is not { Grain: Grain.Day, Kpi: { Kind: KpiKind.Additive, Unit: KpiUnit.Count } })
        {
            return null;
        }

        var days = Enumerable.Range(0, series.Starts.Length)
            .Where(i => double.IsFinite(series.Values[i]) && !partial.Contains(series.Starts[i]) && (after is null || series.Starts[i] > after))
            .ToArray();
        return days.Length == 0 ? null : new WholeDays(days.Sum(i => series.Values[i]), days.Length, series.Starts[days[0]], series.Starts[days[^1]]);
    }
}
