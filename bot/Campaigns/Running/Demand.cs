namespace MentorBot.Campaigns;

/// <summary>Whom the results come from, and who counted them.</summary>
internal static class Demand
{
    public static DemandShares Of(CampaignColumns columns, IReadOnlyList<CampaignLine> lines, CampaignOptions options)
    {
        var (spend, results) = (lines.Sum(l => l.Cost.Spend), lines.Sum(l => l.Cost.Conversions));
        double Share(DemandKind kind) => lines.Where(l => l.Demand == kind).Sum(l => results > 0 ? l.Cost.Conversions / results : l.Cost.Spend / spend);
        var named = lines.Any(l => l.Demand != DemandKind.New);
        var rest = lines.Where(l => l.Demand == DemandKind.New).Select(l => l.Cost).ToArray();
        return new DemandShares(
            Fraction(options.BrandShare) ?? Share(DemandKind.Brand),
            Fraction(options.RetargetingShare) ?? Share(DemandKind.Retargeting),
            Fraction(options.ViewThroughShare) ?? ViewThrough(columns),
            options.BrandShare is not null || options.RetargetingShare is not null,
            named && rest.Length > 0 ? CampaignCost.Sum(rest) : null);
    }

    public static PlatformGap? Gap(CampaignCost total, CampaignOptions options) =>
        options.AnalyticsConversions is > 0 and var counted && double.IsFinite(counted) && total.Conversions > 0
            ? new PlatformGap(total.Conversions, counted, total.Conversions / counted, CampaignCost.Of(total.Spend, counted, total.Value is { } value ? value * counted / total.Conversions : null, variation: total.Variation))
            : null;

    private static double? ViewThrough(CampaignColumns columns) =>
        columns.Sum("conversions_view", _ => true) is { } views && columns.Sum("conversions_click", _ => true) is { } clicks && views + clicks > 0 ? views / (views + clicks) : null;

    private static double? Fraction(double? share) => share is >= 0 and <= 1 ? share : null;
}
