using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>What the reading of a campaign found, each with the numbers that carry it.</summary>
internal static class CampaignFindings
{
    /// <summary>Every code, in the order in which findings of one severity are told.</summary>
    public static readonly IReadOnlyList<string> Codes =
    [
        "nothing-counted",
        "campaign-tracking-break",
        "losing",
        "losing-campaign",
        "spend-without-sale",
        "saturated",
        "campaign-saturated",
        "fatigue",
        "clicks-fade",
        "lift-known",
        "platform-gap",
        "harvested-demand",
        "no-break-even",
        "undecided",
        "profitable",
        "too-few-conversions",
        "campaign-differs",
        "winners-curse",
        "marginal-room",
        "campaign-marginal",
        "budget-step-needed",
        "uneven-days",
        "no-lift-test",
    ];

    public static IReadOnlyList<Finding> Of(CampaignReading reading, IReadOnlyList<(string Campaign, TrackingBreak Break)> breaks)
    {
        IEnumerable<Finding> found =
        [
            .. breaks.Select(b => CountingFindings.Break(b.Campaign, b.Break)),
            .. CountingFindings.Of(reading),
            .. reading.CountBroken ? [] : Costs(reading),
            .. AudienceFindings.Of(reading),
            .. SourceFindings.Of(reading),
        ];
        return [.. found.OrderByDescending(f => f.Severity).ThenBy(f => Codes.Index().First(c => c.Item == f.Code).Index)];
    }

    private static IEnumerable<Finding> Costs(CampaignReading reading) =>
        [.. EconomicsFindings.Of(reading), .. ComparisonFindings.Of(reading), .. ComparisonFindings.Curse(reading), .. SpendFindings.Of(reading), .. SpendFindings.PerCampaign(reading), .. EconomicsFindings.Uneven(reading)];
}
