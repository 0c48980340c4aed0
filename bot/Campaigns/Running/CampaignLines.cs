using MentorBot.Statistics;
using MentorBot.Tables;

namespace MentorBot.Campaigns;

/// <summary>Judges each campaign by itself and among the others, every look paid for.</summary>
internal static class CampaignLines
{
    /// <summary>Conversions under which nothing is said of a campaign. Source: facts/statistics.md, section 5.</summary>
    public const double Fewest = 15;

    /// <summary>Of being wrong about any of the campaigns.</summary>
    public const double Chance = .05;

    /// <summary>Days without spend after which a campaign has stopped.</summary>
    private const int Pause = 14;

    /// <param name="mature">Rows whose conversions are complete: they decide; the figures shown are of every row.</param>
    /// <param name="recent">Of those: rows of the last stretch, for whether a campaign has turned; null where the file is too short.</param>
    public static IReadOnlyList<CampaignLine> Of(CampaignColumns columns, BreakEvenPoint? breakEven, double dispersion, Func<int, bool> mature, Func<int, bool>? recent, CampaignWeeks? weeks)
    {
        var costs = columns.CostsPer(columns.UnitOf, columns.Names.Count);
        var complete = columns.CostsPer(row => mature(row) ? columns.UnitOf(row) : -1, columns.Names.Count);
        var late = recent is null ? null : columns.CostsPer(row => mature(row) && recent(row) ? columns.UnitOf(row) : -1, columns.Names.Count);
        var early = recent is null ? null : columns.CostsPer(row => mature(row) && !recent(row) ? columns.UnitOf(row) : -1, columns.Names.Count);
        var spent = columns.DaysPer(columns.UnitOf, columns.Names.Count);
        var ends = columns.LastSpendPerUnit();
        var end = ends.Max();
        var units = columns.Names.Select((name, unit) => (Name: name, Unit: unit, Cost: costs[unit], Mature: complete[unit]))
            .Where(u => u.Cost.Spend > 0 || u.Cost.Conversions > 0)
            .Select(u => u.Mature.Spend > 0 ? u : u with { Mature = u.Cost })
            .OrderByDescending(u => u.Cost.Spend).ThenBy(u => u.Name, StringComparer.Ordinal).ToArray();
        var points = Array.ConvertAll(units, u => breakEven?.For(u.Mature));
        var tails = units.Select((u, k) => u.Mature.ChanceAt(points[k], dispersion)).ToArray();
        var losing = Correction.Holm([.. tails.Select(t => t?.AsBad ?? 1)]);
        var paying = Correction.Holm([.. tails.Select(t => t?.AsGood ?? 1)]);
        var others = Array.ConvertAll(units, u => AgainstOthers(u.Mature, units.Sum(o => o.Mature.Spend), units.Sum(o => o.Mature.Conversions), dispersion));
        var differ = Correction.Holm([.. others.Select(o => o.P)]);
        var shrunk = Shrunk([.. units.Select(u => u.Mature)]);
        var all = units.Sum(u => u.Cost.Spend);
        return
        [
            .. units.Select((u, k) => new CampaignLine(u.Name, u.Cost, Verdict(u.Mature.WithDispersion(dispersion), points[k], losing[k], paying[k]))
            {
                SpendShare = all > 0 ? u.Cost.Spend / all : 0,
                ShrunkCpa = shrunk?[k].Shrunk is > 0 and var rate ? 1 / rate : null,
                ShrunkCpaRange = shrunk is null ? null : new Interval(1 / shrunk[k].Range.High, shrunk[k].Range.Low > 0 ? 1 / shrunk[k].Range.Low : double.PositiveInfinity),
                OwnWeight = shrunk?[k].Weight ?? 1,
                AgainstOthers = units.Length > 1 && double.IsFinite(others[k].Ratio) ? others[k].Ratio : null,
                DiffersP = units.Length > 1 ? differ[k] : 1,
                ExpectedAtBreakEven = points[k]?.Cpa is { } limit ? u.Mature.Spend / limit : null,
                ChanceAtBreakEven = tails[k] is null ? null : losing[k],
                Demand = CampaignNames.DemandOf(u.Name),
                Turn = late is null ? Turn.None : Turns.Of(early![u.Unit], late[u.Unit], points[k], dispersion),
                Dearer = late is not null && Turns.Dearer(early![u.Unit], late[u.Unit], dispersion),
                Response = units.Length > 1 ? SpendLevels.Of(weeks, u.Unit) is { Levels.Count: > 1 } response ? response : null : null,
                BreakEvenCpa = points[k]?.Cpa,
                Days = columns.Table.Grain == Grain.Day ? spent[u.Unit] : null,
                Stopped = spent[u.Unit] > 1 && ends[u.Unit] is { } last && end!.Value.DayNumber - last.DayNumber >= Pause,
            }),
        ];
    }

    private static CampaignVerdict Verdict(CampaignCost cost, BreakEvenPoint? point, double losing, double paying)
    {
        var standing = cost.Against(point);
        if (cost.Conversions is > 0 and < Fewest)
        {
            return CampaignVerdict.TooFew;
        }

        return standing == Standing.Unknown ? cost.Conversions == 0 && cost.Spend > 0 ? CampaignVerdict.TooFew : CampaignVerdict.Unknown
            : standing == Standing.Loses && losing < Chance ? CampaignVerdict.Losing
            : standing == Standing.Pays && paying < Chance ? CampaignVerdict.Profitable
            : cost.Conversions == 0 ? CampaignVerdict.TooFew
            : CampaignVerdict.Unclear;
    }

    private static RateRatio AgainstOthers(CampaignCost own, double spend, double conversions, double dispersion)
    {
        var (restSpend, rest) = (Math.Max(0, spend - own.Spend), Math.Max(0, conversions - own.Conversions));
        return own.Spend > 0 && restSpend > 1e-9 * spend
            ? PoissonCounts.ExactRatio(rest / dispersion, own.Conversions / dispersion, restSpend, own.Spend)
            : new RateRatio(double.NaN, new Interval(0, double.PositiveInfinity), 1);
    }

    private static IReadOnlyList<ShrunkRate>? Shrunk(CampaignCost[] costs) =>
        costs.Length < 2 || costs.All(c => c.Conversions == 0) || costs.Any(c => c.Spend <= 0) ? null : Shrinkage.Of([.. costs.Select(c => (c.Conversions, c.Spend))]);
}
