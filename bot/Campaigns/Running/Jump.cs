using MentorBot.Kpis;
using MentorBot.Readouts;
using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Campaigns;

/// <summary>From one day to the next far more, or far fewer, sales per click (per display or per unit of spend, where the file has no clicks), while about as many people click: a tag, a consent banner or a page before a market. Source: facts/statistics.md 3.5.</summary>
/// <param name="Change">Sales per click after over before, minus 1.</param>
/// <param name="Before">What the days before cost; as long as their level lasted.</param>
/// <param name="Lasts">Until the end of the file.</param>
internal sealed record Jump(DateOnly On, double Change, CampaignCost Before, CampaignCost After, bool Lasts);

internal static class Jumps
{
    /// <summary>On the scale of logarithms: a third fewer, half more. A creative or a price moves less overnight.</summary>
    private const double Large = .4;

    /// <summary>Of that move, what the clicks may move along with it; beyond, it is another audience.</summary>
    private const double Along = .5;

    private const double Chance = .001;

    /// <summary>Of the move, what the two weeks around its day must show by themselves: a cost that creeps does not jump.</summary>
    private const double Overnight = .7;

    private const int Around = 14;

    /// <returns>The last one; a rise that has gone again was a promotion, and is none.</returns>
    public static Jump? Of(CampaignColumns columns, Readout readout, double dispersion)
    {
        var clicks = new[] { "clicks_link", "clicks_all", "impressions", "spend" }.FirstOrDefault(id => columns.Table.Metric(id) is { Kpi.Kind: KpiKind.Additive });
        if (clicks is null || readout.SeriesOf(columns.Result) is not { Grain: Grain.Day or Grain.Week } series || series.Shifts.Count == 0)
        {
            return null;
        }

        var cuts = series.Shifts.Select(s => s.At).Prepend(0).Append(series.Starts.Length).ToArray();
        return Enumerable.Range(1, cuts.Length - 2).Select(k => Between(columns, series, clicks, cuts[k - 1], cuts[k], cuts[k + 1], dispersion)).LastOrDefault(j => j is { Change: < 0 } or { Lasts: true });
    }

    private static double PerFeed(CampaignColumns columns, string feed, Func<int, bool> rows) => columns.Cost(rows).Conversions / columns.Sum(feed, rows)!.Value;

    private static Jump? Between(CampaignColumns columns, MetricSeries series, string clicks, int from, int at, int end, double dispersion)
    {
        DateOnly Day(int step) => step < series.Starts.Length ? series.Starts[step] : DateOnly.MaxValue;
        bool Early(int row) => columns.Table.Dates[row] >= Day(from) && columns.Table.Dates[row] < Day(at);
        bool Late(int row) => columns.Table.Dates[row] >= Day(at) && columns.Table.Dates[row] < Day(end);
        var (before, after) = (columns.Cost(Early), columns.Cost(Late));
        if (columns.Sum(clicks, Early) is not (> 0 and var clicked) || columns.Sum(clicks, Late) is not (> 0 and var clicking) || before.Conversions <= 0 || after.Conversions <= 0)
        {
            return null;
        }

        var ratio = PoissonCounts.ExactRatio(before.Conversions / dispersion, after.Conversions / dispersion, clicked, clicking);
        var (move, along) = (Math.Log(ratio.Ratio), Math.Log(clicking / (end - at) / (clicked / (at - from))));
        var near = PerFeed(columns, clicks, row => Late(row) && columns.Table.Dates[row] < Day(at).AddDays(Around)) / PerFeed(columns, clicks, row => Early(row) && columns.Table.Dates[row] >= Day(at).AddDays(-Around));
        return Math.Abs(move) >= Large && Math.Abs(along) <= Along * Math.Abs(move) && ratio.P < Chance && Math.Log(near) / move >= Overnight ? new Jump(Day(at), ratio.Ratio - 1, before, after, end == series.Starts.Length) : null;
    }
}
