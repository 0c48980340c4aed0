namespace MentorBot.Statistics;

/// <summary>The range of a difference of two rates.</summary>
internal static class RateDifference
{
    /// <summary>
    /// Newcombe's hybrid (method 10) of <paramref name="b"/> minus <paramref name="a"/>, from the Wilson limits of both: d - sqrt((pB - lB)² + (uA - pA)²) to d + sqrt((uB - pB)² + (pA - lA)²).
    /// 200 and 250 of 10,000 give .000887 to .009138. An arm without users gives the widest range it can. Source: facts/statistics.md 1.1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Conversions outside 0..users.</exception>
    public static Interval Newcombe(Arm a, Arm b, double confidence = .95)
    {
        var (wa, wb) = (Proportions.Wilson(a.Conversions, a.Users, confidence), Proportions.Wilson(b.Conversions, b.Users, confidence));
        var d = b.Rate - a.Rate;
        return new Interval(
            Math.Max(-1, d - Hypotenuse(b.Rate - wb.Low, wa.High - a.Rate)),
            Math.Min(1, d + Hypotenuse(wb.High - b.Rate, a.Rate - wa.Low)));
    }

    private static double Hypotenuse(double x, double y) => Math.Sqrt(x * x + y * y);
}
