using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>What some money brought, with its uncertainty. Source: facts/statistics.md 3.1.</summary>
/// <param name="Spend">In the file's currency, 0 or more.</param>
/// <param name="Conversions">0 or more; platforms count fractions.</param>
/// <param name="Value">Sales value of the conversions; null where the file has none.</param>
/// <param name="Cpa">Spend per conversion; null without a conversion.</param>
/// <param name="CpaRange">95 %, from the exact Poisson range of the count; High is infinite without a conversion.</param>
/// <param name="Roas">Value per unit of spend; null where nothing was spent or no value is known.</param>
/// <param name="Variation">Standard deviation of one sale's value over its mean, as <see cref="OrderValues"/> knows it.</param>
internal sealed record CampaignCost(double Spend, double Conversions, double? Value, double? Cpa, Interval CpaRange, double? Roas, double Variation)
{
    private double Dispersion { get; init; } = 1;

    /// <summary>95 %, compound Poisson (<see cref="ReturnOnSpend"/>); null as <see cref="Roas"/>.</summary>
    public Interval? RoasRange => Roas is null ? null : ReturnOnSpend.Of(Spend / Dispersion, Value!.Value / Dispersion, Conversions / Dispersion, Variation).Range;

    /// <param name="dispersion">How many times more than by counting noise the conversions vary, 1 or more: 2 makes the ranges those of half as many conversions.</param>
    public static CampaignCost Of(double spend, double conversions, double? value, double dispersion = 1, double variation = OrderValues.Assumed)
    {
        (spend, conversions) = (Math.Max(0, spend), Math.Max(0, conversions));
        var counts = PoissonCounts.Range(conversions / dispersion);
        var range = new Interval(spend / dispersion / counts.High, counts.Low > 0 ? spend / dispersion / counts.Low : double.PositiveInfinity);
        double? back = value is >= 0 && spend > 0 && conversions > 0 ? value / spend : null;
        return new CampaignCost(spend, conversions, value, conversions > 0 ? spend / conversions : null, range, back, variation) { Dispersion = dispersion };
    }

    /// <summary>Several together.</summary>
    public static CampaignCost Sum(IReadOnlyCollection<CampaignCost> parts, double dispersion = 1) =>
        Of(parts.Sum(c => c.Spend), parts.Sum(c => c.Conversions), parts.All(c => c.Value is not null) ? parts.Sum(c => c.Value) : null, dispersion, parts.Select(c => c.Variation).DefaultIfEmpty(OrderValues.Assumed).Max());

    public CampaignCost WithDispersion(double dispersion) => Of(Spend, Conversions, Value, dispersion, Variation);

    /// <summary>Whether this pays: judged on the return where the break-even comes from a margin and the value is known, else on the cost per conversion.</summary>
    public Standing Against(BreakEvenPoint? point)
    {
        if (JudgedByReturn(point))
        {
            var range = RoasRange!.Value;
            return range.Low > point!.Roas ? Standing.Pays : range.High < point.Roas ? Standing.Loses : Standing.Open;
        }

        return point?.Cpa is not { } limit || Spend <= 0 ? Standing.Unknown
            : CpaRange.High < limit ? Standing.Pays
            : CpaRange.Low > limit ? Standing.Loses
            : Standing.Open;
    }

    /// <summary>Chance of a result at most as good, and of one at least as good, if this cost exactly its break-even.</summary>
    /// <param name="dispersion">As in <see cref="Of"/>.</param>
    /// <returns>Null without a break-even or without spend.</returns>
    public (double AsBad, double AsGood)? ChanceAt(BreakEvenPoint? point, double dispersion = 1)
    {
        if (JudgedByReturn(point))
        {
            // The noise that there would be at the break-even, or that there is, whichever is more.
            var (seen, limit) = (Conversions / dispersion, point!.Roas!.Value);
            var error = Math.Sqrt((1 + Variation * Variation) / seen * Roas!.Value * Math.Max(Roas.Value, limit));
            var z = error > 0 ? (Roas.Value - limit) / error : 0;
            var one = NormalQuantile.TwoSidedP(z) / 2;
            return z > 0 ? (1 - one, one) : (one, 1 - one);
        }

        return point?.Cpa is not { } each || Spend <= 0 ? null : PoissonTail.Of(Conversions / dispersion, Spend / each / dispersion);
    }

    public bool JudgedByReturn(BreakEvenPoint? point) => point is { Source: BreakEvenSource.Margin, Roas: not null } && Roas is not null;
}

/// <summary>Where a range stands against the break-even.</summary>
internal enum Standing
{
    /// <summary>No break-even is known.</summary>
    Unknown,

    /// <summary>The whole range is on the good side.</summary>
    Pays,

    /// <summary>The range holds the break-even.</summary>
    Open,

    /// <summary>The whole range is on the bad side.</summary>
    Loses,
}
