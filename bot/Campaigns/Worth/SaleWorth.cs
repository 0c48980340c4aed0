using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>What one sale, or one subscriber, leaves before advertising, put together from its parts. Money in one currency and on one side of VAT, shares are fractions of 1. Source: facts/statistics.md 3.2 and 4.1.</summary>
/// <param name="OrderValue">Of one order; null for a subscription.</param>
/// <param name="Arpu">Of one subscriber per month; null for a single sale.</param>
/// <param name="MarginShare">Left of one unit of sales value; null where the costs are given instead.</param>
/// <param name="Fixed">Costs of one order that do not depend on its value: shipping, a fee in money.</param>
/// <param name="Churn">Share of the subscribers who leave in a month, above 0.</param>
/// <param name="ProfitShare">Share of the order's value that is to be left after advertising; null where breaking even is asked about.</param>
internal sealed record SaleWorth(double? OrderValue, double? Arpu, double? MarginShare, double CogsShare, double FeeShare, double Fixed, double? Churn, double? ProfitShare, string? Currency)
{
    private const double Months = 12;

    public bool IsSubscription => Arpu is not null;

    /// <summary>Left by one order, or by one month of a subscription; negative where every sale loses.</summary>
    public double Margin => IsSubscription ? Arpu!.Value * MarginShare!.Value
        : MarginShare is { } share ? UnitEconomics.Margin(OrderValue!.Value, 1 - share, FeeShare, Fixed)
        : UnitEconomics.Margin(OrderValue!.Value, CogsShare, FeeShare, Fixed);

    /// <summary>Highest cost of one sale that loses nothing; of a subscriber: over the whole time that one stays.</summary>
    public double BreakEven => IsSubscription ? UnitEconomics.LifetimeValue(Arpu!.Value, MarginShare!.Value, Churn!.Value) : UnitEconomics.BreakEvenCpa(Margin);

    /// <summary>Lowest return that loses nothing; null for a subscription, whose sales value is spread over months.</summary>
    public double? BreakEvenRoas => IsSubscription || Margin <= 0 ? null : UnitEconomics.BreakEvenRoas(OrderValue!.Value, Margin);

    /// <summary>Cost of one sale that leaves <see cref="ProfitShare"/>; null without one.</summary>
    public double? TargetCpa => !IsSubscription && ProfitShare is { } share ? UnitEconomics.TargetCpa(OrderValue!.Value, Margin, share) : null;

    /// <summary>Margin of a subscriber's first twelve months, those who leave counted: what is not yet a bet on how long people stay.</summary>
    public double? FirstYear => IsSubscription ? Margin * (1 - Math.Pow(1 - Churn!.Value, Months)) / Churn.Value : null;

    /// <summary>Months that a subscriber takes to pay back what it cost to win, those who leave counted; infinite when never.</summary>
    public double? Payback(double cpa) => IsSubscription ? UnitEconomics.Payback(cpa, Arpu!.Value, MarginShare!.Value, Churn!.Value) : null;

    /// <inheritdoc cref="SaleWorthReader.Read"/>
    public static SaleWorth? Read(string text, string locale) => SaleWorthReader.Read(text, locale);
}
