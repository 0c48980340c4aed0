using MentorBot.Readouts;
using static MentorBot.Campaigns.FindingParts;

namespace MentorBot.Campaigns;

/// <summary>Who counted the sales, and whether they would have come anyway.</summary>
internal static class SourceFindings
{
    public static IEnumerable<Finding> Of(CampaignReading reading)
    {
        if (reading.Proof is { } proof)
        {
            yield return New(reading, "lift-known", proof.Against(reading.BreakEven) == Standing.Loses ? Severity.Warning : Severity.Info, null,
                proof.Evidence(reading.BreakEven, reading.Options.LiftSpend is null));
        }

        if (reading.Gap is { } gap && (gap.IsLarge || gap.Misses))
        {
            yield return New(reading, "platform-gap", Severity.Warning, null,
                ("platform", gap.Platform), ("analytics", gap.Analytics), ("gap", gap.Ratio - 1), ("ratio", gap.Ratio), ("more", gap.IsLarge), ("cpa", reading.Total.Cpa), ("analyticsCpa", gap.Cost.Cpa), ("low", gap.Cost.CpaRange.Low), ("high", Finite(gap.Cost.CpaRange.High)),
                ("n", gap.Analytics), ("breakEvenCpa", reading.BreakEven?.Cpa), ("limit", PlatformGap.AsksForTest - 1));
        }

        var demand = reading.Demand;
        if (demand.IsLarge)
        {
            yield return New(reading, "harvested-demand", Severity.Warning, null,
                ("brand", demand.Brand), ("retargeting", demand.Retargeting), ("viewThrough", demand.ViewThrough), ("hasBrand", demand.Brand > 0), ("hasRetargeting", demand.Retargeting > 0), ("hasView", demand.ViewThrough > 0), ("typed", demand.Typed),
                ("cpa", reading.Total.Cpa), ("restCpa", demand.Rest?.Cpa), ("restLow", demand.Rest?.CpaRange.Low), ("restHigh", Finite(demand.Rest?.CpaRange.High)), ("restN", demand.Rest?.Conversions), ("n", reading.Total.Conversions));
        }

        if (reading is { Proof: null, Options.PlannedTest: null or LiftTestKind.None, Total.Conversions: > 0 })
        {
            yield return New(reading, "no-lift-test", Severity.Info, null, ("n", reading.Total.Conversions), ("tests", reading.LiftTests.Count));
        }
    }
}
