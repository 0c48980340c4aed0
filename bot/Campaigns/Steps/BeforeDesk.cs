using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>The plan as the answers of a flow make it. The names are those of challenge-campaign-before's questions.</summary>
internal static class BeforeDesk
{
    /// <summary>Lists of words of a step, of every language: people mix them.</summary>
    public static Func<string, IReadOnlyList<string>> WordsOf(FlowWalk walk, string step) =>
        name => [.. walk.Flow.Words.Values.SelectMany(w => w.List($"{step}.{name}")).Distinct()];

    /// <returns>Null until a budget is known.</returns>
    public static CampaignPlan? PlanOf(FlowWalk walk) =>
        walk.Lookup("budget")?.Number is not (> 0 and var budget) ? null
        : new CampaignPlan(budget, Math.Max(1, (int)Math.Round(walk.Lookup("days")?.Number ?? 28)), walk.Lookup("platform")?.Text ?? "other", Math.Max(1, (int)Math.Round(walk.Lookup("ad_sets")?.Number ?? 1)),
            walk.Lookup("goal")?.Number is > 0 and var goal ? goal : null, walk.Lookup("worth")?.Number is > 0 and var worth ? worth : null,
            RatesOf(walk) is { } rates ? CostModel.Of(rates.Typed, SourceOf(walk) ?? RateSource.Own) : null);

    public static RatesLine? RatesOf(FlowWalk walk) =>
        walk.State.Answers.GetValueOrDefault("rates") is { Value.Plain: not null } answer ? RatesLine.Read(answer.Raw, walk.Voice.Locale, WordsOf(walk, "rates")) : null;

    public static RateSource? SourceOf(FlowWalk walk) => walk.Lookup("source")?.Text switch
    {
        "own" => RateSource.Own,
        "best-week" => RateSource.BestWeek,
        "benchmark" => RateSource.Benchmark,
        "guess" => RateSource.Guess,

        // Asked, and not known.
        null when walk.State.Answers.ContainsKey("source") => RateSource.Guess,
        _ => null,
    };

    public static string Code(RateSource source) => source switch
    {
        RateSource.Own => "own",
        RateSource.BestWeek => "best-week",
        RateSource.Benchmark => "benchmark",
        _ => "guess",
    };

    public static string Currency(FlowWalk walk) =>
        walk.Lookup("budget")?.Unit is { Length: > 0 } said ? said : walk.Lookup("worth")?.Unit is { Length: > 0 } worth ? worth : RatesOf(walk)?.Currency ?? "";

    /// <summary>The cost of a sale that later steps count with: the forecast one, else what the goal asks for, else what a sale is worth.</summary>
    public static double? CpaToPlanWith(CampaignPlan plan, CampaignForecast? forecast) => forecast?.Cpa.Expected ?? plan.CpaForGoal ?? plan.Worth;

    public static LearningNeed? LearningOf(CampaignPlan plan, CampaignForecast? forecast) => CpaToPlanWith(plan, forecast) is { } cpa ? LearningNeed.Of(plan, cpa) : null;

    public static LaunchChecks ChecksOf(FlowWalk walk, CampaignPlan plan, CampaignForecast? forecast) => new(
        walk.Lookup("tracking")?.List ?? [], SourceOf(walk), walk.Lookup("audience_excludes")?.Flag == true,
        IncrementalityPlan.Of(walk.Lookup("incrementality")?.Text ?? "none", plan, forecast));

    /// <summary>What the plan rests on: a step that has read exactly this has nothing new to say.</summary>
    public static string Mark(FlowWalk walk, params string[] names) =>
        string.Join('|', names.Select(n => walk.State.Answers.GetValueOrDefault(n) is { } a ? $"{a.Raw}:{a.Value.Number}:{a.Value.Text}" : ""));
}
