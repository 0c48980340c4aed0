using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>What is known about a running campaign beyond its export. Everything but <paramref name="Today"/> may be unknown; unknown stays unknown and is asked for, never guessed.</summary>
/// <param name="Today">The day of the reading: for "the file was made today" and for the date of the next reading.</param>
internal sealed record CampaignOptions(DateOnly Today)
{
    /// <summary>What one conversion may cost at most, in the file's currency; above 0. Wins over <see cref="Margin"/>.</summary>
    public double? BreakEvenCpa { get; init; }

    /// <summary>What is left of one unit of sales value after the costs of the sale, in (0, 1]: .4 makes a break-even ROAS of 2.5.</summary>
    public double? Margin { get; init; }

    /// <summary>Value of one conversion, where the file carries none; in the file's currency.</summary>
    public double? OrderValue { get; init; }

    /// <summary>Conversions of the same period and kind as analytics or the CRM counted them.</summary>
    public double? AnalyticsConversions { get; init; }

    /// <summary>Share of the conversions that come from searches for the brand's own name, in [0, 1]; null: read from the campaigns' names.</summary>
    public double? BrandShare { get; init; }

    /// <summary>Share of the conversions that come from people who had visited already, in [0, 1]; null: read from the campaigns' names.</summary>
    public double? RetargetingShare { get; init; }

    /// <summary>Share of the conversions counted after a view without a click, in [0, 1]; null: read from the file where it splits them.</summary>
    public double? ViewThroughShare { get; init; }

    /// <summary>The test of incrementality that the person has planned; <see cref="LiftTestKind.None"/> for "none", null for "not asked".</summary>
    public LiftTestKind? PlannedTest { get; init; }

    /// <summary>A finished test of what the campaign adds; its spend is the file's where <see cref="LiftSpend"/> does not say.</summary>
    public (Statistics.Arm HeldOut, Statistics.Arm Exposed)? Lift { get; init; }

    /// <summary>Spent on the exposed people during the test, in the file's currency.</summary>
    public double? LiftSpend { get; init; }

    /// <summary>ISO code, for public holidays.</summary>
    public string? Country { get; init; }

    public CompareMode Compare { get; init; }

    /// <summary>What the person changed or knows of, with its days.</summary>
    public IReadOnlyList<NotedDays> Noted { get; init; } = [];

    public ReadoutOptions ForReadout => new(Today, Compare, Country) { Noted = Noted };
}

/// <summary>Ways to learn what would have happened without the campaign, strongest first. Source: facts/statistics.md 3.3.</summary>
internal enum LiftTestKind
{
    /// <summary>People at random do not see the campaign (a platform's conversion lift is one).</summary>
    Holdout,

    /// <summary>Regions at random do not get it.</summary>
    Geo,

    /// <summary>Ads on the brand's own name stop for a while, or in half of the regions.</summary>
    BrandPause,

    None,
}
