using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 1.2.</summary>
public sealed class SampleSizeTests
{
    [Theory]
    [InlineData(.20, .25, 1093.739, .001)]
    [InlineData(.10, .12, 3840.8475, 5e-5)]
    [InlineData(.02, .023, 36692.77, .005)]
    [InlineData(.03, .036, 13913.577, .001)]
    [InlineData(.05, .055, 31233.438, .001)]
    public void People_per_arm_as_R_sizes_them(double from, double to, double perArm, double tolerance) => Assert.Equal(perArm, SampleSize.PerArm(from, to), tolerance);

    [Theory]
    [InlineData(.20, .25, 1090.9943, 5e-5)]
    [InlineData(.10, .12, 3838.1022, 5e-5)]
    [InlineData(.02, .023, 36690.024, .001)]
    [InlineData(.03, .036, 13910.831, .001)]
    [InlineData(.05, .055, 31230.692, .001)]
    public void With_the_variances_apart(double from, double to, double perArm, double tolerance)
    {
        Assert.Equal(perArm, SampleSize.Unequal(from, to, 1).Treated, tolerance);
        Assert.Equal(perArm, SampleSize.Unequal(from, to, 1).Control, tolerance);
    }

    [Theory]
    [InlineData(.005, 1_280_619, 327_922, 149_194, 85_862, 39_885)]
    [InlineData(.01, 637_010, 163_095, 74_193, 42_693, 19_827)]
    [InlineData(.02, 315_206, 80_682, 36_693, 21_109, 9_798)]
    [InlineData(.03, 207_938, 53_211, 24_193, 13_914, 6_455)]
    [InlineData(.05, 122_124, 31_234, 14_193, 8_158, 3_780)]
    [InlineData(.10, 57_763, 14_751, 6_693, 3_841, 1_774)]
    [InlineData(.20, 25_583, 6_510, 2_943, 1_683, 772)]
    public void People_per_arm_for_a_lift_of_5_10_15_20_and_30_percent(double rate, double five, double ten, double fifteen, double twenty, double thirty) =>
        Assert.Equal([five, ten, fifteen, twenty, thirty], new[] { .05, .1, .15, .2, .3 }.Select(lift => Math.Ceiling(SampleSize.PerArm(rate, rate * (1 + lift)))));

    [Fact]
    public void One_sided_with_power_90() => Assert.Equal(34077.95533, SampleSize.PerArm(.05, .055, power: .9, oneSided: true), 1e-5);

    [Fact]
    public void Five_thousand_per_arm_find_a_fifth_more_in_39_of_100() => Assert.Equal(.3895026437, SampleSize.Power(5000, .03, .036), 1e-8);

    [Fact]
    public void What_five_thousand_per_arm_can_see()
    {
        // R's own root is known to 1.2e-4 only (uniroot's default tolerance): ours must have exactly the power asked for, and lie beside it.
        var detectable = SampleSize.Detectable(5000, .03)!.Value;

        Assert.Equal(.04031651626, detectable, 5e-6);
        Assert.Equal(.8, SampleSize.Power(5000, .03, detectable), 1e-9);
    }

    [Theory]
    [InlineData(.02, 10_000, .2967, 5e-5)]
    [InlineData(.02, 1_000, 1.082, 5e-4)]
    [InlineData(.05, 2_000, .4225, 5e-5)]
    [InlineData(.005, 20_000, .4359, 5e-5)]
    public void Small_traffic_sees_large_effects_only(double rate, double perArm, double lift, double tolerance) =>
        Assert.Equal(lift, SampleSize.Detectable(perArm, rate)!.Value / rate - 1, tolerance);

    [Fact]
    public void Ten_thousand_per_arm_at_two_percent_see_six_tenths_of_a_point() => Assert.Equal(.0059348, SampleSize.Detectable(10_000, .02)!.Value - .02, 5e-8);

    [Theory]
    [InlineData(1, 13_910.8, 13_910.8, 27_822)]
    [InlineData(2, 10_738.6, 21_477.2, 32_216)]
    [InlineData(4, 9_152.4, 36_609.8, 45_762)]
    [InlineData(9, 8_271.3, 74_441.4, 82_713)]
    public void An_unequal_split_takes_more_people_in_all(double controlPerTreated, double treated, double control, double total)
    {
        var needed = SampleSize.Unequal(.03, .036, controlPerTreated);

        Assert.Equal(treated, needed.Treated, .06);
        Assert.Equal(control, needed.Control, .06);
        Assert.Equal(total, needed.Treated + needed.Control, .7);
    }

    [Fact]
    public void Revenue_takes_far_more_people_than_a_rate() => Assert.Equal(337_676, SampleSize.PerArmForMeans(.15, 22), .5);

    [Fact]
    public void Size_power_and_detectable_effect_agree_and_smaller_effects_take_more() =>
        Gen.Select(Gen.Double[.001, .6], Gen.Double[.03, .5], Gen.Double[.55, .95]).Sample((rate, lift, power) =>
        {
            var n = SampleSize.PerArm(rate, rate * (1 + lift), power: power);
            Assert.Equal(power, SampleSize.Power(n, rate, rate * (1 + lift)), 1e-9);
            Assert.Equal(rate * (1 + lift), SampleSize.Detectable(n, rate, power: power)!.Value, 1e-7);
            Assert.True(SampleSize.PerArm(rate, rate * (1 + lift / 2), power: power) > n && SampleSize.PerArm(rate, rate * (1 + lift), power: power + .04) > n);
            Assert.True(SampleSize.Detectable(n, rate, power: power, down: true) is not { } down || down < rate);
        }, iter: 300);

    [Fact]
    public void A_handful_of_people_see_nothing_at_all()
    {
        Assert.Null(SampleSize.Detectable(1, .03));
        Assert.Null(SampleSize.Detectable(0, .03));
        Assert.Null(SampleSize.Detectable(100, .03, down: true));
    }

    [Fact]
    public void A_size_of_nothing_is_a_fault_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PerArm(.03, .03));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PerArm(0, .03));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Power(100, .03, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Unequal(.03, .03, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PerArmForMeans(0, 22));
    }
}
