using MentorBot.Kpis;
using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>Frequency, click rate and price of a display, week by week, per campaign: a total would mix campaigns whose shares change.</summary>
internal static class AudienceTrends
{
    private const int FewestWeeks = 4;

    /// <summary>Campaigns looked at; the rest is too small to tire anybody.</summary>
    private const int Most = 12;

    public static IReadOnlyList<AudienceTrend> Of(CampaignColumns columns, CampaignWeeks? weeks)
    {
        if (weeks is null || weeks.Starts.Count < FewestWeeks || columns.Table.Metric("impressions") is not { Kpi.Kind: KpiKind.Additive } shown)
        {
            return [];
        }

        var table = columns.Table;
        var spends = Array.ConvertAll(columns.CostsPer(columns.UnitOf, columns.Names.Count), c => c.Spend);
        var all = spends.Sum();
        var clicks = table.Metric("clicks_link") is { Kpi.Kind: KpiKind.Additive } link ? link.Values : table.Metric("clicks_all") is { Kpi.Kind: KpiKind.Additive } any ? any.Values : null;
        var spend = table.Metric("spend")!.Values;
        var people = People(columns, shown.Values);
        var raw = Enumerable.Range(0, columns.Names.Count).Where(unit => spends[unit] > 0).OrderByDescending(unit => spends[unit]).ThenBy(unit => columns.Names[unit], StringComparer.Ordinal).Take(Most)
            .Select(unit => new AudienceTrend(
                columns.Names[unit],
                weeks.Starts.Count,
                people is null ? null : Move(columns, weeks, unit, shown.Values, people),
                clicks is null ? null : Move(columns, weeks, unit, clicks, shown.Values),
                Move(columns, weeks, unit, spend, shown.Values, 1000),
                spends[unit] / all))
            .ToArray();
        return [.. Paid(Paid(raw, t => t.Frequency, (t, m) => t with { Frequency = m }), t => t.Ctr, (t, m) => t with { Ctr = m })];
    }

    /// <summary>p after Holm over the campaigns.</summary>
    private static AudienceTrend[] Paid(AudienceTrend[] trends, Func<AudienceTrend, WeeklyMove?> of, Func<AudienceTrend, WeeklyMove, AudienceTrend> with)
    {
        var adjusted = Correction.Holm([.. trends.Select(t => of(t)?.P ?? 1)]);
        return [.. trends.Select((t, k) => of(t) is { } move ? with(t, move with { P = adjusted[k] }) : t)];
    }

    /// <summary>People per row: the file's reach, else its displays over its stated frequency. Summed they are no people, but displays over them is the mean frequency of the rows.</summary>
    private static double[]? People(CampaignColumns columns, double[] shown) =>
        columns.Table.Metric("reach") is { } reach ? reach.Values
        : columns.Table.Metric("frequency") is { } stated ? [.. shown.Zip(stated.Values, (s, f) => f > 0 ? s / f : double.NaN)]
        : null;

    private static WeeklyMove? Move(CampaignColumns columns, CampaignWeeks weeks, int unit, double[] top, double[] bottom, double scale = 1)
    {
        var sums = new (double Top, double Bottom)[weeks.Starts.Count];
        for (var row = 0; row < columns.Table.RowCount; row++)
        {
            if (weeks.WeekOf(row) is >= 0 and var week && columns.UnitOf(row) == unit && top[row] >= 0 && bottom[row] > 0)
            {
                sums[week] = (sums[week].Top + top[row], sums[week].Bottom + bottom[row]);
            }
        }

        var first = weeks.Starts[0].DayNumber;
        var points = sums.Select((s, w) => (X: (weeks.Starts[w].DayNumber - first) / 7.0, Rate: s.Bottom > 0 ? scale * s.Top / s.Bottom : 0)).Where(p => p.Rate > 0).Select(p => (p.X, Y: Math.Log(p.Rate))).ToArray();
        return points.Length < FewestWeeks || LeastSquares.Of(points) is not { } line ? null : new WeeklyMove(Math.Exp(line.At(points[0].X)), Math.Exp(line.At(points[^1].X)), line.P);
    }
}
