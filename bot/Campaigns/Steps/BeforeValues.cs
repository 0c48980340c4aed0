using MentorBot.Messages;

namespace MentorBot.Campaigns;

/// <summary>What a sentence about the plan may name.</summary>
internal sealed class BeforeValues(Texts texts)
{
    private const string Room = "campaign-plans.";

    private readonly BeforeFigures _figures = new(texts);

    /// <summary>Everything a sentence about the plan may name.</summary>
    public IReadOnlyDictionary<string, object?> Of(CampaignPlan plan, CampaignForecast? forecast, LearningNeed? learning, string currency, Voice voice)
    {
        string? Amount(double? value) => value is { } v && double.IsFinite(v) ? _figures.Money(v, currency, voice) : null;
        var result = forecast is not null && plan.Worth is { } worth ? forecast.Result(plan.Budget, worth) : (ThreePoint?)null;
        var first = forecast?.Sensitivity is [{ } widest, ..] && plan is { Worth: { } limit, Cost: { } cost } ? (widest.Factor, Needed: cost.ValueFor(widest.Factor, limit)) : ((CostFactor Factor, double Needed)?)null;
        return new Dictionary<string, object?>
        {
            ["budget"] = Amount(plan.Budget),
            ["days"] = plan.Days,
            ["platform"] = texts.Say(voice, Room + "platform." + plan.Platform),
            ["adSets"] = plan.AdSets,
            ["goal"] = plan.Goal is { } goal ? _figures.Sales(goal, voice) : null,
            ["worth"] = Amount(plan.Worth),
            ["cpaForGoal"] = Amount(plan.CpaForGoal),
            ["salesToBreakEven"] = plan.SalesToBreakEven is { } even ? _figures.Sales(Math.Ceiling(even), voice) : null,
            ["impressions"] = forecast?.Impressions is { } seen ? _figures.Count(seen.Expected, voice) : null,
            ["clicks"] = forecast?.Clicks is { } clicked ? _figures.Count(clicked.Expected, voice) : null,
            ["sales"] = forecast is null ? null : _figures.Sales(forecast.Sales.Expected, voice),
            ["salesCount"] = forecast?.Sales.Expected,
            ["salesRange"] = forecast is null ? null : _figures.SalesRange(forecast.Sales, voice),
            ["salesHigh"] = forecast is null ? null : _figures.Sales(forecast.Sales.High, voice),
            ["cpa"] = Amount(forecast?.Cpa.Expected),
            ["cpaRange"] = forecast is null ? null : _figures.Range(forecast.Cpa, currency, voice),
            ["cpaLow"] = Amount(forecast?.Cpa.Low),
            ["cpaHigh"] = Amount(forecast?.Cpa.High),
            ["result"] = Amount(result?.Expected is { } r ? Math.Abs(r) : null),
            ["loses"] = result?.Expected < 0,
            ["precision"] = forecast is { Sales.Expected: >= 1 } ? Math.Round(CampaignForecast.Precision(forecast.Sales.Expected), 2) : null,
            ["lever"] = first is { } lever ? _figures.Name(lever.Factor.Code, voice) : null,
            ["leverNeeded"] = first is { } l && (l.Factor.RaisesCost || l.Needed < 1) ? _figures.Input(l.Factor, l.Needed, currency, voice) : null,
            ["leverExpected"] = first is { } e ? _figures.Input(e.Factor, e.Factor.Value.Expected, currency, voice) : null,
            ["learningEvents"] = learning?.Rule.Events,
            ["learningDays"] = learning?.Rule.Days,
            ["verified"] = learning?.Rule.Verified,
            ["perAdSet"] = learning?.Rule.PerAdSet,
            ["units"] = learning?.Units,
            ["expectedEvents"] = learning is null ? null : _figures.Sales(learning.Expected, voice),
            ["expectedAlone"] = learning is null ? null : _figures.Sales(learning.Expected * learning.Units, voice),
            ["budgetPerUnit"] = Amount(learning?.BudgetPerUnit),
            ["unitsFed"] = learning?.UnitsFed,
        };
    }
}
