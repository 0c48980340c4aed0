using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>What would settle whether a campaign pays: conversions in all, and days at the present pace.</summary>
/// <param name="Needed">Conversions in all, those seen included; null when the cost stands so near its break-even that no number would tell.</param>
/// <param name="Days">From now, at the present pace; null without a pace, or when it is no plan.</param>
internal sealed record Settling(double? Needed, double? Missing, int? Days)
{
    /// <summary>Waiting longer is no plan: the market changes meanwhile.</summary>
    public const int LongestWait = 84;

    private const double Never = 1e6;

    public bool InTime => Days is <= LongestWait;

    /// <summary>When the range would leave the break-even if the cost stays where it is: (z / ln(cost/break-even))² events, more where days vary more; at least the fifteen that are needed to speak at all.</summary>
    public static Settling Of(CampaignReading reading)
    {
        var cost = reading.Mature;
        var distance = cost.JudgedByReturn(reading.BreakEven) ? Math.Log(cost.Roas!.Value / reading.BreakEven!.Roas!.Value)
            : cost.Cpa is { } cpa && reading.BreakEven?.Cpa is { } limit ? Math.Log(cpa / limit) : double.NaN;

        // A return carries the noise of the values as well as of the count.
        var noise = reading.Dispersion * (cost.JudgedByReturn(reading.BreakEven) ? 1 + cost.Variation * cost.Variation : 1);
        var needed = double.IsFinite(distance) ? noise * Math.Pow(NormalQuantile.TwoSided(.95) / distance, 2) : CampaignLines.Fewest;
        return For(reading, Math.Max(CampaignLines.Fewest, Math.Max(needed, cost.Conversions)));
    }

    /// <summary>Until this many conversions in all.</summary>
    public static Settling For(CampaignReading reading, double needed)
    {
        if (!(needed < Never))
        {
            return new Settling(null, null, null);
        }

        var missing = Math.Max(0, Math.Ceiling(needed) - reading.Mature.Conversions);
        return new Settling(Math.Ceiling(needed), missing, reading.ConversionsPerDay is { } pace && missing / pace < 3650 ? (int)Math.Ceiling(missing / pace) : null);
    }
}
