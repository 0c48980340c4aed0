using MentorBot.Statistics;

namespace MentorBot.Readouts;

/// <summary>What would settle an open question: a count of events or a number of weeks, or "never" at this traffic.</summary>
internal static class Needed
{
    /// <summary>Weeks beyond which waiting is no plan.</summary>
    private const double LongestWait = 104;

    public const string Never = "never";

    /// <summary>For a comparison of two stretches of <paramref name="weeks"/> weeks each: events in both for counts, else weeks each. Stricter with every further metric looked at.</summary>
    public static IEnumerable<(string, object?)> For(PeriodChange change, bool counts, double weeks, int looks)
    {
        var times = change.TimesNeeded(LookBudget.Comparisons / Math.Max(1, looks));
        var waiting = Math.Ceiling(times * weeks);
        return times * weeks > LongestWait
            ? [("needed", Never), ("neededUnit", Never)]
            : counts
                ? [("needed", Math.Ceiling(times * change.N)), ("neededUnit", "events"), ("neededWeeks", waiting)]
                : [("needed", waiting), ("neededUnit", "weeks"), ("neededWeeks", waiting)];
    }
}
