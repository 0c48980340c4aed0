using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>The part of <see cref="EffectKind"/> that knows an average per person: a gain in its own currency, per person ("0,50 € de plus") or per month.</summary>
internal static class MeanEffect
{
    /// <summary>Money per person becomes the lift that brings it; money per month stays money.</summary>
    /// <param name="perMonth">The text speaks of a month.</param>
    /// <returns>Null where the baseline is a rate, or the money is of a month.</returns>
    public static IReadOnlyList<FlowValue>? Lifts(FlowWalk walk, string baseline, IReadOnlyList<Money> money, bool perMonth, double largestLift)
    {
        if (perMonth || MeanBaseline.SpreadOf(walk, baseline) is not { Currency: not null } || Sentences.NumberOf(walk, baseline) is not (> 0 and var mean))
        {
            return null;
        }

        var lifts = money.Where(m => m.Amount > 0 && m.Amount / mean <= largestLift).Select(m => FlowValue.Of(m.Amount / mean, "±%")).ToList();
        return lifts.Count > 0 ? lifts : null;
    }

    /// <summary>A plan that asks what this traffic shows of the baseline; any target will do, what is seen does not depend on it.</summary>
    /// <returns>Null while the baseline is not known.</returns>
    public static OfferPlanInput? Sight(FlowWalk walk, string baseline) =>
        (Sentences.NumberOf(walk, baseline), MeanBaseline.SpreadOf(walk, baseline)) switch
        {
            ( > 0 and var mean, { } spread) => new OfferPlanInput(mean, mean * (1 + 1e-9)) { Spread = spread },
            ( > 0 and < 1 and var rate, null) => new OfferPlanInput(rate, (1 + rate) / 2),
            _ => null,
        };
}
