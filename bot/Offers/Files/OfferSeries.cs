using MentorBot.Messages;
using MentorBot.Tables;

namespace MentorBot.Offers;

/// <summary>A series with the offer and one that was left alone, step by step, for an offer that nobody was assigned to at random.</summary>
/// <param name="Steps">First day of each step, in order.</param>
/// <param name="Start">Index of the first step with the offer.</param>
internal sealed record OfferSeries(string ControlName, string Name, IReadOnlyList<DateOnly> Steps, IReadOnlyList<double> Control, IReadOnlyList<double> Values, int Start)
{
    /// <summary>Keys that may part the series, the likeliest first.</summary>
    private static readonly string[] Parting = ["variant", "country", "channel", "device", "campaign", "page", "placement", "post_type", "label"];

    /// <summary>What it tells, by the control.</summary>
    public InterruptedSeries Read() => InterruptedSeries.Of(Control, Values, Start);

    /// <param name="start">First day of the offer.</param>
    /// <param name="exposed">The value of the key that got the offer; null: the one that is not the control.</param>
    /// <param name="metric">Canonical id; null: conversions, else the first count.</param>
    public static (OfferSeries? Series, Refusal? Refusal) From(KpiTable table, DateOnly start, string? exposed = null, string? metric = null)
    {
        if (table.Dates.Length != table.RowCount || table.Grain == Grain.None)
        {
            return (null, Refusal.Of("offers.refused.no-dates"));
        }

        var values = metric is null ? table.Metric("conversions") ?? table.Metrics.FirstOrDefault(m => m.Kpi.Kind == Kpis.KpiKind.Additive) : table.Metric(metric);
        if (values is null)
        {
            return (null, Refusal.Of("offers.refused.no-series"));
        }

        if (Parting.Select(table.Key).OfType<KeyColumn>().FirstOrDefault(k => k.Values.Count >= 2 && (exposed is null ? k.Values.Count == 2 : k.Values.Contains(exposed, StringComparer.OrdinalIgnoreCase))) is not { } key)
        {
            return (null, Refusal.Of("offers.refused.no-control-series"));
        }

        var told = exposed is null ? 1 - ControlArm.Of(key.Values) : key.Values.ToList().FindIndex(v => string.Equals(v, exposed, StringComparison.OrdinalIgnoreCase));
        var byStep = new SortedDictionary<DateOnly, (double Control, double Series, bool HasControl, bool HasSeries)>();
        for (var i = 0; i < table.RowCount; i++)
        {
            if (key.Codes[i] < 0 || !double.IsFinite(values.Values[i]))
            {
                continue;
            }

            var at = byStep.GetValueOrDefault(table.Dates[i]);
            byStep[table.Dates[i]] = key.Codes[i] == told ? (at.Control, at.Series + values.Values[i], at.HasControl, true) : (at.Control + values.Values[i], at.Series, true, at.HasSeries);
        }

        // A day that one of the two does not have is unknown, not zero.
        var whole = byStep.Where(s => s.Value is { HasControl: true, HasSeries: true }).ToList();
        var control = key.Values.Count == 2 ? key.Values[1 - told] : string.Join(", ", key.Values.Where((_, i) => i != told).Take(3));
        return (new OfferSeries(control, key.Values[told], [.. whole.Select(s => s.Key)], [.. whole.Select(s => s.Value.Control)], [.. whole.Select(s => s.Value.Series)], whole.Count(s => s.Key < start)), null);
    }
}
