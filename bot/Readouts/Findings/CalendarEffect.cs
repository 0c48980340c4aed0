using MentorBot.People;
using MentorBot.Tables;

namespace MentorBot.Readouts;

/// <summary>A day that is odd because it is a public holiday, or the bridge from one to the weekend, is context and no alarm.</summary>
internal static class CalendarEffect
{
    /// <summary>From a Thursday's holiday to its Sunday; a longer odd stretch has another cause.</summary>
    private const int LongestStretch = 4;

    public static IReadOnlyList<Finding> Explain(IReadOnlyList<Finding> odd, Grain grain, string? country) =>
        grain != Grain.Day || country is null ? odd : [.. odd.Select(f => Explained(f, country))];

    /// <summary>Leaves out the pairs of days of which exactly one is a holiday: it moved between the two.</summary>
    public static (MetricSeries Series, List<(int Before, int After)> Pairs) WithoutMoved(MetricSeries series, List<(int Before, int After)> pairs, string? country)
    {
        bool Holiday(int step) => Holidays.On(country, series.Starts[step]) is not null;
        var kept = series.Grain != Grain.Day ? pairs : pairs.Where(p => Holiday(p.Before) == Holiday(p.After)).ToList();
        return kept.Count == pairs.Count ? (series, pairs) : (series with { LeftOut = series.LeftOut + pairs.Count - kept.Count }, kept);
    }

    private static Finding Explained(Finding finding, string country)
    {
        if (finding is not { From: { } from, To: { } to } || to.DayNumber - from.DayNumber >= LongestStretch)
        {
            return finding;
        }

        var worst = finding.Evidence["day"] is DateOnly day ? day : from;
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).OrderBy(d => Math.Abs(d.DayNumber - worst.DayNumber)).ToArray();
        var own = Likeliest(days.Select(d => Holidays.On(country, d)), worst);
        return (own ?? Likeliest(days.Select(d => Bridged(country, d)), worst)) is not { } holiday ? finding : finding with
        {
            Code = "calendar-effect",
            Severity = Severity.Info,
            Evidence = new Dictionary<string, object?>(finding.Evidence)
            {
                ["holiday"] = holiday.TextKey,
                ["holidayDay"] = holiday.Day,
                ["onHoliday"] = holiday.Day == worst,
                ["bridge"] = own is null,
                ["regional"] = holiday.Regional,
            },
        };
    }

    /// <summary>The one on the worst day, else one of the whole country before a part's, else the nearest.</summary>
    /// <param name="nearest">In the order of their distance from the worst day.</param>
    private static Holiday? Likeliest(IEnumerable<Holiday?> nearest, DateOnly worst) =>
        nearest.OfType<Holiday>().OrderByDescending(h => h.Day == worst).ThenBy(h => h.Regional).FirstOrDefault();

    private static Holiday? Bridged(string country, DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Friday => Holidays.On(country, day.AddDays(-1)),
        DayOfWeek.Monday => Holidays.On(country, day.AddDays(1)),
        _ => null,
    };
}
