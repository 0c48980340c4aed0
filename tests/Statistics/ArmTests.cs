using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>The vectors of facts/statistics.md 1.1 to 1.8 on one pair of arms: a first net, the finer tests stand per method.</summary>
public sealed class ArmTests
{
    private static readonly Arm A = new(200, 10_000);
    private static readonly Arm B = new(250, 10_000);

    [Fact]
    public void One_pair_of_arms_by_every_method()
    {
        var both = RateComparison.Of(A, B);

        Near(.005, both.Difference);
        Near(.0008870476, both.Range.Low);
        Near(.0091382667, both.Range.High);
        Near(.017125829, both.P);
        Near(.25, both.Lift!.Value);
        Near(.0400644, both.LiftRange!.Value.Low);
        Near(.5023108, both.LiftRange!.Value.High);
        Near(.01937867, FisherExact.P(A, B));
        Near(.99142278, ChanceBest.Better(A, B));
        Assert.Equal(6.0155786e-6, ChanceBest.LossOf(B, A), 1e-11);
        Near(.0050050158, ChanceBest.LossOf(A, B));
        Near(.61077052, ChanceBest.Better(new Arm(49, 100), new Arm(51, 100)));
        Near(.59854821, ChanceBest.Better(new Arm(14, 28), new Arm(16, 30)));
    }

    [Fact]
    public void Sizes_and_power()
    {
        Assert.Equal(36692.77, SampleSize.PerArm(.02, .023), .01);
        Near(.3895026437, SampleSize.Power(5000, .03, .036));

        // R's own root is known to 1.2e-4 only (uniroot's default tolerance): ours must have exactly the power asked for, and lie beside it.
        var detectable = SampleSize.Detectable(5000, .03)!.Value;
        Assert.Equal(.04031651626, detectable, 5e-6);
        Assert.Equal(.8, SampleSize.Power(5000, .03, detectable), 1e-9);
        Assert.Equal(.0059348, SampleSize.Detectable(10_000, .02)!.Value - .02, 1e-6);
        Assert.Equal(34077.95533, SampleSize.PerArm(.05, .055, power: .9, oneSided: true), .001);
        Assert.Equal(9152.4, SampleSize.Unequal(.03, .036, 4).Treated, .1);
        Assert.Equal(337_676, SampleSize.PerArmForMeans(.15, 22), .5);
        Assert.Equal(.52144, MeanPower.OfLift(10, 3909.9998, 400_000 / 3.0, .05), 1e-4);
        Assert.Equal(.07027, MeanPower.DetectableLift(10, 3909.9998, 400_000 / 3.0)!.Value, 1e-4);
    }

    [Fact]
    public void Peeking_srm_exaggeration_and_the_rest()
    {
        double[] rates = [.05, .082, .106, .141, .193, .22, .247, .275];
        int[] looks = [1, 2, 3, 5, 10, 14, 20, 28];
        foreach (var (look, rate) in looks.Zip(rates))
        {
            Assert.Equal(rate, Peeking.FalsePositiveRate(look), .0035);
        }

        var anytime = Peeking.AnytimeRange(.25, .11726039, 20_000);
        Near(-.11668664, anytime.Low);
        Near(.63194665, Peeking.AnytimeP(.25, .11726039, 20_000));
        Near(.0031166938, SampleRatio.Of([5000, 5300], [1, 1]).P);
        Near(.357006961, SampleRatio.Of([3400, 3310, 3290], [1, 1, 1]).P);
        Near(.0003454496, SampleRatio.Of([9000, 1120], [90, 10]).P);
        Assert.Equal(4.79, Exaggeration.Of(.5).Factor, .01);
        Assert.Equal(.088, Exaggeration.Of(.5).WrongSign, .001);
        Assert.Equal(1.125, Exaggeration.Of(2.8).Factor, .001);
        var worse = NonInferiority.Of(new Arm(600, 12_000), new Arm(594, 12_000), .003);
        Near(-.005117075, worse.Lower);
        Near(.18656213, worse.P);
        Assert.Equal(65_260, NonInferiority.PerArm(.05, .003), .5);
        var one = StratifiedDifference.Of([(A, B)]);
        Near(.000889912998, one.Range.Low);
        var series = ControlledSeries.Of([102, 98, 110, 105, 99, 120, 131, 104, 100, 113, 108, 101, 123, 134], [205, 199, 222, 214, 201, 241, 262, 210, 203, 228, 219, 205, 247, 268],
            [106, 103, 115, 109, 104, 126, 137], [233, 228, 250, 240, 229, 275, 298])!;
        Near(141.2161127, series.Effect);
        Near(135.952408, series.Range.Low);
    }

    [Fact]
    public void A_size_of_nothing_is_a_fault_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PerArm(.03, .03));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Unequal(.03, .03, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PerArmForMeans(0, 22));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanPower.OfLift(0, 1, 100, .1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanPower.DetectableLift(1, 1, 0));
    }

    [Theory]
    [InlineData(0, 1, 0, 1)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(0, 0, 3, 10)]
    [InlineData(5e8, 1e9, 5e8, 1e9)]
    [InlineData(0, 1e9, 1e9, 1e9)]
    [InlineData(1, 1e9, 999_999_999, 1e9)]
    public void Extremes_never_give_nan_or_a_fault(double xA, double nA, double xB, double nB)
    {
        var (a, b) = (new Arm(xA, nA), new Arm(xB, nB));
        var both = RateComparison.Of(a, b);
        double[] figures = [both.Difference, both.Range.Low, both.Range.High, both.P, ChanceBest.Better(a, b), ChanceBest.LossOf(b, a), StratifiedDifference.Of([(a, b)]).P, NonInferiority.Of(a, b, .01).Lower];

        Assert.All(figures, f => Assert.True(double.IsFinite(f), string.Join(" ", figures)));
        Assert.True(both.Range.Contains(both.Difference));
        Assert.InRange(both.P, 0, 1);
    }

    [Fact]
    public void Swapped_arms_mirror_the_range_and_keep_p()
    {
        CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.Int[1, 5000], CsCheck.Gen.Int[1, 5000], CsCheck.Gen.Double[0, 1], CsCheck.Gen.Double[0, 1]), (nA, nB, pA, pB) =>
        {
            var (a, b) = (new Arm(Math.Floor(nA * pA), nA), new Arm(Math.Floor(nB * pB), nB));
            var (there, back, wide) = (RateComparison.Of(a, b), RateComparison.Of(b, a), RateComparison.Of(a, b, .99));
            Assert.Equal(there.Range.Low, -back.Range.High, 1e-9);
            Assert.Equal(there.P, back.P, 1e-6);
            Assert.True(there.Range.Contains(there.Difference) && wide.Range.Low <= there.Range.Low && wide.Range.High >= there.Range.High);
            Assert.Equal(1, ChanceBest.Better(a, b) + ChanceBest.Better(b, a), 1e-6);
        }, iter: 200);
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-6);
}
