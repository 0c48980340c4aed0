using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>How a plan's figures are said: a rate in percent and points, an average per person in its currency or as a plain number.</summary>
internal static class PlanUnit
{
    /// <summary>The unit of the text helpers <c>value</c> and <c>gap</c>.</summary>
    public static string Of(OfferPlanInput input) => input.Spread is not { } spread ? "percent" : spread.Currency is null ? "number" : "money";

    /// <summary>A signed difference.</summary>
    public static string Gap(OfferPlanInput input, NumberWriter write, double difference) =>
        input.Spread is { } spread ? MeanWords.Gap(write, difference, spread.Currency) : write.Points(difference);

    /// <summary>The sentence for an average where it needs its own, else the one for both.</summary>
    public static string Key(Texts texts, OfferPlanInput input, Voice voice, string key) =>
        input.IsMean && texts.Has(voice.Locale, $"offers.mean.plan.{key}") ? $"offers.mean.plan.{key}" : $"offers.plan.{key}";
}
