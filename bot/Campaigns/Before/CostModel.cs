namespace MentorBot.Campaigns;

/// <summary>One assumption behind the cost of a sale.</summary>
/// <param name="Code">cpm, cpc, cpa, ctr or cvr.</param>
/// <param name="RaisesCost">True: the cost grows with it (a price). False: it falls with it (a rate).</param>
internal sealed record CostFactor(string Code, ThreePoint Value, bool RaisesCost)
{
    /// <summary>The value that makes a sale dearest.</summary>
    public double Worst => RaisesCost ? Value.High : Value.Low;

    public double Best => RaisesCost ? Value.Low : Value.High;
}

/// <summary>
/// The cost of a sale (CPA) as a product: CPM / (1000 x CTR x CVR), or CPC / CVR, or a CPA that was given. Source: facts/statistics.md 2.3.
/// </summary>
internal sealed record CostModel(IReadOnlyList<CostFactor> Factors)
{
    private const double PerThousand = 1000;

    /// <summary>The expected cost of one sale: CPM 8, CTR 1.2 %, CVR 3 % give 22.22.</summary>
    public double Cpa => CpaWith(f => f.Value.Expected);

    /// <returns>Null when too little was given to cost a sale.</returns>
    /// <param name="typed">By code; rates as fractions.</param>
    public static CostModel? Of(IReadOnlyDictionary<string, ThreePoint> typed, RateSource source)
    {
        CostFactor Factor(string code) => code switch
        {
            "ctr" or "cvr" => new CostFactor(code, SourceWidth.Widen(typed[code], source, raisesCost: false).AtMost(1), RaisesCost: false),
            _ => new CostFactor(code, SourceWidth.Widen(typed[code], source, raisesCost: true), RaisesCost: true),
        };
        return Ways.FirstOrDefault(way => way.All(typed.ContainsKey)) is { } complete ? new CostModel([.. complete.Select(Factor)]) : null;
    }

    /// <summary>What can stand for a cost of a sale, the most detailed first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Ways { get; } = [["cpm", "ctr", "cvr"], ["cpc", "cvr"], ["cpa"]];

    public CostFactor? Find(string code) => Factors.FirstOrDefault(f => f.Code == code);

    public double CpaWith(Func<CostFactor, double> value) =>
        Factors.Aggregate(Find("cpm") is null ? 1 : 1 / PerThousand, (cost, f) => f.RaisesCost ? cost * value(f) : cost / value(f));

    /// <summary>The cost of one click; null where clicks are not part of the plan.</summary>
    public CostModel? OfClick => Find("cpm") is { } cpm && Find("ctr") is { } ctr ? new([cpm, ctr]) : Find("cpc") is { } cpc ? new([cpc]) : null;

    /// <summary>What one factor would have to be for a sale to cost exactly <paramref name="cpa"/>, the others as expected; above 1 a rate cannot do it alone.</summary>
    public double ValueFor(CostFactor factor, double cpa) => factor.RaisesCost ? factor.Value.Expected * cpa / Cpa : factor.Value.Expected * Cpa / cpa;

    /// <summary>
    /// The cost's range when every factor's range is an independent 95 % range: each side adds the squares of the logarithms of its worst (best) over expected values,
    /// and of <paramref name="noise"/>, itself a logarithm.
    /// </summary>
    public (double Low, double High) Spread(double noise = 0)
    {
        double Side(Func<CostFactor, double> end) => Math.Sqrt(Factors.Sum(f => Squared(Math.Log(end(f) / f.Value.Expected))) + Squared(noise));
        return (Cpa * Math.Exp(-Side(f => f.Best)), Cpa * Math.Exp(Side(f => f.Worst)));
    }

    private static double Squared(double value) => value * value;
}
