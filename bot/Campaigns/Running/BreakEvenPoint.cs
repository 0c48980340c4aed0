namespace MentorBot.Campaigns;

/// <summary>Where a sale stops paying for its advertising. Source: facts/statistics.md 3.2.</summary>
/// <param name="Cpa">Highest cost per conversion; null where it cannot be known (a margin without any value).</param>
/// <param name="Roas">Lowest return; null where the point was given as a cost.</param>
internal sealed record BreakEvenPoint(double? Cpa, double? Roas, BreakEvenSource Source)
{
    /// <param name="value">Sales value of all conversions; null where the file has none.</param>
    /// <returns>Null when nobody gave a break-even or a margin.</returns>
    public static BreakEvenPoint? Of(CampaignOptions options, double conversions, double? value)
    {
        if (options.BreakEvenCpa is > 0 and var typed && double.IsFinite(typed))
        {
            return new BreakEvenPoint(typed, null, BreakEvenSource.Cost);
        }

        if (options.Margin is not (> 0 and <= 1))
        {
            return null;
        }

        var each = value is > 0 && conversions > 0 ? value / conversions : options.OrderValue is > 0 ? options.OrderValue : null;
        return new BreakEvenPoint(each * options.Margin, value is > 0 ? 1 / options.Margin : null, BreakEvenSource.Margin);
    }

    /// <summary>The point for a part of the campaign whose conversions may be worth more or less.</summary>
    public BreakEvenPoint For(CampaignCost part) =>
        Source == BreakEvenSource.Margin && Roas is { } roas && part is { Value: > 0 and var value, Conversions: > 0 } ? this with { Cpa = value / part.Conversions / roas } : this;
}

internal enum BreakEvenSource
{
    /// <summary>Given as a cost per conversion.</summary>
    Cost,

    /// <summary>Made of a margin and the value of the sales.</summary>
    Margin,
}
