using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>What more money brought, from weeks at distinct spend levels. Source: facts/statistics.md 3.4.</summary>
/// <param name="Levels">Cheapest first; one level says nothing about the next euro.</param>
/// <param name="Steps">From each level to the next: cost of one additional conversion, null where none came; one fewer than levels.</param>
/// <param name="Elasticity">Of conversions to spend; null under two levels.</param>
internal sealed record SpendResponse(IReadOnlyList<SpendLevel> Levels, IReadOnlyList<MarginalStep> Steps, double? Elasticity)
{
    /// <summary>Levels from which the last step is judged; below, a budget step is asked for.</summary>
    public const int FewestLevels = 3;

    public bool Enough => Levels.Count >= FewestLevels;

    public MarginalStep? Last => Steps.Count > 0 ? Steps[^1] : null;

    /// <summary>The last additional conversion cost more than it may, or none came.</summary>
    public bool LastStepLoses(double breakEvenCpa) => Last is { } last && !(last.Cost <= breakEvenCpa);
}

/// <param name="Weeks">Whole weeks seen at this level.</param>
/// <param name="Spend">Per week.</param>
/// <param name="Conversions">Per week.</param>
/// <param name="Range">95 % of <paramref name="Conversions"/>.</param>
internal sealed record SpendLevel(int Weeks, double Spend, double Conversions, Interval Range);

/// <param name="FromSpend">Per week, like every figure here.</param>
/// <param name="Cost">Of one additional conversion; null where the higher level brought no more.</param>
/// <param name="Range">95 %; High is infinite when the additional conversions may be none.</param>
internal sealed record MarginalStep(double FromSpend, double ToSpend, double FromConversions, double ToConversions, double? Cost, Interval Range);
