using MentorBot.Statistics;

namespace MentorBot.Campaigns;

/// <summary>How one would learn what the campaign added, and what that takes. Sources: facts/statistics.md 3.3.</summary>
/// <param name="Way">holdout, geo, pause or none.</param>
/// <param name="Feasible">Null when it cannot be told from the plan.</param>
/// <param name="People">For a holdout: people needed in all, the held-out share included; null when the plan cannot be sized.</param>
/// <param name="Reached">For a holdout: people the budget reaches, at <see cref="AssumedFrequency"/>.</param>
internal sealed record IncrementalityPlan(string Way, bool? Feasible, double? People = null, double? Reached = null)
{
    /// <summary>Impressions per person reached; an assumption, said.</summary>
    public const double AssumedFrequency = 3;

    /// <summary>Share of the sales that would have come anyway, in the case the test must be able to show; an assumption, said.</summary>
    public const double AssumedAnyway = .5;

    public const double HeldOutShare = .2;

    public const int Regions = 20;
    public const int DaysBefore = 25;
    public const int DaysDuring = 15;

    public static IncrementalityPlan Of(string way, CampaignPlan plan, CampaignForecast? forecast) => way switch
    {
        "holdout" => Holdout(forecast),
        "geo" => new(way, plan.Days >= DaysDuring),
        "pause" => new(way, plan.Platform == "google" ? true : null),
        _ => new("none", false),
    };

    private static IncrementalityPlan Holdout(CampaignForecast? forecast)
    {
        if (forecast?.Impressions is not { } impressions)
        {
            return new("holdout", null);
        }

        var reached = impressions.Expected / AssumedFrequency;
        var rate = forecast.Sales.Expected / reached;
        if (rate is not (> 0 and < 1))
        {
            return new("holdout", null, Reached: reached);
        }

        var (treated, held) = SampleSize.Unequal(rate * AssumedAnyway, rate, HeldOutShare / (1 - HeldOutShare));
        return new("holdout", treated + held <= reached, treated + held, reached);
    }
}
