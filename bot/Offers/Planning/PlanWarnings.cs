using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>What to think of before a test starts. Sources: facts/statistics.md 1.2 and 1.7, facts/coaching.md 6.2.</summary>
internal static class PlanWarnings
{
    /// <summary>Conversions per arm under which a result is wide and fragile.</summary>
    public const double FewConversions = 100;

    private const double TinyLift = .05;
    private const double LargeLift = .5;
    private const double SmallestArmShare = .1;

    public static IReadOnlyList<OfferNote> Of(OfferPlan plan)
    {
        var input = plan.Input;
        var notes = new List<OfferNote>();
        void Add(bool when, string code, params (string, object?)[] values)
        {
            if (when)
            {
                notes.Add(OfferNote.Of(code.StartsWith("mean.", StringComparison.Ordinal) ? code : $"plan.{code}", values));
            }
        }

        var weeks = plan.FullWeeks ?? 0;
        var four = plan.Sights.FirstOrDefault(s => s.Weeks == OfferPlan.UsualWeeks);
        var eight = plan.Sights.FirstOrDefault(s => s.Weeks == OfferPlan.LongWeeks);
        Add(plan.Verdict == PlanVerdict.CannotBePowered, input.IsMean ? "mean.plan.never" : "never", ("weeks", (double)weeks), ("most", (double)OfferPlan.NeverWeeks), ("lift", eight?.Lift), ("difference", eight?.Difference));
        Add(plan.Verdict == PlanVerdict.Long, "long", ("weeks", (double)weeks), ("most", (double)OfferPlan.LongWeeks));
        Add(plan.Underpowered is not null, "underpowered", ("weeks", (double)(plan.Underpowered?.Weeks ?? 0)), ("power", plan.Underpowered?.Exaggeration.Power), ("factor", plan.Underpowered?.Exaggeration.Factor),
            ("wrongSign", plan.Underpowered?.Exaggeration.WrongSign), ("wrongSignCounts", plan.Underpowered?.Exaggeration.WrongSign >= .01 ? true : null));
        Add(four is { Difference: null }, "blind", ("weeks", (double)OfferPlan.UsualWeeks), ("perArm", four?.PerArm));
        Add(plan.Days < 7, "under-a-week", ("days", (double)(plan.Days ?? 0)));
        Add(plan.Days >= 7 && plan.Days % 7 != 0 && plan.Verdict != PlanVerdict.CannotBePowered, "whole-weeks", ("days", (double)(plan.Days ?? 0)), ("weeks", (double)weeks));
        Add(Math.Abs(input.Lift) <= TinyLift * (1 + 1e-9) && (plan.Verdict is PlanVerdict.Long or PlanVerdict.CannotBePowered), "tiny-lift", ("lift", input.Lift), ("total", (double)plan.Total));
        Add(Math.Abs(input.Lift) >= LargeLift, "large-lift", ("lift", input.Lift));
        var least = Math.Min(plan.PerArm, plan.Control);
        Add(least < input.Spread?.EnoughPeople(input), "mean.plan.skewed", ("enough", Math.Ceiling(input.Spread?.EnoughPeople(input) ?? 0)), ("smallest", (double)least));
        Add(!input.IsMean && Math.Min(plan.PerArm, plan.Control) * Math.Min(input.Baseline, input.Target) < FewConversions, "few-conversions", ("conversions", Math.Min(plan.PerArm * input.Target, plan.Control * input.Baseline)), ("fewest", FewConversions));
        var smallest = (double)Math.Min(plan.PerArm, plan.Control) / (plan.PerArm + plan.Control);
        Add(!input.IsEqualSplit && smallest < SmallestArmShare, "lopsided", ("total", (double)plan.Total), ("equal", (double)OfferPlan.EqualTotal(input)), ("share", smallest));
        Add(input.Arms > 2, "many-arms", ("arms", (double)input.Arms), ("comparisons", (double)(input.Arms - 1)), ("alpha", input.AlphaPerArm), ("total", (double)plan.Total),
            ("two", (double)OfferPlan.EqualTotal(input with { Arms = 2 })));
        Add(input.Power < OfferPlanInput.UsualPower, "low-power", ("power", input.Power), ("missed", 1 - input.Power));
        Add(input.Alpha > OfferPlanInput.UsualAlpha, "loose-alpha", ("alpha", input.Alpha));
        AddBaseline(plan, Add);
        return notes;
    }

    /// <summary>A rate from few cases has a range, and so has the size that is built on it.</summary>
    private static void AddBaseline(OfferPlan plan, Action<bool, string, (string, object?)[]> add)
    {
        var input = plan.Input;
        if (input.IsMean || input.BaselineCases is not { } cases || cases >= FewConversions)
        {
            return;
        }

        var range = Proportions.Wilson(cases, cases / input.Baseline);
        double? At(double rate) => rate * (1 + input.Lift) is var to && rate > 0 && to is > 0 and < 1 ? Math.Ceiling(SampleSize.PerArm(rate, to, input.AlphaPerArm, input.Power)) : null;
        add(true, "few-baseline-cases", [("cases", cases), ("rate", input.Baseline), ("low", range.Low), ("high", range.High), ("most", At(range.Low)), ("fewest", At(range.High))]);
    }
}
