using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

public sealed class MixRateTests
{
    private static readonly Gen<SegmentSums[]> Segments = Gen.Select(Gen.Double[0, 500], Gen.Double[1, 1e5], Gen.Double[0, 500], Gen.Double[1, 1e5], Gen.Int[0, 5])
        .Select((a, b, c, d, kind) => kind switch { 0 => new SegmentSums(0, 0, c, d), 1 => new SegmentSums(a, b, 0, 0), _ => new SegmentSums(a, b, c, d) }).Array[2, 8]
        .Where(s => s.Any(x => x.ExposureBefore > 0) && s.Any(x => x.ExposureAfter > 0));

    [Fact]
    public void Search_and_social_of_the_worked_example()
    {
        var split = MixRate.Of([new SegmentSums(800, 20_000, 616, 14_000), new SegmentSums(200, 20_000, 396, 36_000)])!;

        Assert.Equal(.025, split.Before, 1e-12);
        Assert.Equal(.02024, split.After, 1e-12);
        Assert.Equal(-.0042636, split.Segments[0].Mix, 1e-7);
        Assert.Equal(.00156, split.Segments[0].Rate, 1e-7);
        Assert.Equal(-.0026664, split.Segments[1].Mix, 1e-7);
        Assert.Equal(.00061, split.Segments[1].Rate, 1e-7);
        Assert.Equal((-.00693, .00217), (Math.Round(split.Mix, 5), Math.Round(split.Rate, 5)));
    }

    [Fact]
    public void In_Simpsons_paradox_the_rates_rise_and_the_mix_takes_more()
    {
        var split = MixRate.Of([new SegmentSums(60, 2000, 270, 8000), new SegmentSums(640, 8000, 170, 2000)])!;

        Assert.Equal((.07, .044), (Math.Round(split.Before, 9), Math.Round(split.After, 9)));
        Assert.True(split.Segments.All(s => s.Rate > 0) && split.Mix < split.After - split.Before);
    }

    [Fact]
    public void Parts_add_up_to_the_move_with_segments_that_enter_and_leave() => Segments.Sample(s =>
    {
        var split = MixRate.Of(s)!;
        return Math.Abs(split.Mix + split.Rate - (split.After - split.Before)) <= 1e-9 * Math.Max(1, Math.Max(split.Before, split.After));
    });

    [Fact]
    public void The_order_of_the_segments_does_not_matter() => Segments.Sample(s =>
        MixRate.Of(s)!.Segments.Zip(MixRate.Of([.. s.Reverse()])!.Segments.Reverse()).All(e => Math.Abs(e.First.Mix - e.Second.Mix) <= 1e-9 * Math.Max(1, Math.Abs(e.First.Mix))
            && Math.Abs(e.First.Rate - e.Second.Rate) <= 1e-9 * Math.Max(1, Math.Abs(e.First.Rate))));

    [Fact]
    public void Nothing_moved_gives_zeros() =>
        Assert.All(MixRate.Of([new SegmentSums(10, 100, 10, 100), new SegmentSums(5, 200, 5, 200)])!.Segments, s => Assert.Equal((0.0, 0.0), (s.Mix, s.Rate)));

    [Fact]
    public void A_segment_that_enters_is_all_mix()
    {
        var entered = MixRate.Of([new SegmentSums(10, 100, 10, 100), new SegmentSums(0, 0, 30, 100)])!.Segments[1];

        Assert.Equal((0.0, null), (entered.Rate, entered.RateBefore));
        Assert.True(entered.Mix > 0);
    }

    [Fact]
    public void Events_without_exposure_have_no_rate() => Assert.Null(MixRate.Of([new SegmentSums(10, 100, 10, 100), new SegmentSums(1, 0, 3, 100)]));

    [Fact]
    public void A_weight_that_moves_by_more_than_its_days_do_is_no_chance_and_one_that_does_not_is()
    {
        var random = new Random(3);
        double[] Scores(double later) => [.. Enumerable.Range(0, 56).Select(i => (i < 28 ? .5 : later) + (.05 * (random.NextDouble() - .5)))];
        int[] before = [.. Enumerable.Range(0, 28)], after = [.. Enumerable.Range(28, 28)];
        double[] exposure = [.. Enumerable.Repeat(100.0, 56)];

        Assert.True(WeightShift.P(Scores(.6), exposure, new int[56], before, after) < 1e-9);
        Assert.True(WeightShift.P(Scores(.5), exposure, new int[56], before, after) > .01);
        Assert.Equal(1, WeightShift.P(Scores(.6), exposure, new int[56], [0, 1], [28, 29]));
    }
}
