using MentorBot.Kpis;

namespace MentorBot.Tables;

/// <summary>Which columns hold percents that must become fractions.</summary>
internal static class PercentColumns
{
    public static bool[] Decide(IReadOnlyList<NumberColumn> columns, IReadOnlyList<double[]> values, bool barePercents) =>
        [.. columns.Select((c, i) => c.Form(values[i]) switch
        {
            PercentForm.Percents => true,
            PercentForm.Fractions => false,
            _ when c.Plan.Header.Contains("(%)", StringComparison.Ordinal) => true,
            _ => CountsSay(c.Kpi, values[i], columns, values) ?? barePercents,
        })];

    /// <summary>Recomputes the rate from the file's own counts and sees which reading it meets. Null when the counts are not there.</summary>
    private static bool? CountsSay(Kpi kpi, double[] stated, IReadOnlyList<NumberColumn> columns, IReadOnlyList<double[]> values)
    {
        var above = Find(kpi.Numerator);
        var below = Find(kpi.Denominator);
        if (above is null || below is null)
        {
            return null;
        }

        var (asFraction, asPercent, rows) = (0.0, 0.0, 0);
        for (var i = 0; i < stated.Length; i++)
        {
            var rate = above[i] / below[i];
            if (double.IsFinite(rate) && double.IsFinite(stated[i]) && rate > 0)
            {
                asFraction += Math.Abs(stated[i] - rate);
                asPercent += Math.Abs(stated[i] / 100 - rate);
                rows++;
            }
        }

        return rows == 0 ? null : asPercent < asFraction;

        double[]? Find(string? id) => Enumerable.Range(0, columns.Count).Where(i => columns[i].Kpi.Id == id).Select(i => values[i]).FirstOrDefault();
    }
}
