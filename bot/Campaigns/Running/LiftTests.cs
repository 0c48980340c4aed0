using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>Which tests of incrementality are within this campaign's reach, each with its size; a list of options, not a plan.</summary>
internal static class LiftTests
{
    /// <summary>Smallest lift that such a test is sized for, as a share of the sales without the campaign.</summary>
    public const double Lift = .1;

    private const double LargerLift = .2;
    private const double HeldOutShare = .25;

    /// <summary>Sales are rare events: their number needed hardly depends on the rate.</summary>
    private const double Rate = .01;

    private const int LongestWait = 84;

    /// <summary>GeoLift's minimums. Source: facts/statistics.md 3.3.</summary>
    private const int FewestGeos = 20;

    private const int ShortestGeo = 15;
    private const int GeoHistory = 25;
    private const int Pause = 14;

    public static IReadOnlyList<LiftTest> For(CampaignReading reading) =>
        [Holdout(reading), Geo(reading), .. reading.Demand.Brand > 0 ? [BrandPause(reading)] : Array.Empty<LiftTest>()];

    private static LiftTest Holdout(CampaignReading reading)
    {
        var (wanted, larger) = (Sales(Lift), Sales(LargerLift));
        int? Days(double sales) => reading.ConversionsPerDay is { } pace ? (int)Math.Ceiling(Math.Min(9999, sales / pace)) : null;
        var days = Days(wanted.Exposed + wanted.HeldOut);
        return new LiftTest(LiftTestKind.Holdout, days is null ? Feasibility.Perhaps : days <= LongestWait ? Feasibility.Yes : Days(larger.Exposed + larger.HeldOut) <= LongestWait ? Feasibility.Perhaps : Feasibility.No, days,
            Evidence(("lift", Lift), ("exposed", Math.Ceiling(wanted.Exposed)), ("heldOut", Math.Ceiling(wanted.HeldOut)), ("sales", Math.Ceiling(wanted.Exposed + wanted.HeldOut)), ("heldOutShare", HeldOutShare), ("days", days), ("known", days is not null),
                ("largerLift", LargerLift), ("largerSales", Math.Ceiling(larger.Exposed + larger.HeldOut)), ("largerDays", Days(larger.Exposed + larger.HeldOut)), ("tooLong", days > LongestWait)));
    }

    private static (double Exposed, double HeldOut) Sales(double lift)
    {
        var (treated, heldOut) = IncrementalLift.Needed(Rate, lift, 1 - HeldOutShare);
        return (treated * Rate * (1 + lift), heldOut * Rate);
    }

    private static LiftTest Geo(CampaignReading reading) => new(LiftTestKind.Geo, Feasibility.Perhaps, ShortestGeo,
        Evidence(("geos", FewestGeos), ("days", ShortestGeo), ("history", GeoHistory), ("longEnough", reading.Days >= GeoHistory)));

    private static LiftTest BrandPause(CampaignReading reading)
    {
        var atStake = reading.ConversionsPerDay * reading.Demand.Brand * Pause / 2;
        return new LiftTest(LiftTestKind.BrandPause, Feasibility.Yes, Pause, Evidence(("days", Pause), ("brandShare", reading.Demand.Brand), ("atStake", atStake is { } sales ? Math.Ceiling(sales) : null), ("known", atStake is not null)));
    }

    private static Dictionary<string, object?> Evidence(params (string Name, object? Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value);
}
