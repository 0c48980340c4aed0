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

    /// <summary>Days with the rhythm of the week. Under four weeks a weekday is seen too rarely to stand alone, so working days and weekend are pooled; under two weeks there is no rhythm to learn.</summary>
    public static SeasonalSeries OfDays(DateOnly first, double[] values, double[]? exposure, bool counts)
    {
        var days = Enumerable.Range(0, values.Length).Select(i => first.AddDays(i).DayOfWeek);
        int[] seasons = values.Length switch
        {
            >= 28 => [.. days.Select(d => (int)d)],
            >= 14 => [.. days.Select(d => d is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 0)],
            _ => new int[values.Length],
        };
        return new SeasonalSeries(values, exposure ?? Ones(values.Length), seasons, counts);
    }

    public static SeasonalSeries Plain(double[] values, double[]? exposure, bool counts) =>
        new(values, exposure ?? Ones(values.Length), new int[values.Length], counts);

    /// <summary>The same series, blind to the steps that <paramref name="hidden"/> names.</summary>
    public SeasonalSeries Without(Func<int, bool> hidden) => this with { Values = [.. Values.Select((v, i) => hidden(i) ? double.NaN : v)] };

    private static double[] Ones(int length) => [.. Enumerable.Repeat(1.0, length)];
}
