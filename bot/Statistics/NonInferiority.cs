using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>Whether b is shown to be no worse than a by more than a margin; "no significant difference" does not show it. Source: facts/statistics.md 1.8.</summary>
/// <param name="Difference">Rate of b minus rate of a.</param>
/// <param name="Lower">
/// One-sided lower limit of the difference: d - 1.645 se at 5 %. Where an arm has fewer than five conversions, or fewer than five people without, the lower end of Newcombe's range: se would be far too small there.
/// </param>
/// <param name="P">One-sided, of (d + margin)/se; with Newcombe's limit the alpha at which it reaches minus the margin.</param>
/// <param name="Shown">The limit lies above minus the margin.</param>
internal sealed record NonInferiority(double Difference, double Lower, double P, bool Shown)
{
    private const double FewestForNormal = 5;

    /// <summary>Halvings of the alpha: what is left is far below any p that is shown.</summary>
    private const int Halvings = 40;

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

        if (Math.Min(a.Scarcer, b.Scarcer) < FewestForNormal)
        {
            var low = RateDifference.Newcombe(a, b, 1 - 2 * alpha).Low;
            return new NonInferiority(d, low, NewcombeP(a, b, margin), low > -margin);
        }

        var error = Math.Sqrt(a.Rate * (1 - a.Rate) / a.Users + b.Rate * (1 - b.Rate) / b.Users);
        var lower = d - Normal.InvCDF(0, 1, 1 - alpha) * error;
        return new NonInferiority(d, lower, Normal.CDF(0, 1, -(d + margin) / error), lower > -margin);
    }

    /// <summary>People per arm that show it when both rates are in truth the same: 2 p q ((z_a + z_b)/margin)². .05 with .003 needs 65,260.</summary>
    public static double PerArm(double rate, double margin, double alpha = .05, double power = .8) =>
        2 * rate * (1 - rate) * Math.Pow((Normal.InvCDF(0, 1, 1 - alpha) + Normal.InvCDF(0, 1, power)) / margin, 2);

    /// <summary>Newcombe's limit rises with alpha, through the difference itself at a half.</summary>
    private static double NewcombeP(Arm a, Arm b, double margin)
    {
        bool Reached(double alpha) => alpha < .5 ? RateDifference.Newcombe(a, b, 1 - 2 * alpha).Low > -margin : RateDifference.Newcombe(a, b, 2 * alpha - 1).High > -margin;
        var (not, reached) = b.Rate - a.Rate > -margin ? (0, .5) : (.5, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (not + reached) / 2;
            (not, reached) = Reached(middle) ? (not, middle) : (middle, reached);
        }

        return reached;
    }
}
