using CsCheck;
using MentorBot.Messages;
using MentorBot.Offers;
using MentorBot.Statistics;

namespace MentorBot.Tests.Offers;

/// <summary>Sizes of tests on an average per person; facts/statistics.md 1.2.</summary>
public sealed class MeanPlanTests
{
    /// <summary>Mean 3, deviation 22, +5 %: 337,676.4 people per arm, rounded up as every size is.</summary>
    [Fact]
    public void Revenue_per_visitor_takes_far_more_people_than_a_rate()
    {
        var plan = Told.Plan(Of(3, 22, .05));

        Assert.Equal((337_677, 675_354), (plan.PerArm, plan.Total));
        Assert.Equal(PlanVerdict.TrafficUnknown, plan.Verdict);
        Assert.Equal(.15, plan.MinimumDetectable!.Value, 1e-6);
    }

    [Fact]
    public void Traffic_gives_days_weeks_and_what_they_show()
    {
        var plan = Told.Plan(Of(4.2, 18, .1) with { Daily = 5000 });

        Assert.Equal((28_833, 12, 2, PlanVerdict.Fits), (plan.PerArm, plan.Days, plan.FullWeeks, plan.Verdict));
        Assert.Equal([2, 4, 8], plan.Sights.Select(s => s.Weeks));
        Assert.Equal(70_000, plan.Sights[1].PerArm);
        Assert.Equal(plan.MinimumDetectable, plan.Sights[1].Difference);

        // What four weeks show is what four weeks of people are the size of.
        Assert.Equal(70_000, SampleSize.PerArmForMeans(plan.MinimumDetectable!.Value, 18), .01);
    }

    [Fact]
    public void An_effect_that_this_traffic_never_shows_is_called_so_with_what_would_do()
    {
        var plan = Told.Plan(Of(4.2, 18, .05) with { Daily = 300 });

        Assert.Equal(PlanVerdict.CannotBePowered, plan.Verdict);
        var never = plan.Warnings.Single(w => w.Name == "never");
        Assert.Contains("this effect cannot be seen here", never.In(Told.Words, Told.English), StringComparison.Ordinal);
        Assert.Contains("test the rate of buyers instead", never.In(Told.Words, Told.English), StringComparison.Ordinal);
        Assert.True(plan.Underpowered!.Exaggeration.Power < .8);
    }

    /// <summary>GrowthBook's condition 1 - k²σ²/(Nμ²) > 0 (facts/statistics.md 1.2): under it the average itself cannot be told from nothing.</summary>
    [Fact]
    public void Where_the_average_itself_is_lost_in_noise_no_smallest_effect_is_named()
    {
        var plan = Told.Plan(Of(4.2, 18, .5) with { Daily = .5 });

        Assert.Null(plan.MinimumDetectable);
        Assert.Null(MeanPower.DetectableLift(4.2, 18 * 18, plan.Sights[1].PerArm));
        Assert.Contains(plan.Warnings, w => w.Name == "blind");
    }

    [Fact]
    public void Uneven_arms_and_several_arms_pay_as_they_do_for_rates()
    {
        var (equal, uneven) = (Told.Plan(Of(4.2, 18, .1)), Told.Plan(Of(4.2, 18, .1) with { ControlPerTreated = 4 }));
        Assert.Equal(Math.Ceiling(SampleSize.PerArmForMeans(.42, 18) * 1.25 / 2), uneven.PerArm);
        Assert.True(uneven.Total > equal.Total);

        Assert.Equal(Math.Ceiling(SampleSize.PerArmForMeans(.42, 18, .025)), Told.Plan(Of(4.2, 18, .1) with { Arms = 3 }).PerArm);
    }

    [Fact]
    public void A_planned_size_finds_the_planned_effect_as_often_as_wished() =>
        Gen.Select(Gen.Double[.1, 100], Gen.Double[.2, 20], Gen.Double[-.5, 1], Gen.Double[.6, .95]).Where(g => Math.Abs(g.Item3) > .02).Sample((mean, spread, lift, power) =>
        {
            var plan = Told.Plan(Of(mean, mean * spread, lift) with { Power = power });
            if (plan.PerArm > 100)
            {
                Assert.Equal(power, OfferPlan.PowerAt(plan.Input, plan.PerArm), .01);
            }
        });

    [Theory]
    [InlineData(0, 18, .1, "offers.mean.refused.mean")]
    [InlineData(-4, 18, .1, "offers.mean.refused.mean")]
    [InlineData(4.2, 0, .1, "offers.mean.refused.deviation")]
    [InlineData(4.2, double.PositiveInfinity, .1, "offers.mean.refused.deviation")]
    [InlineData(4.2, 18, -1, "offers.mean.refused.target")]
    [InlineData(4.2, 18, 0, "offers.mean.refused.no-difference")]
    public void What_cannot_be_sized_is_refused_by_name(double mean, double deviation, double lift, string code) => Assert.Equal(code, OfferPlan.Of(Of(mean, deviation, lift)).Refusal?.Code);

    [Theory]
    [InlineData(.03, 4.2, 18.0, "offers.mean.refused.baseline-and-mean")]
    [InlineData(.03, null, 18.0, "offers.mean.refused.baseline-and-mean")]
    [InlineData(null, 4.2, null, "offers.mean.refused.mean-and-deviation")]
    [InlineData(null, null, 18.0, "offers.mean.refused.mean-and-deviation")]
    public void A_rate_and_an_average_are_not_mixed(double? baseline, double? mean, double? deviation, string code) =>
        Assert.Equal(code, OfferPlanInput.Of(baseline, mean, deviation, .1, null).Refusal?.Code);

    [Fact]
    public void Sizes_are_said_in_the_unit_of_the_average_and_never_as_a_rate()
    {
        var plan = Told.Plan(new OfferPlanInput(4.2, 4.62) { Spread = new MeanSpread(18, "EUR"), Daily = 5000 });
        var said = new PlanReport(Told.Words).Whole(plan, new Voice(Locales.French, AddressForm.Vous)).ToPlainText();

        Assert.Contains("passer de 4,20\u00a0€ à 4,62\u00a0€ par personne", said, StringComparison.Ordinal);
        Assert.DoesNotContain("taux", said, StringComparison.Ordinal);
        Assert.DoesNotContain(" pt", said, StringComparison.Ordinal);
    }

    internal static OfferPlanInput Of(double mean, double deviation, double lift) => new(mean, mean * (1 + lift)) { Spread = new MeanSpread(deviation) };
}
