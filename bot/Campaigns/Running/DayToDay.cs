using MentorBot.Tables;

namespace MentorBot.Campaigns;

/// <summary>
/// How much more than by counting noise conversions vary from one step to the next, each campaign against itself: given two neighbouring steps' sum, a count is binomial by their spends, and
/// the mean of the squared standardised gaps is 1 when counting is all there is. Neighbours only, so that a change of level does not pass for noise.
/// </summary>
internal static class DayToDay
{
    private const int FewestPairs = 12;

    /// <summary>A smaller excess widens the ranges and is not worth a word.</summary>
    private const double Telling = 1.25;

    /// <returns>At least 1; 1 when the file cannot tell. An excess that chance may explain counts too: what decides about money errs to the wider range.</returns>
    public static Unevenness Of(CampaignColumns columns)
    {
        var table = columns.Table;
        if (table.Grain is not (Grain.Day or Grain.Week) || table.Shape == RowShape.Post)
        {
            return Unevenness.None;
        }

        var (spend, results) = (table.Metric("spend")!.Values, table.Metric(columns.Result)!.Values);
        var steps = Enumerable.Range(0, table.RowCount).Where(row => double.IsFinite(spend[row]) && spend[row] > 0)
            .GroupBy(row => (Unit: columns.UnitOf(row), Day: table.Dates[row]))
            .Select(g => (g.Key.Unit, g.Key.Day, Spend: g.Sum(row => spend[row]), Results: g.Sum(row => double.IsFinite(results[row]) ? Math.Max(0, results[row]) : 0)))
            .OrderBy(s => s.Unit).ThenBy(s => s.Day).ToArray();
        var (sum, pairs) = (0.0, 0);
        for (var i = 0; i + 1 < steps.Length; i++)
        {
            var (a, b) = (steps[i], steps[i + 1]);
            if (a.Unit != b.Unit || a.Results + b.Results <= 0)
            {
                continue;
            }

            var share = b.Spend / (a.Spend + b.Spend);
            var both = a.Results + b.Results;
            sum += Math.Pow(b.Results - both * share, 2) / (both * share * (1 - share));
            pairs++;
            i++;
        }

        return pairs < FewestPairs ? Unevenness.None : new Unevenness(Math.Max(1, sum / pairs), sum / pairs >= Math.Max(Telling, 1 + 2 * Math.Sqrt(2.0 / pairs)));
    }
}

/// <param name="Dispersion">How many times more than by counting noise, 1 or more.</param>
/// <param name="Beyond">More than chance explains: worth telling.</param>
internal sealed record Unevenness(double Dispersion, bool Beyond)
{
    public static readonly Unevenness None = new(1, false);
}
