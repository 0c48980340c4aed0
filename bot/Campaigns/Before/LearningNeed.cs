namespace MentorBot.Campaigns;

/// <summary>How many optimisation events a platform's bidding needs, per <paramref name="Days"/>, before it is out of learning. Source: facts/statistics.md 3.5.</summary>
/// <param name="PerAdSet">False: per campaign.</param>
/// <param name="Verified">False: commonly quoted, not found in the platform's own pages.</param>
internal sealed record LearningRule(double Events, int Days, bool PerAdSet, bool Verified)
{
    public static LearningRule? Of(string platform) => platform switch
    {
        "meta" => new(50, 7, PerAdSet: true, Verified: true),
        "tiktok" => new(50, 7, PerAdSet: true, Verified: false),
        "google" => new(30, 30, PerAdSet: false, Verified: false),
        _ => null,
    };
}

/// <summary>A budget against what the platform's learning needs.</summary>
/// <param name="Expected">Sales expected per learning unit (ad set or campaign) within the rule's days.</param>
/// <param name="BudgetPerUnit">What one unit must spend within the rule's days: events x CPA.</param>
/// <param name="UnitsFed">Whole units that the budget can feed; 0 when not even one.</param>
internal sealed record LearningNeed(LearningRule Rule, int Units, double Expected, double BudgetPerUnit, int UnitsFed)
{
    public bool IsFed => UnitsFed >= Units;

    /// <returns>Null when the platform has no known rule.</returns>
    /// <param name="cpa">Of the event that the platform optimises for.</param>
    public static LearningNeed? Of(CampaignPlan plan, double cpa)
    {
        if (LearningRule.Of(plan.Platform) is not { } rule)
        {
            return null;
        }

        var units = rule.PerAdSet ? Math.Max(1, plan.AdSets) : 1;
        var spend = plan.Budget / plan.Days * rule.Days;
        var needed = rule.Events * cpa;
        return new LearningNeed(rule, units, spend / cpa / units, needed, (int)Math.Min(1000, Math.Floor(spend / needed)));
    }
}
