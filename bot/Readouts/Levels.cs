using MentorBot.Statistics;

namespace MentorBot.Readouts;

/// <summary>Every level that a series lived on: the strongest shift first, then within each side, while they stay beyond chance.</summary>
internal static class Levels
{
    private const int DeepestSplit = 3;
    private const int FewestWeeklySteps = 4;

    /// <param name="perWeek">Steps in a week: 7 for days, which also is the least on each side of a shift; 1 for weeks, which need four.</param>
    /// <param name="budget">Chance of a shift in a steady series that is still taken for one.</param>
    public static IReadOnlyList<LevelShift> Find(SeasonalSeries series, int perWeek, double budget = LookBudget.LevelShifts)
    {
        var shifts = new List<LevelShift>();
        Search(series, 0, series.Length, Math.Max(perWeek, FewestWeeklySteps), budget, DeepestSplit, shifts);
        return [.. shifts.OrderBy(s => s.At)];
    }

    /// <summary>The strongest shift of the whole series, beyond chance or not; null when the series is too short for one.</summary>
    public static LevelShift? Strongest(SeasonalSeries series, int perWeek) => LevelShift.Strongest(series, 0, series.Length, Math.Max(perWeek, FewestWeeklySteps));

    private static void Search(SeasonalSeries series, int from, int to, int side, double budget, int depth, List<LevelShift> found)
    {
        if (depth == 0 || LevelShift.Strongest(series, from, to, side) is not { } shift || shift.P > budget || Math.Abs(shift.Change) < LookBudget.SmallestShift)
        {
            return;
        }

        found.Add(shift);
        Search(series, from, shift.At, side, budget, depth - 1, found);
        Search(series, shift.At, to, side, budget, depth - 1, found);
    }
}
