using MentorBot.Kpis;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>Numerator and denominator of a ratio, per row. Where the file has only the denominator, the numerator is the stated ratio times it: the same sum, and no plain average.</summary>
/// <param name="Implied">The numerator was worked back from the stated ratio.</param>
internal sealed record Parts(double[] Numerator, double[] Denominator, bool Implied)
{
    public static Parts? Of(KpiTable table, MetricColumn ratio)
    {
        var bottom = ratio.Kpi.Denominator is { } over ? table.Metric(over) : null;
        if (bottom is null || bottom.Kpi.Kind != KpiKind.Additive)
        {
            return null;
        }

        if (ratio.Kpi.Numerator is { } of && table.Metric(of) is { Kpi.Kind: KpiKind.Additive } top)
        {
            return new Parts(top.Values, bottom.Values, false);
        }

        var implied = new double[ratio.Values.Length];
        for (var i = 0; i < implied.Length; i++)
        {
            implied[i] = ratio.Values[i] * bottom.Values[i] / ratio.Kpi.Scale;
        }

        return new Parts(implied, bottom.Values, true);
    }

    public (double Numerator, double Denominator) Sum(Func<int, bool> row)
    {
        var (top, bottom) = (0.0, 0.0);
        for (var i = 0; i < Numerator.Length; i++)
        {
            if (row(i) && !double.IsNaN(Denominator[i]) && !(Implied && double.IsNaN(Numerator[i])))
            {
                top += double.IsNaN(Numerator[i]) ? 0 : Numerator[i];
                bottom += Denominator[i];
            }
        }

        return (top, bottom);
    }
}
