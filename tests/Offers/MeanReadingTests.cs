using MentorBot.Messages;
using MentorBot.Offers;
using MentorBot.Statistics;

namespace MentorBot.Tests.Offers;

/// <summary>A test on an average per person by the same gates and the same rule as one on a rate; facts/coaching.md 6.3.</summary>
public sealed class MeanReadingTests
{
    public static TheoryData<string, bool> Voices => new() { { "fr", true }, { "fr", false }, { "en", false } };

    [Theory]
    [InlineData(52_000, 4.2, 52_100, 4.5, "Ship")]
    [InlineData(52_000, 4.5, 52_100, 4.2, "Stop")]
    [InlineData(5_200, 4.2, 5_210, 4.5, "Continue")]
    [InlineData(5_200, 4.2, 6_100, 9, "Invalid")]
    public void The_range_decides_and_a_broken_split_stops_everything(double nA, double mA, double nB, double mB, string decision)
    {
        var reading = Read(nA, mA, nB, mB);

        Assert.Equal(decision, reading.Decision.ToString());
        Assert.Equal(decision != "Invalid", new MeanReport(Told.Words).Whole(reading, Told.English).ToPlainText().Contains("4.2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_shipped_average_is_worth_the_low_end_of_its_range()
    {
        var reading = MeanReading.Of(MeanData.Of(("A", new MeanArm(52_000, 4.2, 18)), ("B", new MeanArm(52_100, 4.5, 18))) with { Currency = "EUR" }).Reading!;

        Assert.Equal(1000 * reading.Main.Compared.Range.Low, (double)reading.DecideNow.Values["perThousand"]!, 1e-9);
        Assert.Contains("at least +€0.08 per person", reading.DecideNow.In(Told.Words, Told.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Looks_that_the_range_does_not_pay_for_hold_the_decision_back()
    {
        var reading = Read(52_000, 4.2, 52_100, 4.5, new OfferReadingOptions { Looks = 5 });

        Assert.Equal(["peeked"], reading.Holds.Select(h => h.Name));
        Assert.Equal("ship-held", reading.DecideNow.Name);
    }

    [Fact]
    public void A_tie_says_what_would_settle_it_and_a_gain_it_rules_out_is_no_longer_waited_for()
    {
        var open = Read(5_200, 4.2, 5_210, 4.5, new OfferReadingOptions { WorthDifference = .42, Daily = 2000 });
        Assert.Equal(Math.Ceiling(SampleSize.PerArmForMeans(.42, 18)), open.Settling!.PerArm);
        Assert.Equal("tie-more", open.DecideNow.Name);

        Assert.Equal("tie-never", Read(5_200, 4.2, 5_210, 4.5, new OfferReadingOptions { WorthDifference = .1, Daily = 500 }).DecideNow.Name);
        Assert.Equal("tie-no-gain", Read(80_000, 4.2, 80_000, 4.2, new OfferReadingOptions { WorthDifference = .42 }).DecideNow.Name);
    }

    /// <summary>A mean of 4.20 with a deviation of 18 has a skewness of 4.05 at least: 355 × 4.05² = 5,830 people (facts/statistics.md 1.6).</summary>
    [Fact]
    public void Too_few_people_for_such_lopsided_amounts_are_said_even_when_only_mean_and_deviation_are_known()
    {
        var caution = Read(5_200, 4.2, 5_210, 4.2).Cautions.Single(c => c.Name == "lopsided");

        Assert.Equal(5_830, (double)caution.Values["enough"]!);
        Assert.Empty(Read(6_000, 4.2, 6_010, 4.2).Cautions);
    }

    [Fact]
    public void A_few_very_large_amounts_that_carry_the_result_hold_it_back()
    {
        double[] a = [.. Enumerable.Range(0, 600).Select(i => i % 20 == 0 ? 50.0 : 0)];
        double[] b = [.. a.Select((v, i) => i % 100 == 7 ? 500.0 : v)];
        var data = MeanData.Of(("A", MeanArm.Of(a)), ("B", MeanArm.Of(b))) with { Tail = AmountTail.Of([a, b]) };
        var reading = MeanReading.Of(data).Reading!;

        Assert.Equal(OfferDecision.Ship, reading.Decision);
        Assert.True(reading.Carried);
        Assert.Equal(3, data.Tail!.Largest);
        Assert.Contains("A few very large amounts carry this result: without the 3 largest of 1,200 (from 500", reading.Holds.Single(h => h.Name == "carried").In(Told.Words, Told.English), StringComparison.Ordinal);
        Assert.Equal("ship-held", reading.DecideNow.Name);
    }

    [Fact]
    public void Many_ordinary_amounts_carry_a_result_by_themselves()
    {
        double[] a = [.. Enumerable.Range(0, 4000).Select(i => i % 10 == 0 ? 50.0 + i % 7 : 0)];
        double[] b = [.. Enumerable.Range(0, 4000).Select(i => i % 7 == 0 ? 50.0 + i % 7 : 0)];
        var reading = MeanReading.Of(MeanData.Of(("A", MeanArm.Of(a)), ("B", MeanArm.Of(b))) with { Tail = AmountTail.Of([a, b]) }).Reading!;

        Assert.Equal((OfferDecision.Ship, false), (reading.Decision, reading.Carried));
        Assert.Contains(reading.Cautions, c => c.Name == "largest");
    }

    [Fact]
    public void Several_arms_pay_for_their_comparisons_and_ranges_agree_with_adjusted_p()
    {
        var reading = MeanReading.Of(MeanData.Of(("A", new MeanArm(20_000, 4.2, 18)), ("B", new MeanArm(20_000, 4.6, 18)), ("C", new MeanArm(20_000, 4.25, 18)))).Reading!;

        Assert.Equal(.975, reading.Main.Confidence, 1e-12);
        Assert.Equal(reading.Main.AdjustedP < .05, reading.Main.Decided);
    }

    [Fact]
    public void What_has_no_spread_nobody_or_half_a_person_is_refused_by_name()
    {
        string? Code(MeanArm a, MeanArm b, OfferReadingOptions? options = null) => MeanReading.Of(MeanData.Of(("A", a), ("B", b)), options).Refusal?.Code;
        var sound = new MeanArm(100, 4, 2);

        Assert.Equal("offers.mean.refused.no-spread", Code(new MeanArm(10, 4, 0), new MeanArm(10, 4, 0)));
        Assert.Equal("offers.mean.refused.two-people", Code(sound, new MeanArm(1, 4, 2)));
        Assert.Equal("offers.mean.refused.people", Code(sound, new MeanArm(10.5, 4, 2)));
        Assert.Equal("offers.mean.refused.figures", Code(sound, new MeanArm(10, double.NaN, 2)));
        Assert.Equal("offers.refused.looks", Code(sound, sound, new OfferReadingOptions { Looks = 0 }));
        Assert.Equal("offers.refused.weights", Code(sound, sound, new OfferReadingOptions { Weights = [1, 1, 1] }));
        Assert.Equal("offers.refused.one-arm", MeanReading.Of(MeanData.Of(("A", sound))).Refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(Voices))]
    public void Every_text_of_every_plan_and_reading_of_averages_is_whole_sentences(string locale, bool tu)
    {
        var voice = new Voice(locale, tu ? AddressForm.Tu : AddressForm.Vous);
        var (plans, reports) = (new PlanReport(Told.Words), new MeanReport(Told.Words));
        Assert.All(Plans(), p => Assert.All([.. plans.Whole(p, voice).ToPlainText().Split('\n'), .. plans.Arithmetic(p, voice)], Whole));
        Assert.All(Readings(), r => Assert.All([.. reports.Whole(r, voice).ToPlainText().Split('\n'), .. new Message(reports.Short(r, voice), locale).ToPlainText().Split('\n'), .. reports.Arithmetic(r, voice)], Whole));
    }

    [Fact]
    public void The_gallery_shows_every_reason_hold_caution_and_decision_on_averages()
    {
        var shown = Plans().SelectMany(p => p.Warnings).Concat(Readings().SelectMany(r => r.Reasons.Concat(r.Holds).Concat(r.Cautions).Append(r.DecideNow))).Select(n => $"offers.{n.Code}").ToHashSet();
        var known = Told.Words.All.Where(t => t.Locale == "en").Select(t => t.Key).Where(k => new[] { "offers.mean.reason.", "offers.mean.hold.", "offers.mean.caution.", "offers.mean.decide." }.Any(p => k.StartsWith(p, StringComparison.Ordinal)));

        // Those that only a table gives are shown by MeanTableTests.
        Assert.Empty(known.Except(shown).Except(["offers.mean.caution.per-person", "offers.mean.caution.only-buyers", "offers.mean.caution.empty-as-nothing", "offers.mean.caution.added-up", "offers.mean.caution.several-arms"]));
    }

    private static IEnumerable<OfferPlan> Plans() =>
        new[]
        {
            MeanPlanTests.Of(4.2, 18, .1), MeanPlanTests.Of(4.2, 18, .1) with { Daily = 5000 }, MeanPlanTests.Of(4.2, 18, .1) with { Daily = 700 }, MeanPlanTests.Of(4.2, 18, .02) with { Daily = 90 }, MeanPlanTests.Of(4.2, 18, -.2) with { Daily = .2 },
            MeanPlanTests.Of(62, 35, .5) with { Spread = new MeanSpread(35, "EUR"), ControlPerTreated = 9, Daily = 4000 }, MeanPlanTests.Of(12, 20, 2) with { Arms = 4, Power = .6, Alpha = .2 },
        }.Select(Told.Plan);

    private static IEnumerable<MeanReading> Readings()
    {
        double[] a = [.. Enumerable.Range(0, 600).Select(i => i % 20 == 0 ? 50.0 : 0)];
        double[] b = [.. a.Select((v, i) => i % 100 == 7 ? 500.0 : v)];
        var carried = MeanData.Of(("A", MeanArm.Of(a)), ("B", MeanArm.Of(b))) with { Tail = AmountTail.Of([a, b]), Currency = "EUR" };
        var (today, three) = (new DateOnly(2026, 11, 20), MeanData.Of(("A", new MeanArm(20_000, 4.2, 18)), ("B", new MeanArm(20_000, 4.9, 18)), ("C", new MeanArm(20_000, 4.25, 18))));
        return
        [
            Read(52_000, 4.2, 52_100, 4.5, new OfferReadingOptions { Looks = 5, WorthDifference = .1 }), Read(52_000, 4.5, 52_100, 4.2), Read(5_200, 4.2, 6_100, 9), Read(5_200, 4.2, 5_500, 4.3),
            Read(52_000, 4.2, 52_100, 4.9, new OfferReadingOptions { Looks = 5, PlannedEnd = today.AddDays(3), Today = today, PlannedPerArm = 60_000 }), Read(52_000, 4.9, 52_100, 4.2, new OfferReadingOptions { Looks = 20 }),
            Read(5_200, 4.2, 5_210, 4.2), Read(5_200, 4.2, 5_210, 4.5), Read(5_200, 4.2, 5_210, 4.5, new OfferReadingOptions { WorthDifference = .42, Daily = 2000, Looks = 3 }),
            Read(5_200, 4.2, 5_210, 4.5, new OfferReadingOptions { WorthDifference = .1, Daily = 500 }), Read(80_000, 4.2, 80_000, 4.2, new OfferReadingOptions { WorthDifference = .42 }),
            Read(50_000, 4.2, 50_000, 4.35, new OfferReadingOptions { WorthDifference = .35 }), Read(300, 4.2, 300, 4.3, new OfferReadingOptions { FullPrice = new FullPriceRule(30, 7, today), Today = today }),
            MeanReading.Of(carried).Reading!, MeanReading.Of(carried with { Arms = [.. carried.Arms.Reverse()], Tail = AmountTail.Of([b, a]) }).Reading!, MeanReading.Of(carried with { Arms = [carried.Arms[0], carried.Arms[0]], Tail = AmountTail.Of([a, a]) }).Reading!,
            MeanReading.Of(three).Reading!, MeanReading.Of(three with { Currency = "EUR" }, new OfferReadingOptions { Weights = [2, 2, 2] }).Reading!,
        ];
    }

    private static MeanReading Read(double nA, double mA, double nB, double mB, OfferReadingOptions? options = null) =>
        MeanReading.Of(MeanData.Of(("A", new MeanArm(nA, mA, 18)), ("B", new MeanArm(nB, mB, 18))), options) is ({ } reading, null) ? reading : throw new InvalidOperationException("The reading was refused.");

    private static void Whole(string text)
    {
        Assert.False(string.IsNullOrWhiteSpace(text));
        foreach (var broken in new[] { "NaN", "{{", "  ", " .", " ,", "()", "∞", "Infinity", ": –", " – –", "(–", "of –", "à –" })
        {
            Assert.False(text.Contains(broken, StringComparison.Ordinal), $"'{broken}' in: {text}");
        }
    }
}
