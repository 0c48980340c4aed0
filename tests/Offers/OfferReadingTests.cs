using CsCheck;
using MentorBot.Offers;
using MentorBot.Statistics;

namespace MentorBot.Tests.Offers;

/// <summary>Decisions by the contract (design, section 5); figures of facts/statistics.md 1.</summary>
public sealed class OfferReadingTests
{
    [Fact]
    public void A_range_wholly_above_zero_ships()
    {
        var reading = Told.Read(200, 10_000, 250, 10_000);

        Assert.Equal(OfferDecision.Ship, reading.Decision);
        Assert.Equal(.0008870476, reading.Main.Compared.Range.Low, 1e-9);
        Assert.Equal(.0091382667, reading.Main.Compared.Range.High, 1e-9);
        Assert.Equal(.017125829, reading.Main.Compared.P, 1e-8);
        Assert.Equal("decide.ship", reading.DecideNow.Code);
    }

    [Fact]
    public void A_range_wholly_below_zero_stops() => Assert.Equal(OfferDecision.Stop, Told.Read(250, 10_000, 200, 10_000).Decision);

    [Fact]
    public void A_range_with_zero_continues_and_says_what_it_excludes_and_what_settles_it()
    {
        var reading = Told.Read(156, 5200, 187, 5210, new OfferReadingOptions { Daily = 400 });

        Assert.Equal(OfferDecision.Continue, reading.Decision);
        Assert.Contains(reading.Reasons, r => r.Code == "reason.excluded");
        Assert.Equal(Math.Ceiling(SampleSize.PerArm(.03, 187 / 5210.0)), reading.Settling!.PerArm);
        Assert.Equal(Math.Ceiling((reading.Settling.PerArm!.Value - 5200) * 2 / 400 / 7), reading.Settling.Weeks);
        Assert.Equal("decide.tie-more", reading.DecideNow.Code);
    }

    [Fact]
    public void A_tie_that_takes_more_than_half_a_year_is_never_settled() =>
        Assert.Equal("decide.tie-never", Told.Read(156, 5200, 160, 5210, new OfferReadingOptions { Daily = 100 }).DecideNow.Code);

    [Fact]
    public void A_tie_that_takes_ten_times_the_people_it_has_is_out_of_reach_whatever_the_traffic() =>
        Assert.Equal("decide.tie-far", Told.Read(300, 10_000, 310, 10_000).DecideNow.Code);

    [Fact]
    public void A_test_phase_of_hours_is_not_held_for_being_shorter_than_a_week()
    {
        var data = Told.Daily(14, _ => (new Arm(300, 10_000), new Arm(400, 10_000)));
        var phase = new OfferReadingOptions { TestPhase = new TestPhase(LastDay: Builders.KpiTableBuilder.Monday) };

        Assert.DoesNotContain(Told.Read(data, phase).Holds, h => h.Name == "under-a-week");
        Assert.Contains(Told.Read(data with { Days = [data.Days[0]] }).Holds, h => h.Name == "under-a-week");
    }

    [Fact]
    public void A_tie_that_excludes_the_gain_worth_acting_on_can_be_decided() =>
        Assert.Equal("decide.tie-no-gain", Told.Read(3000, 100_000, 3010, 100_000, new OfferReadingOptions { WorthDifference = .003 }).DecideNow.Code);

    [Fact]
    public void Two_equal_arms_have_no_size_that_settles_them() => Assert.Equal("decide.tie-open", Told.Read(100, 5000, 100, 5000).DecideNow.Code);

    [Fact]
    public void Without_a_conversion_in_an_arm_no_size_is_named() => Assert.Equal("decide.tie-no-base", Told.Read(0, 500, 3, 510).DecideNow.Code);

    [Fact]
    public void A_broken_split_stops_every_reading()
    {
        var reading = Told.Read(200, 9000, 400, 10_120, new OfferReadingOptions { Guardrails = [new("refunds", .01, Counts: [new(1, 9000), new(2, 10_120)])], ValuePerConversion = 60 });

        Assert.Equal(OfferDecision.Invalid, reading.Decision);
        Assert.Empty(reading.Guardrails);
        Assert.Null(reading.Value);
        Assert.DoesNotContain("222", new OfferReport(Told.Words).Whole(reading, Told.English).Parts.Select(p => p.ToPlainText()).Aggregate((a, b) => a + b), StringComparison.Ordinal);
        Assert.DoesNotContain(new OfferReport(Told.Words).Whole(reading, Told.English).Parts, p => p.ToPlainText().Contains("Difference", StringComparison.Ordinal));
    }

    [Fact]
    public void A_planned_90_to_10_split_is_read_by_its_plan()
    {
        Assert.Equal(OfferDecision.Invalid, Told.Read(180, 9000, 30, 1120, new OfferReadingOptions { Weights = [90, 10] }).Decision);
        Assert.NotEqual(OfferDecision.Invalid, Told.Read(180, 9000, 30, 1000, new OfferReadingOptions { Weights = [90, 10] }).Decision);
    }

    [Theory]
    [InlineData(1, .05)]
    [InlineData(5, .1418)]
    [InlineData(10, .1933)]
    public void Looks_are_paid_for_in_false_alarms(int looks, double rate) =>
        Assert.Equal(rate, Told.Read(200, 10_000, 250, 10_000, new OfferReadingOptions { Looks = looks }).Peeking.FalsePositiveRate, .001);

    [Fact]
    public void A_win_after_many_looks_is_held_while_the_anytime_range_includes_zero()
    {
        var reading = Told.Read(200, 10_000, 250, 10_000, new OfferReadingOptions { Looks = 10 });

        Assert.Equal(OfferDecision.Ship, reading.Decision);
        Assert.Contains(reading.Holds, h => h.Name == "peeked");
        Assert.Equal("decide.ship-held", reading.DecideNow.Code);
    }

    [Fact]
    public void Fisher_replaces_z_where_a_cell_expects_fewer_than_five() => Assert.True(Told.Read(1, 100, 4, 100).Main.Compared.Exact);

    [Fact]
    public void Few_conversions_add_a_sentence_and_no_other_decision()
    {
        var reading = Told.Read(20, 1000, 50, 1000);

        Assert.Equal(OfferDecision.Ship, reading.Decision);
        Assert.Contains(reading.Reasons, r => r.Code == "reason.few");
        Assert.NotNull(reading.Exaggerated);
    }

    [Fact]
    public void The_value_is_that_of_the_lower_bound()
    {
        var reading = Told.Read(200, 10_000, 250, 10_000, new OfferReadingOptions { ValuePerConversion = 60, Currency = "EUR" });

        Assert.Equal(.0008870476 * 1000 * 60, reading.Value!.PerThousand, 1e-6);
    }

    [Fact]
    public void Three_arms_are_corrected_by_Holm()
    {
        var reading = Told.Read(OfferData.Of(("A", new Arm(200, 10_000)), ("B", new Arm(250, 10_000)), ("C", new Arm(205, 10_000))));

        Assert.Equal(2 * .017125829, reading.Versus[0].AdjustedP, 1e-7);
        Assert.Equal(.975, reading.Versus[0].Confidence, 1e-12);
        Assert.Equal(("B", OfferDecision.Ship), (reading.Main.Name, reading.Decision));
        Assert.Contains(reading.Reasons, r => r.Code == "reason.several");
    }

    [Fact]
    public void A_winner_of_one_comparison_may_lose_it_among_five() =>
        Assert.Equal(OfferDecision.Continue, Told.Read(200, 10_000, 250, 10_000, new OfferReadingOptions { Metrics = 5 }).Decision);

    [Fact]
    public void A_guardrail_that_is_not_shown_kept_holds_the_decision()
    {
        // facts 1.8: 4.95 % against 5.00 % of 12,000 with .3 point is not shown; it takes 65,260.3 per arm.
        var guard = new GuardrailPlan("kept orders", .003, LowerIsBetter: false, [new(600, 12_000), new(594, 12_000)]);
        var reading = Told.Read(200, 10_000, 250, 10_000, new OfferReadingOptions { Guardrails = [guard] });

        Assert.Equal((GuardrailVerdict.Unproven, 65_261.0), (reading.Guardrails[0].Verdict, reading.Guardrails[0].Needed!.Value));
        Assert.Equal(.005117075, reading.Guardrails[0].Upper, 1e-8);
        Assert.Contains(reading.Holds, h => h.Name == "guardrail-unproven");
    }

    [Theory]
    [InlineData(100, 101, "Kept")]
    [InlineData(100, 200, "Broken")]
    public void A_guardrail_that_must_not_rise_is_read_the_other_way_round(double a, double b, string verdict) =>
        Assert.Equal(verdict, Told.Read(200, 10_000, 250, 10_000, new OfferReadingOptions { Guardrails = [new("refunds", .005, Counts: [new(a, 10_000), new(b, 10_000)])] }).Guardrails[0].Verdict.ToString());

    [Fact]
    public void Segments_that_contradict_the_total_are_named_Simpson()
    {
        // facts 2.5: B wins each device and loses the total.
        var data = OfferData.Of(("A", new Arm(700, 10_000)), ("B", new Arm(440, 10_000))) with
        {
            Segments = [new("device", "mobile", [new(60, 2000), new(270, 8000)]), new("device", "desktop", [new(640, 8000), new(170, 2000)])],
        };
        var reading = Told.Read(data, new OfferReadingOptions { Segments = ["device"] });

        Assert.True(reading.Segments[0].Simpson);
        Assert.Equal(.004375, reading.Segments[0].Stratified.Difference, 1e-9);
        Assert.Contains(reading.Holds, h => h.Name == "simpson");
        Assert.Equal("decide.stop-held", reading.DecideNow.Code);
    }

    [Fact]
    public void Segments_nobody_planned_are_not_read() =>
        Assert.Empty(Told.Read(OfferData.Of(("A", new Arm(70, 1000)), ("B", new Arm(44, 1000))) with { Segments = [new("device", "mobile", [new(6, 200), new(27, 800)]), new("device", "desktop", [new(64, 800), new(17, 200)])] }).Segments);

    [Fact]
    public void An_effect_of_the_first_week_that_fades_is_held()
    {
        var data = Told.Daily(21, i => (new Arm(30, 1000), new Arm(i < 7 ? 60 : 31, 1000)));
        var reading = Told.Read(data);

        Assert.Equal(NoveltyVerdict.Fading, reading.Novelty!.Verdict);
        Assert.Equal(3, reading.Novelty.Weeks.Count);
        Assert.Contains(reading.Holds, h => h.Name == "fading");
    }

    [Fact]
    public void A_steady_effect_is_called_so() => Assert.Equal(NoveltyVerdict.Steady, Told.Read(Told.Daily(14, _ => (new Arm(30, 1000), new Arm(40, 1000)))).Novelty!.Verdict);

    [Fact]
    public void Ten_days_show_no_novelty() => Assert.Null(Told.Read(Told.Daily(10, _ => (new Arm(30, 1000), new Arm(40, 1000)))).Novelty);

    [Fact]
    public void Dirty_days_are_left_out_and_named()
    {
        var monday = Builders.KpiTableBuilder.Monday;
        var data = Told.Daily(14, i => (new Arm(30, 1000), new Arm(i == 3 ? 900 : 30, 1000)));
        var reading = Told.Read(data, new OfferReadingOptions { DirtyDays = [monday.AddDays(3)] });

        Assert.Equal([monday.AddDays(3)], reading.LeftOut);
        Assert.Equal(13_000, reading.Data.Arms[1].Counts.Users);
        Assert.Equal(OfferDecision.Continue, reading.Decision);
        Assert.Contains(reading.Cautions, c => c.Name == "left-out");
    }

    [Fact]
    public void Dirty_days_without_days_are_refused() =>
        Assert.Equal("offers.refused.dirty-without-days", OfferReading.Of(OfferData.Of(("A", new Arm(1, 10)), ("B", new Arm(1, 10))), new OfferReadingOptions { DirtyDays = [new(2026, 9, 1)] }).Refusal!.Code);

    [Fact]
    public void An_introductory_price_is_read_at_the_first_full_price_payment()
    {
        var options = new OfferReadingOptions { FullPrice = new FullPriceRule(30, 7, new DateOnly(2026, 9, 10)), Today = new DateOnly(2026, 10, 1) };
        var early = Told.Read(200, 10_000, 250, 10_000, options);
        var late = Told.Read(200, 10_000, 250, 10_000, options with { Today = new DateOnly(2026, 10, 17) });

        Assert.Equal((new DateOnly(2026, 10, 17), true), (early.EarliestRead!.Value, early.Provisional));
        Assert.Equal("decide.provisional", early.DecideNow.Code);
        Assert.False(late.Provisional);
        Assert.Equal("decide.ship", late.DecideNow.Code);
    }

    [Fact]
    public void Only_the_test_phase_of_an_automatic_winner_is_read()
    {
        var all = OfferData.Of(("A", new Arm(300, 2000)), ("B", new Arm(3600, 18_000)));

        Assert.Equal(OfferDecision.Invalid, Told.Read(all).Decision);
        Assert.Equal(OfferDecision.Ship, Told.Read(all, new OfferReadingOptions { TestPhase = new TestPhase(Counts: [new(300, 2000), new(380, 2000)]) }).Decision);
        Assert.Equal(4000, Told.Read(Told.Daily(14, _ => (new Arm(30, 1000), new Arm(30, 1000))), new OfferReadingOptions { TestPhase = new TestPhase(LastDay: Builders.KpiTableBuilder.Monday.AddDays(3)) }).Data.Arms[0].Counts.Users);
    }

    [Fact]
    public void A_test_read_before_its_planned_end_or_size_is_held()
    {
        var reading = Told.Read(Told.Daily(14, _ => (new Arm(30, 1000), new Arm(50, 1000))), new OfferReadingOptions { PlannedEnd = Builders.KpiTableBuilder.Monday.AddDays(20), PlannedPerArm = 21_000 });

        Assert.Contains(reading.Holds, h => h.Name == "before-end");
        Assert.Contains(reading.Holds, h => h.Name == "before-size");
    }

    [Fact]
    public void People_in_several_arms_hold_the_decision_from_one_percent_and_ten_people()
    {
        static OfferReading With(int several) => Told.Read(OfferData.Of(("A", new Arm(20, 500)), ("B", new Arm(60, 500))) with { Duplicates = new ExposureDuplicates(1000, several) });

        Assert.Contains(With(10).Holds, h => h.Name == "duplicates");
        Assert.Contains(With(9).Cautions, c => c.Name == "some-duplicates");
    }

    [Theory]
    [InlineData(11, 10, "offers.refused.more-conversions")]
    [InlineData(0, 0, "offers.refused.nobody")]
    [InlineData(-1, 10, "offers.refused.not-counts")]
    [InlineData(1.5, 10, "offers.refused.not-counts")]
    [InlineData(double.NaN, 10, "offers.refused.not-counts")]
    [InlineData(1, 1e13, "offers.refused.too-many")]
    public void Impossible_counts_are_refused(double x, double n, string code) =>
        Assert.Equal(code, OfferReading.Of(OfferData.Of(("A", new Arm(1, 10)), ("B", new Arm(x, n)))).Refusal!.Code);

    [Fact]
    public void Any_counts_give_a_finite_reading_whose_range_holds_the_difference() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[1, 1_000_000], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[1, 30]).Sample((nA, nB, a, b, looks) =>
        {
            var reading = Told.Read(Math.Round(nA * a), nA, Math.Round(nB * b), nB, new OfferReadingOptions { Looks = looks, Daily = 1000, ValuePerConversion = 20 });
            var compared = reading.Main.Compared;

            Assert.True(compared.Range.Low <= compared.Difference + 1e-12 && compared.Range.High >= compared.Difference - 1e-12);
            Assert.InRange(reading.ChanceBest[0] + reading.ChanceBest[1], 1 - 1e-6, 1 + 1e-6);
            Assert.True(double.IsFinite(reading.ExpectedLoss));
            var json = new OfferJson(Told.Words).Write(reading, Told.English);
            Assert.DoesNotContain("NaN", json, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", json, StringComparison.Ordinal);
        }, iter: 150);
}
