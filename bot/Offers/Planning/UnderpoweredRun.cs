using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>A test stopped before it has its people: how often it finds the planned effect, and by how much its "winners" overstate it.</summary>
/// <param name="PerArm">People in each arm that is not the control by then.</param>
/// <param name="Exaggeration">If the true effect is the planned one.</param>
internal sealed record UnderpoweredRun(int Weeks, double PerArm, Exaggeration Exaggeration)
{
    public static UnderpoweredRun Of(OfferPlanInput input, double daily, int weeks)
    {
        var perArm = TrafficSight.PerArmAfter(input, daily, weeks);
        return new UnderpoweredRun(weeks, perArm, Exaggeration.Of(input.Difference / OfferPlan.Error(input, perArm), input.AlphaPerArm));
    }
}
