using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>What sizes a test on an average per person (revenue per visitor, basket, minutes read), where a rate would size itself. Source: facts/statistics.md 1.2.</summary>
/// <param name="Deviation">Standard deviation between people, in the unit of the average, zeros included.</param>
/// <param name="Currency">ISO code of the average; null for what is no money, or of an unknown one.</param>
internal sealed record MeanSpread(double Deviation, string? Currency = null)
{
    /// <returns>Null for a rate, and for an average that a test can be sized from.</returns>
    public static Refusal? Check(OfferPlanInput input) =>
        input.Spread is not { Deviation: var deviation } ? null
        : !(input.Baseline > 0 && double.IsFinite(input.Baseline)) ? Refusal.Of("offers.mean.refused.mean", ("given", Finite(input.Baseline)))
        : !(deviation > 0 && double.IsFinite(deviation)) ? Refusal.Of("offers.mean.refused.deviation", ("given", Finite(deviation)))
        : !(input.Target > 0 && double.IsFinite(input.Target)) ? Refusal.Of("offers.mean.refused.target", ("given", Finite(input.Target)))
        : input.Target == input.Baseline ? Refusal.Of("offers.mean.refused.no-difference", ("given", input.Baseline))
        : null;

    /// <summary>People in each arm that is not the control, and in the control. 2 (z_a + z_b)² sd²/d² each for an equal split; both arms are taken to spread as today's offer does.</summary>
    public (double Treated, double Control) Size(OfferPlanInput input)
    {
        var times = input.ControlPerTreated ?? 1;
        var treated = SampleSize.PerArmForMeans(input.Difference, Deviation, input.AlphaPerArm, input.Power) * (1 + 1 / times) / 2;
        return (treated, treated * times);
    }

    /// <summary>Standard error of the difference.</summary>
    public double Error(OfferPlanInput input, double perArm) => Deviation * Math.Sqrt((1 + 1 / (input.ControlPerTreated ?? 1)) / perArm);

    /// <summary>Smallest difference seen with the wished power, positive.</summary>
    /// <returns>Null: no lift at all can be powered with so few people, because the average itself cannot be told from nothing; or, for a loss, none smaller than all of it.</returns>
    public double? Seen(OfferPlanInput input, double perArm)
    {
        // An uneven split sees what an equal one of its harmonic size sees.
        var times = input.ControlPerTreated ?? 1;
        var equal = perArm * 2 * times / (1 + times);
        if (!(equal > 0))
        {
            return null;
        }

        // The size grows with 1/d²: what one unit takes, over what there is, is the squared difference.
        var difference = Math.Sqrt(SampleSize.PerArmForMeans(1, Deviation, input.AlphaPerArm, input.Power) / equal);
        var blind = difference > Math.Abs(input.Difference) && MeanPower.DetectableLift(input.Baseline, Deviation * Deviation, equal, input.AlphaPerArm, input.Power) is null;
        return blind || input.Difference < 0 && difference >= input.Baseline ? null : difference;
    }

    /// <summary>People per arm under which the average is too lopsided for its range, as far as mean and deviation alone tell (<see cref="Skewness.AtLeast"/>).</summary>
    public double EnoughPeople(OfferPlanInput input) => Skewness.AtLeast(input.Baseline, Deviation) is > 0 and var least ? Skewness.EnoughPeople(least) : 0;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
