namespace MentorBot.Statistics;

/// <summary>The range of a ratio of two rates.</summary>
internal static class RelativeRate
{
    /// <summary>
    /// Katz' log method for <paramref name="b"/> over <paramref name="a"/>: exp(ln(pB/pA) ± z sqrt(1/xB - 1/nB + 1/xA - 1/nA)). 250 over 200 of 10,000 gives 1.0401 to 1.5023.
    /// Source: facts/statistics.md 1.1.
    /// </summary>
    /// <returns>Null where an arm has no conversion: the logarithm has no value there.</returns>
    public static Interval? Katz(Arm a, Arm b, double confidence = .95)
    {
        if (!(a.Conversions > 0 && b.Conversions > 0))
        {
            return null;
        }

        var reach = NormalQuantile.TwoSided(confidence) * Math.Sqrt(Math.Max(0, 1 / b.Conversions - 1 / b.Users + 1 / a.Conversions - 1 / a.Users));
        var ratio = b.Rate / a.Rate;
        return new Interval(ratio * Math.Exp(-reach), ratio * Math.Exp(reach));
    }
}
