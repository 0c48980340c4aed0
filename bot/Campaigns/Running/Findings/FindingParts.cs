using MentorBot.Readouts;

namespace MentorBot.Campaigns;

/// <summary>What the findings of a campaign are made with.</summary>
internal static class FindingParts
{
    /// <summary>Of one code, so that a long list of campaigns stays readable.</summary>
    public const int MostPerCode = 5;

    /// <summary>The figures of a cost that a sentence may name.</summary>
    public static (string, object?)[] Cost(CampaignCost cost) =>
    [
        ("spend", cost.Spend), ("n", cost.Conversions), ("cpa", cost.Cpa), ("cpaLow", cost.CpaRange.Low), ("cpaHigh", Finite(cost.CpaRange.High)), ("roas", cost.Roas), ("roasLow", cost.RoasRange?.Low), ("roasHigh", cost.RoasRange?.High),
        ("bounded", double.IsFinite(cost.CpaRange.High)),
    ];

    public static Finding New(CampaignReading reading, string code, Severity severity, CampaignLine? line, params IEnumerable<(string Name, object? Value)> evidence) =>
        Finding.Of(code, severity, null, reading.Readout.Period?.From, reading.Readout.Period?.To, evidence) with { Segment = line?.Name };

    public static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;
}
