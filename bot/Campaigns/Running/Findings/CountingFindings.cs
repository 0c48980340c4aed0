using MentorBot.Readouts;
using static MentorBot.Campaigns.FindingParts;

namespace MentorBot.Campaigns;

/// <summary>What says that conversions are not counted: a tag before a market.</summary>
internal static class CountingFindings
{
    /// <summary>Conversions that this spend would have brought at break-even, from which their absence is first of all a question to the tag.</summary>
    private const double Suspicious = 3;

    /// <summary>Whether nothing at all was counted where something was due: a tag before a market.</summary>
    public static bool CountsNothing(CampaignReading reading) => reading.Total.Conversions == 0
        && (reading.BreakEven?.Cpa is { } limit ? reading.Total.Spend / limit >= Suspicious : reading.Options.AnalyticsConversions > 0);

    public static IEnumerable<Finding> Of(CampaignReading reading)
    {
        if (CountsNothing(reading))
        {
            var expected = reading.BreakEven?.Cpa is { } limit ? reading.Total.Spend / limit : (double?)null;
            yield return New(reading, "nothing-counted", Severity.Critical, null,
                ("spend", reading.Total.Spend), ("expected", expected), ("chance", expected is { } e ? Math.Exp(-e) : null), ("analytics", reading.Options.AnalyticsConversions), ("known", expected is not null), ("n", 0.0));
        }
    }

    public static Finding Break(string campaign, TrackingBreak found)
    {
        var told = found.ToFinding([]);
        return told with { Code = "campaign-tracking-break", Segment = campaign };
    }
}
