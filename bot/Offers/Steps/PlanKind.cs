using System.Globalization;
using MentorBot.Coaching;
using MentorBot.Messages;

namespace MentorBot.Offers;

/// <summary>
/// Sizes the test from what the flow knows (baseline, weekly, effect_lift or effect_money with value, split, uneven, arms, share, trial, start, fallback) and says it: people per arm, whole weeks,
/// dates, what it can and cannot see, the power curve. Said again only when something of it changed. A test that is run although it cannot be powered ends after eight weeks.
/// Makes known what the sentences, the kept test and the rule need.
/// </summary>
internal sealed class PlanKind(Texts texts) : IStepKind
{
    private const double WeeksPerMonth = 365.25 / 12 / 7;
    private const int RetryDays = 7;
    private const int MostWarnings = 2;

    /// <summary>Said by the plan's own sentences already.</summary>
    private static readonly HashSet<string> Told = ["never", "long", "underpowered", "whole-weeks"];

    private readonly OfferCharts _charts = new(texts);
    private readonly PlanReport _report = new(texts);

    public string Kind => "offer-plan";

    public StepShape Shape(Step step) => new()
    {
        Words = ["fits", "long", "never", "money", "money-mean"],
        Writes =
        [
            "verdict", "lift", "target", "per_arm", "control_size", "total", "weeks", "start_on", "end_on", "read_on", "earliest_read", "detect_lift", "weeks_needed", "run_power", "run_factor",
            "weights", "daily", "trial_days", "see_from", "monthly_extra", "peek_rate", "equal_split", "arithmetic",
        ],
    };

    public ValueTask<StepResult> EnterAsync(FlowWalk walk, Step step, CancellationToken cancellationToken)
    {
        // Once kept, a plan does not move: the run that wakes on the reading date walks past here again.
        if (walk.Lookup("offer_test") is not null || InputOf(walk) is not { } input)
        {
            return ValueTask.FromResult<StepResult>(new StepResult.Go());
        }

        var (plan, refusal) = OfferPlan.Of(input);
        walk.Set("verdict", FlowValue.Of(plan is null ? "refused" : plan.Verdict switch { PlanVerdict.Fits => "fits", PlanVerdict.Long => "long", _ => "never" }));
        var from = string.Create(CultureInfo.InvariantCulture, $"{input}|{StartOf(walk):yyyy-MM-dd}|{walk.Lookup("trial")?.Number}");
        if (plan is not null)
        {
            Know(walk, plan);
            Sentences.Text(walk, "arithmetic", string.Join('\n', _report.Arithmetic(plan, walk.Voice)));
        }

        if (!walk.IsMarked(step, from))
        {
            walk.Mark(step, from);
            Say(walk, step, plan, refusal);
        }

        return ValueTask.FromResult<StepResult>(new StepResult.Go());
    }

    /// <returns>Null while something that it needs is not known.</returns>
    private static OfferPlanInput? InputOf(FlowWalk walk)
    {
        if (Sentences.NumberOf(walk, "baseline") is not { } rate || Sentences.NumberOf(walk, "weekly") is not { } weekly || !(weekly > 0) || LiftOf(walk, rate, weekly) is not { } lift)
        {
            return null;
        }

        var treated = walk.Lookup("split")?.Text == "uneven" ? Sentences.NumberOf(walk, "uneven") : null;
        return new OfferPlanInput(rate, rate * (1 + lift))
        {
            Daily = weekly / 7,
            Arms = (int)(Sentences.NumberOf(walk, "arms") ?? 2),
            Share = Sentences.NumberOf(walk, "share") ?? 1,
            ControlPerTreated = treated is > 0 and < 1 and var t ? (1 - t) / t : null,
            Spread = MeanBaseline.SpreadOf(walk),
            BaselineCases = Sentences.NumberOf(walk, "baseline_cases"),
        };
    }

    /// <summary>Money per month is what so many more conversions a month would bring, were everybody shown the better offer.</summary>
    private static double? LiftOf(FlowWalk walk, double rate, double weekly) =>
        Sentences.NumberOf(walk, "effect_lift")
        ?? (Sentences.NumberOf(walk, "effect_money") is { } money && (MeanBaseline.SpreadOf(walk) is null ? Sentences.NumberOf(walk, "value") : 1) is > 0 and var value ? money / (weekly * WeeksPerMonth * rate * value) : null);

    private static void Know(FlowWalk walk, OfferPlan plan)
    {
        var input = plan.Input;
        var needed = (int)Math.Min(plan.FullWeeks ?? 1, 5000);
        var cut = walk.Lookup("fallback")?.Text == "anyway" && needed > OfferPlan.LongWeeks;
        var weeks = cut ? OfferPlan.LongWeeks : needed;
        var start = StartOf(walk);
        var end = start.AddDays(7 * weeks - 1);
        var trial = (int)(Sentences.NumberOf(walk, "trial") ?? 0);
        var read = trial > 0 ? end.AddDays(trial + RetryDays) : end.AddDays(1);
        var sight = plan.Sights.FirstOrDefault(s => s.Weeks == OfferPlan.UsualWeeks);
        Sentences.Number(walk, "lift", input.Lift, "±%");
        Sentences.Number(walk, "target", input.Target, input.Spread is { } spread ? spread.Currency : "%");
        Sentences.Number(walk, "per_arm", cut ? Math.Floor(TrafficSight.PerArmAfter(input, input.Daily ?? 0, weeks)) : plan.PerArm);
        Sentences.Number(walk, "control_size", plan.Control);
        Sentences.Number(walk, "total", plan.Total);
        Sentences.Number(walk, "weeks", weeks);
        Sentences.Number(walk, "weeks_needed", needed);
        Sentences.Number(walk, "peek_rate", Statistics.Peeking.FalsePositiveRate(7 * weeks), "%");
        Sentences.Day(walk, "start_on", start);
        Sentences.Day(walk, "end_on", end);
        Sentences.Day(walk, "read_on", Mornings.Workday(read));
        Sentences.Day(walk, "earliest_read", trial > 0 ? read : null);
        Sentences.Number(walk, "trial_days", trial > 0 ? trial : null);
        Sentences.Number(walk, "detect_lift", sight?.Lift, "±%");
        Sentences.Number(walk, "see_from", plan.Sights.LastOrDefault()?.Lift, "±%");
        Sentences.Number(walk, "run_power", plan.Underpowered?.Exaggeration.Power, "%");
        Sentences.Number(walk, "run_factor", plan.Underpowered?.Exaggeration.Factor);
        Sentences.Number(walk, "daily", input.Daily * input.Share);
        Sentences.Number(walk, "monthly_extra", input.Daily * 7 * WeeksPerMonth * input.Difference);
        walk.Set("equal_split", FlowValue.Of(input.IsEqualSplit));
        walk.Set("weights", FlowValue.Of(WeightsOf(input)));
    }

    private void Say(FlowWalk walk, Step step, OfferPlan? plan, Refusal? refusal)
    {
        if (plan is null)
        {
            walk.Say(walk.T(refusal!), joinNext: true);
            return;
        }

        if (walk.Lookup("effect_money") is not null)
        {
            walk.Say(walk.Word(step, plan.Input.IsMean ? "money-mean" : "money") ?? "", joinNext: true);
        }

        var word = plan.Verdict switch { PlanVerdict.Fits => "fits", PlanVerdict.Long => "long", _ => "never" };
        var warnings = plan.Warnings.Where(w => !Told.Contains(w.Name)).Take(MostWarnings).Select(w => new TextPart(w.In(texts, walk.Voice)));
        walk.Say([new TextPart(walk.Word(step, word) ?? ""), .. warnings, new CurvePart(_charts.Power(plan, walk.Voice))]);
    }

    private static string WeightsOf(OfferPlanInput input)
    {
        var control = input.ControlPerTreated ?? 1;
        var total = input.Arms - 1 + control;
        var (first, other) = (Math.Round(control / total * 100, 1), Math.Round(1 / total * 100, 1));
        return string.Join(':', Enumerable.Repeat(other, input.Arms - 1).Prepend(first).Select(w => w.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The day that was said, else the Monday to come: whoever comes back to the plan a week later does not start in the past.</summary>
    private static DateOnly StartOf(FlowWalk walk) =>
        walk.State.Answers.GetValueOrDefault("start") is { Assumed: false, Value.Date: { } said } ? said : NextMonday(walk.Talk.Today);

    private static DateOnly NextMonday(DateOnly today)
    {
        var days = ((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7;
        return today.AddDays(days == 0 ? 7 : days);
    }
}
