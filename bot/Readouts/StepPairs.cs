namespace MentorBot.Readouts;

/// <summary>Which steps of a series stand against which: the later half with the earlier, a week with the one before, a month with last year's.</summary>
internal static class StepPairs
{
    private const int WeeksOfLastYear = 4;
    private const int DaysBetweenYears = 364;

    public static List<(int Before, int After)> Of(MetricSeries series, CompareMode mode) => mode switch
    {
        CompareMode.Previous => Pairs(series, LastUsable(series), series.StepsPerWeek, series.StepsPerWeek),
        CompareMode.LastYear => LastYear(series),
        _ => Halves(series),
    };

    /// <summary>The noise as the file shows it, with the two stretches free to live on their own levels.</summary>
    /// <param name="cut">First step of the later stretch.</param>
    public static Statistics.SeasonalFit? Noise(MetricSeries series, int cut)
    {
        var cuts = series.Shifts.Select(s => s.At).Append(cut).Distinct().Order().ToArray();
        var side = Math.Max(3, series.StepsPerWeek / 2);
        var apart = cuts.Where((c, k) => c >= side && c <= series.Values.Length - side && (k == 0 || c - cuts[k - 1] >= side)).ToArray();
        return Statistics.SeasonalFit.Of(series.Tested, apart) ?? series.Fit;
    }

    private static List<(int Before, int After)> Halves(MetricSeries series)
    {
        var usable = Enumerable.Range(0, series.Values.Length).Where(series.Tested.Usable).ToArray();
        if (usable.Length == 0)
        {
            return [];
        }

        var width = (usable[^1] - usable[0] + 1) / (2 * series.StepsPerWeek) * series.StepsPerWeek;
        return Pairs(series, usable[^1], width, width);
    }

    private static List<(int Before, int After)> LastYear(MetricSeries series)
    {
        if (series.Grain == Tables.Grain.Month)
        {
            return Pairs(series, LastUsable(series), 1, 12);
        }

        var back = series.StepsPerWeek == 7 ? DaysBetweenYears : DaysBetweenYears / 7;
        var weeks = Math.Min(WeeksOfLastYear, (LastUsable(series) + 1 - back) / series.StepsPerWeek);
        return Pairs(series, LastUsable(series), weeks * series.StepsPerWeek, back);
    }

    private static int LastUsable(MetricSeries series) => Enumerable.Range(0, series.Values.Length).LastOrDefault(series.Tested.Usable, -1);

    /// <summary>The <paramref name="width"/> steps up to <paramref name="last"/>, each with the step <paramref name="back"/> earlier; a step that misses on either side leaves both.</summary>
    private static List<(int Before, int After)> Pairs(MetricSeries series, int last, int width, int back) => last - width + 1 - back < 0 || width <= 0
        ? []
        : [.. Enumerable.Range(last - width + 1, width).Select(i => (i - back, i)).Where(p => series.Tested.Usable(p.Item1) && series.Tested.Usable(p.i))];
}
