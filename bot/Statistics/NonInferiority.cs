using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>Whether b is shown to be no worse than a by more than a margin; "no significant difference" does not show it. Source: facts/statistics.md 1.8.</summary>
/// <param name="Difference">Rate of b minus rate of a.</param>
/// <param name="Lower">One-sided lower limit of the difference: d - 1.645 se at 5 %.</param>
/// <param name="P">One-sided, of (d + margin)/se.</param>
/// <param name="Shown">The limit lies above minus the margin.</param>
internal sealed record NonInferiority(double Difference, double Lower, double P, bool Shown)
{
    /// <summary>594 of 12,000 against 600 of 12,000 with a margin of .003: limit -.005117, p .18656, not shown.</summary>
    /// <param name="margin">Largest loss of rate that is accepted, above 0.</param>
    public static NonInferiority Of(Arm a, Arm b, double margin, double alpha = .05)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        var d = b.Rate - a.Rate;
        if (!(a.Users > 0 && b.Users > 0))
        {
            return new NonInferiority(d, -1, 1, false);
        }

        var error = Math.Sqrt(a.Rate * (1 - a.Rate) / a.Users + b.Rate * (1 - b.Rate) / b.Users);
        if (error == 0)
        {
            // Nobody or everybody converted in both: the limits of the single rates carry what is left of the doubt.
            var range = RateDifference.Newcombe(a, b, 1 - 2 * alpha);
            return new NonInferiority(d, range.Low, range.Low > -margin ? alpha : 1, range.Low > -margin);
        }

        var lower = d - Normal.InvCDF(0, 1, 1 - alpha) * error;
        return new NonInferiority(d, lower, Normal.CDF(0, 1, -(d + margin) / error), lower > -margin);
    }

    /// <summary>People per arm that show it when both rates are in truth the same: 2 p q ((z_a + z_b)/margin)². .05 with .003 needs 65,260.</summary>
    public static double PerArm(double rate, double margin, double alpha = .05, double power = .8) =>
        2 * rate * (1 - rate) * Math.Pow((Normal.InvCDF(0, 1, 1 - alpha) + Normal.InvCDF(0, 1, power)) / margin, 2);
}
