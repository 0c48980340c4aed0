using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>Guardrails by non-inferiority: "no significant difference" is no proof that nothing got worse. Source: facts/statistics.md 1.8.</summary>
internal static class GuardrailReader
{
    /// <param name="arm">Index in the data's arms of the one that is held against the control.</param>
    /// <returns>Null when neither the plan nor the data has its counts, or they are no counts of these people.</returns>
    public static GuardrailReading? Of(OfferData data, int arm, GuardrailPlan plan)
    {
        var known = data.Others.FirstOrDefault(o => o.Id == plan.Metric || string.Equals(o.Header, plan.Metric, StringComparison.OrdinalIgnoreCase));
        if ((plan.Counts ?? known?.Arms) is not { } arms || arms.Count != data.Arms.Count || !Sound(arms[0]) || !Sound(arms[arm]))
        {
            return null;
        }

        // What must not rise is read as its opposite, which must not fall.
        var (control, treated) = plan.LowerIsBetter ? (Opposite(arms[0]), Opposite(arms[arm])) : (arms[0], arms[arm]);
        var shown = NonInferiority.Of(control, treated, plan.Margin);
        var range = RateDifference.Newcombe(control, treated).Map(d => -d);
        var verdict = shown.Shown ? GuardrailVerdict.Kept : range.Low > 0 ? GuardrailVerdict.Broken : GuardrailVerdict.Unproven;
        var needed = verdict == GuardrailVerdict.Unproven && arms[0].Rate is > 0 and < 1 ? Math.Ceiling(NonInferiority.PerArm(arms[0].Rate, plan.Margin)) : (double?)null;
        return new GuardrailReading(plan, known?.Header ?? plan.Metric, arms[0], arms[arm], -shown.Difference, range, -shown.Lower, verdict, needed);
    }

    private static bool Sound(Arm arm) => arm.Users > 0 && arm.Conversions >= 0 && arm.Conversions <= arm.Users;

    private static Arm Opposite(Arm arm) => new(arm.Users - arm.Conversions, arm.Users);
}
