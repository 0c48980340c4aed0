using MentorBot.Messages;
using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>The size of an offer test, what it can see, how long it takes. Sizes are R's power.prop.test, not strict, rounded up. Source: facts/statistics.md 1.2.</summary>
internal sealed record OfferPlan
{
    /// <summary>A test longer than this meets holidays, deleted cookies and other campaigns: it needs somebody's agreement.</summary>
    public const int LongWeeks = 8;

    /// <summary>Beyond it a test does not end: "never at this traffic".</summary>
    public const int NeverWeeks = 26;

    /// <summary>The stretch of traffic that "the smallest effect you can see" refers to.</summary>
    public const int UsualWeeks = 4;

    private const double LargestArm = 1e12;

    public required OfferPlanInput Input { get; init; }

    /// <summary>People in each arm that is not the control; in every arm for an equal split.</summary>
    public required long PerArm { get; init; }

    /// <summary>People in the control.</summary>
    public required long Control { get; init; }

    public required long Total { get; init; }

    /// <summary>Days of traffic until everybody is in; null without a daily figure.</summary>
    public long? Days { get; init; }

    /// <summary><see cref="Days"/> in whole weeks, rounded up, because weekdays differ; null without a daily figure.</summary>
    public long? FullWeeks { get; init; }

    /// <summary>Smallest difference of rates, positive, seen with the wished power in 4 weeks of traffic, else with <see cref="PerArm"/>. Null: no difference at all can be seen with so few people.</summary>
    public double? MinimumDetectable { get; init; }

    /// <summary>What 2, 4 and 8 weeks of traffic can see; empty without a daily figure.</summary>
    public IReadOnlyList<TrafficSight> Sights { get; init; } = [];

    /// <summary>Power against people per arm, from nothing to twice the size; the wished power lies at <see cref="PerArm"/>.</summary>
    public IReadOnlyList<(double Users, double Power)> Curve { get; init; } = [];

    /// <summary>What happens when it is stopped after 8 weeks although it needs more; null when it needs no more, or without a daily figure.</summary>
    public UnderpoweredRun? Underpowered { get; init; }

    public required PlanVerdict Verdict { get; init; }

    public IReadOnlyList<OfferNote> Warnings { get; init; } = [];

    /// <returns>The plan, or why there is none. Exactly one is set.</returns>
    public static (OfferPlan? Plan, Refusal? Refusal) Of(OfferPlanInput input)
    {
        if (input.Check() is { } refusal)
        {
            return (null, refusal);
        }

        var (treated, control) = Size(input);
        if (!(treated <= LargestArm && control <= LargestArm))
        {
            return (null, Refusal.Of("offers.refused.too-small-effect", ("from", input.Baseline), ("to", input.Target)));
        }

        var (perArm, inControl) = (Up(treated), Up(control));
        var total = perArm * (input.Arms - 1) + inControl;
        long? days = input.Daily is { } daily ? Up(total / (daily * input.Share)) : null;
        var weeks = (days + 6) / 7;
        var plan = new OfferPlan
        {
            Input = input,
            PerArm = perArm,
            Control = inControl,
            Total = total,
            Days = days,
            FullWeeks = weeks,
            MinimumDetectable = TrafficSight.DifferenceSeen(input, input.Daily is { } perDay ? TrafficSight.PerArmAfter(input, perDay, UsualWeeks) : perArm),
            Sights = input.Daily is { } traffic ? [.. new[] { 2, UsualWeeks, LongWeeks }.Select(w => TrafficSight.Of(input, traffic, w))] : [],
            Curve = [.. Enumerable.Range(1, 40).Select(i => i * perArm / 20.0).Select(n => (n, PowerAt(input, n)))],
            Underpowered = weeks > LongWeeks && input.Daily is { } some ? UnderpoweredRun.Of(input, some, LongWeeks) : null,
            Verdict = weeks is not { } w ? PlanVerdict.TrafficUnknown : w > NeverWeeks ? PlanVerdict.CannotBePowered : w > LongWeeks ? PlanVerdict.Long : PlanVerdict.Fits,
        };
        return (plan with { Warnings = PlanWarnings.Of(plan) }, null);
    }

    /// <param name="perArm">People in each arm that is not the control.</param>
    public static double PowerAt(OfferPlanInput input, double perArm)
    {
        if (input.IsEqualSplit && !input.IsMean)
        {
            return SampleSize.Power(perArm, input.Baseline, input.Target, input.AlphaPerArm);
        }

        return Exaggeration.Of(input.Difference / Error(input, perArm), input.AlphaPerArm).Power;
    }

    /// <summary>Standard error of the difference when both rates are as planned.</summary>
    internal static double Error(OfferPlanInput input, double perArm) =>
        input.Spread?.Error(input, perArm) ?? Math.Sqrt(input.Target * (1 - input.Target) / perArm + input.Baseline * (1 - input.Baseline) / (perArm * (input.ControlPerTreated ?? 1)));

    /// <summary>For an equal split of the same test, to tell what an uneven one costs.</summary>
    internal static long EqualTotal(OfferPlanInput input) => Up(Size(input with { ControlPerTreated = null }).Treated) * input.Arms;

    internal static (double Treated, double Control) Size(OfferPlanInput input)
    {
        if (input.Spread is { } spread)
        {
            return spread.Size(input);
        }

        if (!input.IsEqualSplit)
        {
            return SampleSize.Unequal(input.Baseline, input.Target, input.ControlPerTreated!.Value, input.AlphaPerArm, input.Power);
        }

        var n = SampleSize.PerArm(input.Baseline, input.Target, input.AlphaPerArm, input.Power);
        return (n, n);
    }

    /// <summary>Rounded up; what exceeds a whole number by rounding error alone does not count.</summary>
    private static long Up(double value) => Math.Max(1, (long)Math.Ceiling(value * (1 - 1e-13)));
}

internal enum PlanVerdict
{
    /// <summary>Eight weeks or less.</summary>
    Fits,

    /// <summary>More than eight weeks.</summary>
    Long,

    /// <summary>More than half a year: this effect cannot be seen with this traffic.</summary>
    CannotBePowered,

    TrafficUnknown,
}
