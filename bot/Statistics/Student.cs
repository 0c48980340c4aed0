using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>Student's t with any degrees of freedom from 1 up. Beyond ten million it is the normal: they differ by less than 1e-6 there, and the inversion would lose more.</summary>
internal static class Student
{
    private const double Normal = 1e7;

    /// <summary>t with <paramref name="confidence"/> between -t and t.</summary>
    public static double TwoSided(double confidence, double freedom) =>
        freedom > Normal ? NormalQuantile.TwoSided(confidence) : NormalQuantile.StudentTwoSided(confidence, freedom);

    /// <summary>Two-sided p of <paramref name="t"/>.</summary>
    public static double TwoSidedP(double t, double freedom) =>
        freedom > Normal ? NormalQuantile.TwoSidedP(t) : Math.Clamp(2 * StudentT.CDF(0, 1, Math.Max(1, freedom), -Math.Abs(t)), 0, 1);
}
