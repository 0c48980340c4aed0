namespace MentorBot.Statistics;

/// <summary>
/// Return on ad spend (revenue over spend) with the range that the number of orders and their values leave: orders come as a Poisson count and each has a value of its own, so that
/// var(revenue) = orders (mean value² + deviation²) (compound Poisson). Source: facts/statistics.md 3.1. Normal limits where the orders tell as much as 30 orders of one value, else the gamma limits of
/// Fay and Feuer (1997): the exact Poisson range of orders/(1 + cv²) times mean value (1 + cv²), cv the deviation over the mean.
/// </summary>
/// <remarks>
/// Normal limits hold too seldom on few or very unequal orders (10 orders with exponential values: 87 of 100), the gamma ones 93 of 100 or more from 10 orders on while the deviation is at most the mean. A few
/// giant orders (deviation twice the mean) are beyond both: 86 to 91 of 100 with the deviation given, about 83 with it assumed.
/// </remarks>
/// <param name="Ratio">Revenue for one unit of spend; no unit.</param>
/// <param name="Range">Of <paramref name="Ratio"/>; 0 to infinity without an order, since then nothing is known of an order's value.</param>
/// <param name="DeviationAssumed">No deviation of the order values was given: it was taken as large as their mean (exponential values), which widens the range by 2^.5 against equal values.</param>
internal sealed record ReturnOnSpend(double Ratio, Interval Range, bool DeviationAssumed)
{
    private const double FewestForNormal = 30;

    /// <summary>1,000 spent, 40 orders of 62 (deviation 35): 2.48 (1.597 to 3.363).</summary>
    /// <param name="spend">Above 0, in the currency of <paramref name="revenue"/>.</param>
    /// <param name="revenue">0 or more.</param>
    /// <param name="orders">0 or more; may be fractional, since platforms attribute parts of a conversion.</param>
    /// <param name="valueDeviation">Standard deviation of one order's value, in the same currency.</param>
    /// <exception cref="ArgumentOutOfRangeException">Spend not above 0; revenue, orders or deviation negative or not finite; confidence outside (0, 1).</exception>
    public static ReturnOnSpend Of(double spend, double revenue, double orders, double? valueDeviation = null, double confidence = .95)
    {
        Domain.Positive(spend);
        Domain.NotNegative(revenue);
        Domain.NotNegative(orders);
        Domain.NotNegative(valueDeviation ?? 0);
        var z = NormalQuantile.TwoSided(confidence);
        var ratio = revenue / spend;
        if (orders == 0)
        {
            return new ReturnOnSpend(ratio, new Interval(0, double.PositiveInfinity), valueDeviation is null);
        }

        var value = revenue / orders;
        var deviation = valueDeviation ?? value;
        var per = 1 + deviation * deviation / (value * value);
        if (value > 0 && orders / per < FewestForNormal)
        {
            return new ReturnOnSpend(ratio, PoissonCounts.Range(orders / per, confidence).Map(n => n * per * value / spend), valueDeviation is null);
        }

        var half = z * Math.Sqrt(orders) * Math.Sqrt(value * value + deviation * deviation) / spend;
        return new ReturnOnSpend(ratio, new Interval(Math.Max(0, ratio - half), ratio + half), valueDeviation is null);
    }
}
