namespace MentorBot.Statistics;

/// <summary>A series of equal steps (days, weeks) that may have a rhythm and an exposure.</summary>
/// <param name="Values">Per step; NaN where it is missing or may not be judged.</param>
/// <param name="Exposure">Per step: what the value is measured against (clicks for conversions); 1 throughout for a plain volume.</param>
/// <param name="Seasons">Per step: 0-based place in the rhythm; all 0 without one.</param>
/// <param name="Counts">The values count events, so that their noise is at least Poisson's; otherwise they are amounts.</param>
internal sealed record SeasonalSeries(double[] Values, double[] Exposure, int[] Seasons, bool Counts)
{
    public int Length => Values.Length;

    public bool Usable(int i) => !double.IsNaN(Values[i]) && Exposure[i] > 0;

    public int UsableCount => Enumerable.Range(0, Length).Count(Usable);

    /// <summary>
    /// Days with the rhythm of the week. Working days and weekend are pooled unless single weekdays differ beyond chance (four weeks or more): each then leans on more days. Under two
    /// weeks there is no rhythm to learn.
    /// </summary>
    public static SeasonalSeries OfDays(DateOnly first, double[] values, double[]? exposure, bool counts)
    {
        var plain = new SeasonalSeries(values, exposure ?? Ones(values.Length), new int[values.Length], counts);
        if (values.Length < 14)
        {
            return plain;
        }

        var days = Enumerable.Range(0, values.Length).Select(i => first.AddDays(i).DayOfWeek).ToArray();
        var pooled = plain with { Seasons = Array.ConvertAll(days, d => d is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 0) };
        var single = plain with { Seasons = Array.ConvertAll(days, d => (int)d) };
        return values.Length >= 28 && SeasonalFit.Of(single) is { } fine && SeasonalFit.Of(pooled) is { } coarse && fine.Improves(coarse) ? single : pooled;
    }

    public static SeasonalSeries Plain(double[] values, double[]? exposure, bool counts) =>
        new(values, exposure ?? Ones(values.Length), new int[values.Length], counts);

    /// <summary>The same series, blind to the steps that <paramref name="hidden"/> names.</summary>
    public SeasonalSeries Without(Func<int, bool> hidden) => this with { Values = [.. Values.Select((v, i) => hidden(i) ? double.NaN : v)] };

    private static double[] Ones(int length) => [.. Enumerable.Repeat(1.0, length)];
}
