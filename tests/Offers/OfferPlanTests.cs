using CsCheck;
using MentorBot.Offers;

namespace MentorBot.Tests.Offers;

/// <summary>Sizes are R's (facts/statistics.md 1.2).</summary>
public sealed class OfferPlanTests
{
    [Theory]
    [InlineData(.20, .25, 1094)]
    [InlineData(.10, .12, 3841)]
    [InlineData(.02, .023, 36_693)]
    [InlineData(.03, .036, 13_914)]
    [InlineData(.05, .055, 31_234)]
    public void The_size_of_an_arm_is_that_of_R_rounded_up(double from, double to, long perArm) =>
        Assert.Equal(perArm, Told.Plan(new OfferPlanInput(from, to)).PerArm);

    [Fact]
    public void Two_thousand_four_hundred_a_day_take_twelve_days_and_so_two_full_weeks()
    {
        var plan = Told.Plan(new OfferPlanInput(.03, .036) { Daily = 2400 });

        Assert.Equal((27_828L, 12L, 2L), (plan.Total, plan.Days!.Value, plan.FullWeeks!.Value));
        Assert.Contains("whole-weeks", Codes(plan));
        Assert.Equal(PlanVerdict.Fits, plan.Verdict);
    }

    [Fact]
    public void Half_of_the_traffic_takes_twice_the_days() =>
        Assert.Equal(24, Told.Plan(new OfferPlanInput(.03, .036) { Daily = 2400, Share = .5 }).Days);

    [Fact]
    public void Without_traffic_there_are_no_days_and_the_smallest_effect_is_that_of_the_size()
    {
        var plan = Told.Plan(new OfferPlanInput(.03, .036));

        Assert.Null(plan.Days);
        Assert.Null(plan.FullWeeks);
        Assert.Equal(.006, plan.MinimumDetectable!.Value, 1e-6);
    }

    [Fact]
    public void With_traffic_the_smallest_effect_is_that_of_four_weeks()
    {
        // 5,000 per arm at 3 % see 4.0317 % (facts 1.2; R's search stops at 5e-6).
        var plan = Told.Plan(new OfferPlanInput(.03, .036) { Daily = 10_000 / 28.0 });

        Assert.Equal(.01031651626, plan.MinimumDetectable!.Value, 5e-6);
    }

    [Fact]
    public void A_loss_is_planned_on_its_own_side()
    {
        var plan = Told.Plan(new OfferPlanInput(.03, .024));

        Assert.Equal(.006, plan.MinimumDetectable!.Value, 1e-6);
        Assert.True(plan.PerArm < 13_914);
    }

    [Fact]
    public void Three_arms_share_alpha()
    {
        var plan = Told.Plan(new OfferPlanInput(.03, .036) { Arms = 3 });

        Assert.Equal(Told.Plan(new OfferPlanInput(.03, .036) { Alpha = .025 }).PerArm, plan.PerArm);
        Assert.Equal(3 * plan.PerArm, plan.Total);
        Assert.Contains("many-arms", Codes(plan));
    }

    [Theory]
    [InlineData(2, 10_739, 21_478)]
    [InlineData(4, 9_153, 36_610)]
    [InlineData(9, 8_272, 74_442)]
    public void An_uneven_split_costs_people(double times, long treated, long control)
    {
        var plan = Told.Plan(new OfferPlanInput(.03, .036) { ControlPerTreated = times });

        Assert.Equal((treated, control), (plan.PerArm, plan.Control));
    }

    [Fact]
    public void A_lopsided_split_is_questioned() => Assert.Contains("lopsided", Codes(Told.Plan(new OfferPlanInput(.03, .036) { ControlPerTreated = 19 })));

    [Fact]
    public void More_than_eight_weeks_is_long_and_shows_what_stopping_there_does()
    {
        var plan = Told.Plan(new OfferPlanInput(.03, .036) { Daily = 300 });

        Assert.Equal((PlanVerdict.Long, 14L), (plan.Verdict, plan.FullWeeks!.Value));
        Assert.InRange(plan.Underpowered!.Exaggeration.Factor, 1.1, 1.5);
        Assert.Contains("long", Codes(plan));
        Assert.Contains("underpowered", Codes(plan));
    }

    [Fact]
    public void More_than_half_a_year_cannot_be_powered()
    {
        var plan = Told.Plan(new OfferPlanInput(.02, .0202) { Daily = 70 });

        Assert.Equal(PlanVerdict.CannotBePowered, plan.Verdict);
        Assert.Contains("never", Codes(plan));
        Assert.Contains("tiny-lift", Codes(plan));
    }

    [Fact]
    public void Traffic_too_thin_to_see_anything_is_a_value_and_no_number()
    {
        var plan = Told.Plan(new OfferPlanInput(.5, .4) { Daily = .1 });

        Assert.Null(plan.MinimumDetectable);
        Assert.Null(plan.Sights[0].Difference);
        Assert.Contains("blind", Codes(plan));
    }

    [Fact]
    public void A_day_of_traffic_is_still_a_full_week()
    {
        var plan = Told.Plan(new OfferPlanInput(.2, .25) { Daily = 50_000 });

        Assert.Equal((1L, 1L), (plan.Days!.Value, plan.FullWeeks!.Value));
        Assert.Contains("under-a-week", Codes(plan));
    }

    [Fact]
    public void A_base_rate_from_few_cases_is_shown_with_its_range() =>
        Assert.Contains("few-baseline-cases", Codes(Told.Plan(new OfferPlanInput(.03, .036) { BaselineCases = 12 })));

    [Fact]
    public void The_power_curve_passes_through_the_plan()
    {
        var plan = Told.Plan(new OfferPlanInput(.03, .036));

        Assert.Equal(.8, OfferPlan.PowerAt(plan.Input, plan.PerArm), .0005);
        Assert.Equal(plan.Curve.Select(c => c.Power).Order(), plan.Curve.Select(c => c.Power));
    }

    public static TheoryData<string, OfferPlanInputCase> Refused => new()
    {
        { "offers.refused.baseline", new(3, 3.6) },
        { "offers.refused.baseline", new(0, .01) },
        { "offers.refused.baseline", new(double.NaN, .01) },
        { "offers.refused.target", new(.6, 1.2) },
        { "offers.refused.target", new(.03, 0) },
        { "offers.refused.no-difference", new(.03, .03) },
        { "offers.refused.power", new(.03, .036, Power: 1) },
        { "offers.refused.alpha", new(.03, .036, Alpha: 0) },
        { "offers.refused.power-below-alpha", new(.03, .036, Alpha: .9) },
        { "offers.refused.arms", new(.03, .036, Arms: 1) },
        { "offers.refused.share", new(.03, .036, Share: 0) },
        { "offers.refused.share", new(.03, .036, Share: 1.5) },
        { "offers.refused.daily", new(.03, .036, Daily: 0) },
        { "offers.refused.daily", new(.03, .036, Daily: double.PositiveInfinity) },
        { "offers.refused.too-small-effect", new(.03, .0300000001) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_planned_is_refused_by_name(string code, OfferPlanInputCase input)
    {
        var (plan, refusal) = OfferPlan.Of(new OfferPlanInput(input.Baseline, input.Target) { Power = input.Power, Alpha = input.Alpha, Arms = input.Arms, Share = input.Share, Daily = input.Daily });

        Assert.Null(plan);
        Assert.Equal(code, refusal!.Code);
    }

    [Theory]
    [InlineData(.2, .036, "offers.refused.lift-and-to")]
    [InlineData(null, null, "offers.refused.lift-or-to")]
    public void A_plan_takes_exactly_one_of_lift_and_target(double? lift, double? to, string code) => Assert.Equal(code, OfferPlanInput.Of(.03, lift, to).Refusal!.Code);

    [Fact]
    public void Any_plan_is_finite_and_a_stronger_effect_needs_no_more_people() =>
        Gen.Select(Gen.Double[.0005, .9], Gen.Double[-.6, .6], Gen.Double[1, 1e6], Gen.Int[2, 6]).Where(g => Math.Abs(g.Item2) > .001).Sample((rate, lift, daily, arms) =>
        {
            var target = rate * (1 + lift);
            if (target is <= 0 or >= .99 || OfferPlan.Of(new OfferPlanInput(rate, target) { Daily = daily, Arms = arms }).Plan is not { } plan)
            {
                return;
            }

            Assert.True(plan.PerArm >= 1 && plan.Total == plan.PerArm * arms && plan.FullWeeks >= 1 && plan.Days <= plan.FullWeeks * 7);
            Assert.True(plan.MinimumDetectable is null or > 0);
            Assert.All(plan.Curve, c => Assert.InRange(c.Power, 0, 1));
            var stronger = rate + (target - rate) * .5;
            Assert.True(Told.Plan(plan.Input with { Target = stronger }).PerArm >= plan.PerArm);
        }, iter: 300);

    private static IEnumerable<string> Codes(OfferPlan plan) => plan.Warnings.Select(w => w.Name);

    public sealed record OfferPlanInputCase(double Baseline, double Target, double Power = .8, double Alpha = .05, int Arms = 2, double Share = 1, double? Daily = null);
}
