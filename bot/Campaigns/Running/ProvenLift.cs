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

    /// <summary>What its sentences mention.</summary>
    public IEnumerable<(string Name, object? Value)> Evidence(BreakEvenPoint? point, bool spendIsFile) =>
    [
        ("heldOut", HeldOut.Users), ("heldOutSales", HeldOut.Conversions), ("exposed", Exposed.Users), ("exposedSales", Exposed.Conversions), ("heldOutRate", HeldOut.Rate), ("exposedRate", Exposed.Rate),
        ("extra", Lift.Extra), ("extraLow", Lift.ExtraRange.Low), ("extraHigh", Lift.ExtraRange.High), ("relative", Lift.Relative), ("relativeLow", Lift.RelativeRange?.Low), ("relativeHigh", Finite(Lift.RelativeRange?.High)),
        ("each", Lift.CostPerExtra), ("eachLow", Finite(Lift.CostRange.Low)), ("eachHigh", Finite(Lift.CostRange.High)), ("iroas", Lift.Iroas), ("spend", Spend), ("spendIsFile", spendIsFile),
        ("breakEvenCpa", point?.Cpa), ("standing", CampaignText.Wire(Against(point))), ("p", Lift.P), ("n", HeldOut.Conversions + Exposed.Conversions),
    ];

    private static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;
}
