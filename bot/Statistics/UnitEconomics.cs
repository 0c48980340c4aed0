namespace MentorBot.Statistics;

/// <summary>
/// What one order or one customer leaves, and what it may therefore cost. All money in one currency and on one side of VAT; shares are fractions of 1. Source: facts/statistics.md 3.2 and 4.1.
/// </summary>
internal static class UnitEconomics
{
    /// <summary>Contribution margin of one order: value (1 - cost of goods - fees) - shipping. 60, 45 %, 2 %, 5 leave 26.80. May be negative: then every order loses.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value or shipping that is negative or not finite, a share outside 0..1.</exception>
    public static double Margin(double orderValue, double cogsShare, double feeShare, double shipping)
    {
        Domain.NotNegative(orderValue);
        Domain.Share(cogsShare);
        Domain.Share(feeShare);
        Domain.NotNegative(shipping);
        return orderValue * (1 - cogsShare - feeShare) - shipping;
    }

    /// <summary>The cost per acquisition at which an order leaves nothing: its margin, 0 when the margin is negative.</summary>
    public static double BreakEvenCpa(double margin) => Math.Max(0, margin);

    /// <summary>The return on spend at which an order leaves nothing: value over margin. 60 with 26.80 gives 2.2388.</summary>
    /// <returns>Infinite when the margin is 0 or less: no return pays for the ad.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order's value is not above 0.</exception>
    public static double BreakEvenRoas(double orderValue, double margin)
    {
        Domain.Positive(orderValue);
        return margin > 0 ? orderValue / margin : double.PositiveInfinity;
    }

    /// <summary>The cost per acquisition that leaves a profit of <paramref name="profitShare"/> of the order's value: margin - share × value. 60, 26.80 and 15 % give 17.80. 0 or less: not to be had at any cost.</summary>
    public static double TargetCpa(double orderValue, double margin, double profitShare) => margin - profitShare * orderValue;

    /// <summary>Lifetime value of a customer: revenue per period × gross margin / churn per period. 12, 80 % and 4 % give 240. A constant churn is assumed, which understates those who stay longest.</summary>
    /// <returns>Infinite when nobody leaves.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Revenue negative or not finite, a share outside 0..1.</exception>
    public static double LifetimeValue(double arpu, double grossMargin, double churn)
    {
        Domain.NotNegative(arpu);
        Domain.Share(grossMargin);
        Domain.Share(churn);
        return churn > 0 ? arpu * grossMargin / churn : arpu * grossMargin > 0 ? double.PositiveInfinity : 0;
    }

    /// <summary>
    /// Periods until a customer has paid back what it cost to win: cost / (revenue per period × gross margin). 85, 12 and 80 % give 8.8542; with <paramref name="churn"/> those who leave pay no more,
    /// ln(1 - churn × cost / margin) / ln(1 - churn): 10.7103 at 4 %.
    /// </summary>
    /// <returns>Infinite when it is never paid back.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Money negative or not finite, a share outside 0..1.</exception>
    public static double Payback(double cac, double arpu, double grossMargin, double churn = 0)
    {
        Domain.NotNegative(cac);
        Domain.NotNegative(arpu);
        Domain.Share(grossMargin);
        Domain.Share(churn);
        if (cac == 0)
        {
            return 0;
        }

        var periods = cac / (arpu * grossMargin);
        var left = 1 - churn * periods;
        return churn == 0 || !double.IsFinite(periods) ? periods
            : left < 0 || (left == 0 && churn < 1) ? double.PositiveInfinity
            : churn == 1 ? periods
            : Math.Log(left) / Math.Log(1 - churn);
    }
}
