namespace MentorBot.Campaigns;

/// <summary>How much of the result comes from people who were already looking for the brand. Source: facts/statistics.md 3.3 and 3.6.</summary>
/// <param name="Brand">Share of the conversions (of the spend, where nothing converts), 0 to 1.</param>
/// <param name="ViewThrough">Counted after a view without a click; null where nobody said and the file does not split.</param>
/// <param name="Typed">The person gave a share; else it comes from names.</param>
/// <param name="Rest">The campaigns that are neither; null where names tell of none, or nothing else is left.</param>
internal sealed record DemandShares(double Brand, double Retargeting, double? ViewThrough, bool Typed, CampaignCost? Rest)
{
    /// <summary>From this share on, the CPA may say more about demand that was there than about the advertising.</summary>
    public const double Large = .3;

    public double Harvested => Math.Min(1, Brand + Retargeting);

    public bool IsLarge => Harvested >= Large || ViewThrough >= Large;
}

/// <summary>What the platform claims against what analytics or the CRM counted.</summary>
/// <param name="Ratio">Platform over analytics.</param>
/// <param name="Cost">The same spend over what analytics counted.</param>
internal sealed record PlatformGap(double Platform, double Analytics, double Ratio, CampaignCost Cost)
{
    /// <summary>Above it a lift test is asked for. Source: facts/statistics.md 3.6.</summary>
    public const double AsksForTest = 1.2;

    public bool IsLarge => Ratio > AsksForTest;

    /// <summary>The platform sees far fewer than analytics: it may not count everything.</summary>
    public bool Misses => Ratio < 1 / AsksForTest;
}
