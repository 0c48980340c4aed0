using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>The smallest effect that so many weeks of traffic can see with the wished power.</summary>
/// <param name="PerArm">People in each arm that is not the control by then.</param>
/// <param name="Difference">Of rates, positive. Null: no difference at all can be seen with so few people.</param>
/// <param name="Lift">The same relative to the baseline, positive.</param>
internal sealed record TrafficSight(int Weeks, double PerArm, double? Difference, double? Lift)
{
    public static TrafficSight Of(OfferPlanInput input, double daily, int weeks)
    {
        var perArm = PerArmAfter(input, daily, weeks);
        var difference = DifferenceSeen(input, perArm);
        return new TrafficSight(weeks, perArm, difference, difference / input.Baseline);
    }

    /// <summary>People in each arm that is not the control after so many weeks.</summary>
    public static double PerArmAfter(OfferPlanInput input, double daily, int weeks) => daily * input.Share * 7 * weeks / (input.Arms - 1 + (input.ControlPerTreated ?? 1));

    /// <summary>On the side of the baseline on which the target lies.</summary>
    public static double? DifferenceSeen(OfferPlanInput input, double perArm)
    {
        if (input.Spread is { } spread)
        {
            return spread.Seen(input, perArm);
        }

        // An uneven split sees what an equal one of its harmonic size sees.
        var times = input.ControlPerTreated ?? 1;
        var rate = SampleSize.Detectable(perArm * 2 * times / (1 + times), input.Baseline, input.AlphaPerArm, input.Power, down: input.Difference < 0);
        return rate is { } seen ? Math.Abs(seen - input.Baseline) : null;
    }
}
