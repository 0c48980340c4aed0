using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>A ratio that the file states, against the same ratio from its own columns, row by row.</summary>
internal sealed class RatioChecks : IFinder
{
    /// <summary>Beyond rounding, a row differs when it is off by more than this share.</summary>
    private const double Tolerance = .01;

    public IEnumerable<Finding> Find(TableReading reading) =>
        reading.Table.Metrics.Where(m => m.Kpi.Kind == KpiKind.Ratio && !reading.Table.MixesCurrencies(m.Kpi)).Select(m => Of(reading.Table, m)).OfType<Finding>();

    private static Finding? Of(KpiTable table, MetricColumn ratio)
    {
        if (ratio.Kpi.Numerator is not { } of || ratio.Kpi.Denominator is not { } over || table.Metric(of) is not { } top || table.Metric(over) is not { } bottom)
        {
            return null;
        }

        var (topStep, bottomStep, ratioStep) = (Step(top.Values), Step(bottom.Values), Step(ratio.Values));
        var (compared, off, worst, worstRow) = (0, 0, 0.0, -1);
        for (var row = 0; row < table.RowCount; row++)
        {
            var (n, d, stated) = (top.Values[row], bottom.Values[row], ratio.Values[row]);
            if (double.IsNaN(n) || double.IsNaN(stated) || !(d > 0))
            {
                continue;
            }

            compared++;
            var own = ratio.Kpi.Scale * n / d;
            var rounding = ratioStep + ratio.Kpi.Scale * (topStep / d + n * bottomStep / (d * d));
            var gap = Math.Abs(stated - own);
            if (gap > rounding + Tolerance * Math.Abs(own))
            {
                off++;
                (worst, worstRow) = gap > worst ? (gap, row) : (worst, worstRow);
            }
        }

        if (off == 0)
        {
            return null;
        }

        return Finding.Of("ratio-mismatch", Severity.Warning, ratio.Kpi.Id, null, null, ("n", off), ("rows", compared), ("stated", ratio.Values[worstRow]),
            ("recomputed", ratio.Kpi.Scale * top.Values[worstRow] / bottom.Values[worstRow]), ("line", table.Lines[worstRow]), ("numerator", of), ("denominator", over));
    }

    /// <summary>Half a unit of the last decimal that the column uses: what rounding may have taken. Whole columns of counts were not rounded.</summary>
    private static double Step(double[] values)
    {
        for (var decimals = 0; decimals <= 6; decimals++)
        {
            var scale = Math.Pow(10, decimals);
            if (values.All(v => double.IsNaN(v) || Math.Abs(v * scale - Math.Round(v * scale)) < 1e-6 * Math.Max(1, Math.Abs(v * scale) * 1e-6)))
            {
                return decimals == 0 && values.Any(v => Math.Abs(v) >= 1) ? values.Any(v => Math.Abs(v) > 100) ? 0 : .5 : .5 / scale;
            }
        }

        return 0;
    }
}
