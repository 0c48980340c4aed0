using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>Quantiles and tails of the standard normal and of Student's t that every method here shares.</summary>
internal static class NormalQuantile
{
    /// <summary>z with <paramref name="confidence"/> of the standard normal between -z and z: 1.96 for .95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Confidence is not strictly between 0 and 1.</exception>
    public static double TwoSided(double confidence)
    {
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies between 0 and 1.");
        }

        return Normal.InvCDF(0, 1, (1 + confidence) / 2);
    }

    /// <summary>Two-sided p of a standard normal z.</summary>
    public static double TwoSidedP(double z) => Math.Min(1, 2 * Normal.CDF(0, 1, -Math.Abs(z)));

    /// <summary>The normal z that is as surprising as <paramref name="t"/> is with <paramref name="freedom"/> degrees of freedom: what is left of a z once its own scale had to be estimated.</summary>
    public static double FromStudent(double t, double freedom)
    {
        var tail = StudentT.CDF(0, 1, Math.Max(1, freedom), -Math.Abs(t));
        return Math.Sign(t) * (tail < 1e-300 ? 37 : -Normal.InvCDF(0, 1, Math.Min(.5, tail)));
    }

    /// <summary>t with <paramref name="confidence"/> between -t and t.</summary>
    public static double StudentTwoSided(double confidence, double freedom) =>
        StudentT.InvCDF(0, 1, Math.Max(1, freedom), (1 + confidence) / 2);
}
