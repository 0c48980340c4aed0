namespace MentorBot.Campaigns;

/// <summary>What the person said besides the figures.</summary>
/// <param name="Tested">Codes of what was tested: tag, utm, consent, dedup, page; or all.</param>
/// <param name="Excludes">The audience names who is left out.</param>
internal sealed record LaunchChecks(IReadOnlyCollection<string> Tested, RateSource? Source, bool Excludes, IncrementalityPlan Incrementality)
{
    /// <summary>In <see cref="Tested"/>: all of it.</summary>
    public const string Everything = "all";
}

/// <summary>The campaign's weak spots, the costliest first, and what they come to. Each has its sentence and its fix in the texts, by code.</summary>
/// <param name="Codes">tag-untested, losing, no-break-even, likely-losing, consent-untested, no-rates, goal-out-of-reach, starved, too-thin, double-count, too-few-sales, borrowed-rates, unproven, goal-stretch, no-exclusion, no-incrementality, page-unchecked, no-utm.</param>
/// <param name="Advice">launch, reduce, delay or test.</param>
internal sealed record WeakPoints(IReadOnlyList<string> Codes, string Advice)
{
    /// <summary>Under it a CPA is not known within ± 35 %: two ordinary campaigns differ by a third. Source: facts/statistics.md 3.1.</summary>
    public const double FewSales = 30;

    private static readonly HashSet<string> Delays = ["tag-untested", "consent-untested", "double-count", "losing", "no-break-even"];
    private static readonly HashSet<string> Tests = ["no-rates", "likely-losing", "starved", "too-few-sales", "borrowed-rates"];
    private static readonly HashSet<string> Reduces = ["too-thin", "goal-out-of-reach"];

    public static WeakPoints Of(CampaignPlan plan, CampaignForecast? forecast, LearningNeed? learning, LaunchChecks checks)
    {
        var standing = forecast?.Against(plan.Worth) ?? (plan is { Worth: { } worth, CpaForGoal: { } needed } && needed > worth ? Outlook.LikelyLosing : Outlook.Unknown);
        var goal = forecast?.Towards(plan.Goal) ?? GoalReach.None;
        bool Missing(string check) => !checks.Tested.Contains(LaunchChecks.Everything) && !checks.Tested.Contains(check);
        (string Code, bool Holds)[] all =
        [
            ("tag-untested", Missing("tag")),
            ("losing", standing == Outlook.Losing),
            ("no-break-even", plan.Worth is null),
            ("likely-losing", standing == Outlook.LikelyLosing),
            ("consent-untested", Missing("consent")),
            ("no-rates", forecast is null),
            ("goal-out-of-reach", goal == GoalReach.OutOfReach),
            ("starved", learning is { UnitsFed: 0 }),
            ("too-thin", learning is { UnitsFed: > 0, IsFed: false }),
            ("double-count", Missing("dedup")),
            ("too-few-sales", forecast?.Sales.Expected < FewSales),
            ("borrowed-rates", forecast is not null && checks.Source is not (null or RateSource.Own)),
            ("unproven", standing == Outlook.Unproven),
            ("goal-stretch", goal == GoalReach.Stretch),
            ("no-exclusion", !checks.Excludes),
            ("no-incrementality", checks.Incrementality.Feasible != true),
            ("page-unchecked", Missing("page")),
            ("no-utm", Missing("utm")),
        ];
        var codes = all.Where(w => w.Holds).Select(w => w.Code).ToList();
        var advice = codes.Exists(Delays.Contains) ? "delay" : codes.Exists(Tests.Contains) ? "test" : codes.Exists(Reduces.Contains) ? "reduce" : "launch";
        return new WeakPoints(codes, advice);
    }
}
