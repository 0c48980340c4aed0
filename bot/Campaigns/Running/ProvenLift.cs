using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>A finished test with people left out at random: what the campaign added. Source: facts/statistics.md 3.3.</summary>
/// <param name="Spend">Spent on the exposed people during the test.</param>
internal sealed record ProvenLift(Arm HeldOut, Arm Exposed, double Spend, IncrementalLift Lift)
{
    /// <param name="orderValue">Revenue of one sale, for the return; null when not known.</param>
    /// <returns>Null where the counts are no test: more sales than people, or nobody in an arm.</returns>
    public static ProvenLift? Of(Arm heldOut, Arm exposed, double spend, double? orderValue = null) =>
        new[] { heldOut, exposed }.All(a => a.Users > 0 && a.Conversions >= 0 && a.Conversions <= a.Users) && spend >= 0
            ? new ProvenLift(heldOut, exposed, spend, IncrementalLift.Of(heldOut, exposed, spend, orderValue)) : null;

    /// <summary>The cost of one additional sale, its whole range against the break-even.</summary>
    public Standing Against(BreakEvenPoint? point) => point?.Cpa is not { } limit || Spend <= 0 ? Standing.Unknown
        : Lift.CostRange.High < limit ? Standing.Pays
        : Lift.CostRange.Low > limit ? Standing.Loses
        : Standing.Open;
}
