using CsCheck;
using MathNet.Numerics.Distributions;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 1.2 (GrowthBook's power tests).</summary>
public sealed class MeanPowerTests
{
    private const double PerArm = 400_000 / 3.0;

    [Fact]
    public void Detectable_lift_of_the_published_case() => Assert.Equal(.07027, MeanPower.DetectableLift(10, 3909.9998, PerArm)!.Value, 5e-6);

    [Fact]
    public void The_detectable_lift_is_found_with_the_power_asked_for_or_no_lift_is_at_all() =>
        Gen.Select(Gen.Double[.1, 1000], Gen.Double[.1, 20], Gen.Double[1, 6]).Sample((mean, spread, size) =>
        {
            var (variance, n) = (mean * spread * mean * spread, Math.Pow(10, size));
            if (MeanPower.DetectableLift(mean, variance, n) is { } lift)
            {
                Assert.InRange(Power(mean, variance, n, lift), .8 - 1e-9, .8 + 1e-3);
                Assert.True(MeanPower.DetectableLift(mean, variance, 4 * n) < lift);
            }
            else
            {
                // Its own noise grows as fast as the lift: not even a millionfold gain is found.
                Assert.True(Power(mean, variance, n, 1e6) < .8 + 1e-6);
            }
        }, iter: 300);

    [Theory]
    [InlineData(0, 1, 100)]
    [InlineData(1, 0, 100)]
    [InlineData(1, 1, 0)]
    public void Nothing_to_size_is_a_fault_of_the_caller(double mean, double variance, double perArm)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanPower.DetectableLift(mean, variance, perArm));
    }

    /// <summary>Chance that the lift's estimate, normal with its delta-method error, lies beyond the two-sided limits of 5 %.</summary>
    private static double Power(double mean, double variance, double perArm, double lift)
    {
        var z = lift / Math.Sqrt(variance / (perArm * mean * mean) * (1 + (1 + lift) * (1 + lift)));
        return Normal.CDF(0, 1, z - 1.959963985) + Normal.CDF(0, 1, -z - 1.959963985);
    }
}
