using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>What a test can see of the relative lift of a mean (revenue per visitor), two equal arms, delta-method variance. Source: facts/statistics.md 1.2 (GrowthBook's power calculator).</summary>
internal static class MeanPower
{
    /// <summary>The smallest relative lift found with <paramref name="power"/>: the positive root of L² = k² v (1 + (1 + L)²), v the variance of the mean over its square. Mean 10, variance 3,910, 133,333 per arm give .07027.</summary>
    /// <returns>Null: no lift at all can be powered with this traffic, because its own noise grows as fast as the lift.</returns>
    public static double? DetectableLift(double mean, double variance, double usersPerArm, double alpha = .05, double power = .8)
    {
        ArgumentOutOfRangeException.ThrowIfZero(mean);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(variance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(usersPerArm);
        var reach = NormalQuantile.TwoSided(1 - alpha) + Normal.InvCDF(0, 1, power);
        var noise = reach * reach * variance / (usersPerArm * mean * mean);
        var room = 1 - noise;
        return room > 0 ? (noise + Math.Sqrt(noise * noise + 2 * noise * room)) / room : null;
    }
}
