namespace MentorBot.Statistics;

/// <summary>
/// What the last conversions cost, read from periods with different spends: the question "more budget?" is answered by the marginal cost, never by the average. Source: facts/statistics.md 3.4.
/// Periods must be alike otherwise; two levels draw a line, not a curve, and the curve holds only between the spends that were tried.
/// </summary>
/// <param name="Steps">Between distinct levels of spend, ascending; empty with fewer than two.</param>
/// <param name="Elasticity">
/// Percent more conversions for one percent more spend: slope of ln conversions on ln spend by least squares over the levels with both above 0; null with fewer than two. Below 1: returns diminish.
/// </param>
/// <param name="ElasticityRange">t range of <paramref name="Elasticity"/>; null with fewer than three levels, where nothing tells the noise.</param>
internal sealed record MarginalCost(IReadOnlyList<SpendStep> Steps, double? Elasticity, Interval? ElasticityRange)
{
    private double LogScale { get; init; }

    /// <summary>10,000 → 200 and 15,000 → 260: the step costs 83.33 a conversion (the average says 57.69), elasticity .647, and 20,000 would bring 313.2.</summary>
    /// <param name="levels">One per period, all periods equally long; periods with the same spend are averaged. In any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">Spend or conversions negative or not finite.</exception>
    public static MarginalCost Of(IReadOnlyList<(double Spend, double Conversions)> levels)
    {
        foreach (var (spend, conversions) in levels)
        {
            Domain.NotNegative(spend);
            Domain.NotNegative(conversions);
        }

        var distinct = levels.GroupBy(l => l.Spend).OrderBy(g => g.Key).Select(g => (Spend: g.Key, Conversions: g.Sum(l => l.Conversions), Periods: g.Count())).ToList();
        SpendStep[] steps = [.. distinct.Zip(distinct.Skip(1), SpendStep.Between)];
        var logs = distinct.Where(l => l.Spend > 0 && l.Conversions > 0).Select(l => (X: Math.Log(l.Spend), Y: Math.Log(l.Conversions / l.Periods))).ToList();
        if (LeastSquares.Of(logs) is { } line)
        {
            var half = NormalQuantile.StudentTwoSided(.95, line.Freedom) * line.SlopeError;
            return new MarginalCost(steps, line.Slope, new Interval(line.Slope - half, line.Slope + half)) { LogScale = line.Intercept };
        }

        if (logs.Count != 2)
        {
            return new MarginalCost(steps, null, null);
        }

        var slope = (logs[1].Y - logs[0].Y) / (logs[1].X - logs[0].X);
        return new MarginalCost(steps, slope, null) { LogScale = logs[0].Y - slope * logs[0].X };
    }

    /// <summary>Conversions per period that the power law exp(a) spend^elasticity gives; null without an elasticity. Beyond the spends that were tried it is a guess, and must be said to be one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Spend not above 0.</exception>
    public double? Predict(double spend)
    {
        Domain.Positive(spend);
        return Elasticity is { } e ? Math.Exp(LogScale + e * Math.Log(spend)) : null;
    }
}
