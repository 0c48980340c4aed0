namespace MentorBot.Campaigns;

/// <summary>One verdict per dimension of a campaign; of the campaign, never of a person.</summary>
internal sealed record CampaignVerdicts(DimensionVerdict Economics, DimensionVerdict Evidence, DimensionVerdict Audience, DimensionVerdict Creative, DimensionVerdict Tracking, DimensionVerdict Incrementality)
{
    public IEnumerable<(string Dimension, DimensionVerdict Verdict)> All =>
        [("economics", Economics), ("evidence", Evidence), ("audience", Audience), ("creative", Creative), ("tracking", Tracking), ("incrementality", Incrementality)];
}

/// <param name="Code">Why: its text is "campaigns.verdict.&lt;dimension&gt;.&lt;code&gt;".</param>
/// <param name="Evidence">What the text mentions.</param>
internal sealed record DimensionVerdict(VerdictLevel Level, string Code, IReadOnlyDictionary<string, object?> Evidence)
{
    public static DimensionVerdict Of(VerdictLevel level, string code, params IEnumerable<(string Name, object? Value)> evidence) => new(level, code, evidence.ToDictionary(e => e.Name, e => e.Value));
}

internal enum VerdictLevel
{
    Good,
    Weak,
    Bad,
    Unknown,
}
