namespace MentorBot.Statistics;

/// <summary>How lopsided amounts are (third central moment over the cubed deviation), and how many people an average of them takes before its range can be trusted. Source: facts/statistics.md 1.6 (Kohavi).</summary>
internal static class Skewness
{
    private const double PeoplePerSquare = 355;

    /// <returns>0 where nothing varies.</returns>
    public static double Of(IReadOnlyList<double> amounts)
    {
        if (amounts.Count == 0)
        {
            return 0;
        }

        var mean = amounts.Average();
        var (square, cube) = (amounts.Sum(a => Math.Pow(a - mean, 2)) / amounts.Count, amounts.Sum(a => Math.Pow(a - mean, 3)) / amounts.Count);
        return square > 0 ? cube / Math.Pow(square, 1.5) : 0;
    }

    /// <summary>
    /// The least skewness that amounts of 0 or more can have with this mean and deviation: c - 1/c with c = deviation/mean, because E[X³]E[X] ≥ E[X²]² (Cauchy–Schwarz). Reached by amounts that are
    /// nothing or one price. A mean of 4.20 with a deviation of 18 has 4.05 at least.
    /// </summary>
    /// <returns>Null where the mean is not above 0: the bound says nothing of amounts that may be negative.</returns>
    public static double? AtLeast(double mean, double deviation)
    {
        var c = deviation / mean;
        return mean > 0 && c > 0 ? c - 1 / c : null;
    }

    /// <summary>People per arm from which the mean is near normal: 355 times the squared skewness. A skewness of 6 takes 12,780.</summary>
    public static double EnoughPeople(double skewness) => PeoplePerSquare * skewness * skewness;
}
