namespace MentorBot.Campaigns;

/// <summary>A paid campaign before it starts.</summary>
/// <param name="Budget">In the campaign's currency, positive.</param>
/// <param name="Days">One or more.</param>
/// <param name="Platform">meta, google, tiktok, linkedin or other.</param>
/// <param name="Goal">Sales (leads, subscriptions) aimed at; null when none was set.</param>
/// <param name="Worth">What one sale leaves once product, delivery and fees are paid: the break-even CPA (facts/statistics.md 3.2). Null when unknown.</param>
/// <param name="Cost">Null when no rates were given.</param>
internal sealed record CampaignPlan(double Budget, int Days, string Platform, int AdSets, double? Goal, double? Worth, CostModel? Cost)
{
    /// <summary>What a sale may cost for the goal to be met with this budget.</summary>
    public double? CpaForGoal => Goal is > 0 and { } goal ? Budget / goal : null;

    /// <summary>Sales that pay the budget back.</summary>
    public double? SalesToBreakEven => Worth is > 0 and { } worth ? Budget / worth : null;
}
