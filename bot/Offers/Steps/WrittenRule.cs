using MentorBot.Coaching;

namespace MentorBot.Offers;

/// <summary>What the rule that was written before the start says of a result, and when to look at it again.</summary>
internal static class WrittenRule
{
    private const int LongestReviewWeeks = 8;

    public static void Know(FlowWalk walk, ReadingGist reading)
    {
        walk.Set("verdict", FlowValue.Of(CodeOf(reading.Decision)));
        walk.Set("held", reading.Held ? FlowValue.Of(true) : null);
        walk.Set("provisional", reading.Provisional ? FlowValue.Of(true) : null);
        walk.Set("rule_says", RuleSays(walk, reading) is { } says ? FlowValue.Of(says) : null);
        walk.Set("review_on", FlowValue.Of(Mornings.Workday(ReviewOn(walk, reading))));
    }

    /// <summary>What the rule says: the range's own side; on a tie what the plan wrote, or nothing when there is no plan or it has been extended already; nothing may ship while something holds it back.</summary>
    private static string? RuleSays(FlowWalk walk, ReadingGist reading) => reading.Decision switch
    {
        OfferDecision.Invalid => null,
        _ when reading.Provisional => OfferDecisions.Continue,
        OfferDecision.Ship => reading.Held ? "hold" : OfferDecisions.Ship,
        OfferDecision.Stop => OfferDecisions.Stop,
        _ => walk.Lookup("plan_tie")?.Text switch { "keep" => OfferDecisions.Stop, "take" => OfferDecisions.Ship, "extend" when walk.Lookup("plan_extended") is null => OfferDecisions.Continue, _ => "tie" },
    };

    private static DateOnly ReviewOn(FlowWalk walk, ReadingGist reading)
    {
        var today = walk.Talk.Today;
        return reading.Provisional && reading.EarliestRead is { } ripe && ripe > today ? ripe
            : reading.Decision switch
            {
                OfferDecision.Invalid => today.AddDays(7),
                OfferDecision.Continue when reading.Weeks is >= 1 and <= LongestReviewWeeks and var weeks => today.AddDays(7 * (int)weeks),
                OfferDecision.Continue => today.AddDays(14),
                _ => today.AddDays(28),
            };
    }

    private static string CodeOf(OfferDecision decision) => decision switch
    {
        OfferDecision.Invalid => "invalid",
        OfferDecision.Ship => OfferDecisions.Ship,
        OfferDecision.Stop => OfferDecisions.Stop,
        _ => OfferDecisions.Continue,
    };
}
