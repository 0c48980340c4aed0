using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>A sale's worth said back with its arithmetic, so that a wrong part is seen at once.</summary>
internal static class SaleWorthText
{
    /// <summary>"60 € × 45 % = 27 €", with the return that breaks even and, where a profit was named, the cost that leaves it.</summary>
    public static string Arithmetic(FlowWalk walk, SaleWorth worth) => walk.T("campaigns.worth." + (worth.Margin <= 0 ? "loses" : worth.MarginShare is not null && worth is { FeeShare: 0, Fixed: 0 } ? "margin" : "costs"), Values(walk, worth))
        + (worth is { Margin: > 0, TargetCpa: not null } ? " " + walk.T("campaigns.worth.target", Values(walk, worth)) : "");

    /// <summary>A subscriber over the whole time that one stays or over the first year: which of the two a campaign may spend is the person's to say.</summary>
    /// <param name="paid">What one costs today; null where nobody knows.</param>
    public static void AskBack(FlowWalk walk, SaleWorth worth, string code, double? paid, string raw)
    {
        var values = Values(walk, worth);
        var asked = walk.T("campaigns.worth.subscription", [.. values, ("paid", paid), ("knowsPaid", paid is not null), ("payback", paid is { } p && worth.Payback(p) is { } months && double.IsFinite(months) ? months : null), ("paidBack", paid is { } q && double.IsFinite(worth.Payback(q) ?? double.NaN))]);
        var currency = Currency(walk, worth);
        walk.AskBack(code, asked,
            [new PendingOption(walk.T("campaigns.worth.first-year", values), FlowValue.Of(worth.FirstYear!.Value, currency)), new PendingOption(walk.T("campaigns.worth.lifetime", values), FlowValue.Of(worth.BreakEven, currency))], raw);
    }

    public static string Currency(FlowWalk walk, SaleWorth worth) => worth.Currency ?? walk.Lookup("currency")?.Text ?? "";

    private static (string, object?)[] Values(FlowWalk walk, SaleWorth worth) =>
    [
        ("order", worth.OrderValue), ("arpu", worth.Arpu), ("marginShare", worth.MarginShare), ("cogs", worth.CogsShare), ("hasCogs", worth.CogsShare > 0), ("hasShare", worth.MarginShare is not null), ("fee", worth.FeeShare), ("hasFee", worth.FeeShare > 0), ("fixed", worth.Fixed), ("hasFixed", worth.Fixed > 0),
        ("churn", worth.Churn), ("margin", worth.Margin), ("loss", Math.Abs(worth.Margin)), ("breakEven", worth.BreakEven), ("roas", worth.BreakEvenRoas), ("profit", worth.ProfitShare), ("targetCpa", worth.TargetCpa), ("reachable", worth.TargetCpa > 0), ("firstYear", worth.FirstYear),
        ("months", worth.Churn is { } churn ? 1 / churn : null), ("currency", Currency(walk, worth)),
    ];
}
