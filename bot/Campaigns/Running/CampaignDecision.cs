namespace MentorBot.Campaigns;

/// <summary>What the reading supports doing now, with the threshold and the date that would change it. The mentor proposes; whoever holds the budget decides.</summary>
/// <param name="Why">Its text is "campaigns.reason.&lt;why&gt;".</param>
/// <param name="Campaigns">Which campaigns it is about; empty for all of them.</param>
/// <param name="Threshold">The CPA (or the ROAS, by <paramref name="ThresholdMetric"/>) that the next reading is held against; null without a break-even.</param>
/// <param name="ReadOn">Day of the next reading; null when nothing is worth waiting for.</param>
/// <param name="Evidence">What the text mentions.</param>
internal sealed record CampaignDecision(CampaignAction Action, string Why, IReadOnlyList<string> Campaigns, double? Threshold, string ThresholdMetric, DateOnly? ReadOn, IReadOnlyDictionary<string, object?> Evidence)
{
    /// <summary>The largest raise in one step: a larger one starts the platform's learning anew and outruns what was seen. Source: facts/coaching.md 6.5.</summary>
    public const double LargestStep = .2;

    /// <summary>Days after a change before it is read, and by when.</summary>
    public const int FirstRead = 7;

    public const int LastRead = 14;
}

/// <summary>On the wire: scale, hold, cut, fix, test.</summary>
internal enum CampaignAction
{
    Scale,
    Hold,
    Cut,
    Fix,
    Test,
}
