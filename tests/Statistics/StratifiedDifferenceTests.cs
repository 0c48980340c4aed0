using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Sources: facts/statistics.md 2.5; R's mantelhaen.test(UCBAdmissions, correct = FALSE).</summary>
public sealed class StratifiedDifferenceTests
{
    /// <summary>Admissions to six departments of Berkeley in 1973 (Bickel, Hammel and O'Connell 1975): men, women.</summary>
    private static readonly (Arm, Arm)[] Berkeley =
    [
        (new(512, 825), new(89, 108)), (new(353, 560), new(17, 25)), (new(120, 325), new(202, 593)), (new(138, 417), new(131, 375)), (new(53, 191), new(94, 393)), (new(22, 373), new(24, 341)),
    ];

    [Fact]
    public void B_wins_each_segment_and_the_stratified_difference_says_so_where_the_total_does_not()
    {
        var found = StratifiedDifference.Of([(new(60, 2000), new(270, 8000)), (new(640, 8000), new(170, 2000))]);

        Assert.Equal(.004375, found.Difference, 1e-12);
        Assert.True(found.Range.Contains(.004375));
    }

    [Fact]
    public void Berkeley_has_no_difference_once_departments_are_compared_with_themselves()
    {
        var found = StratifiedDifference.Of(Berkeley);

        Assert.Equal(NormalQuantile.TwoSidedP(Math.Sqrt(1.5246)), found.P, 1e-5);
        Assert.True(found.Range.Contains(0));
        Assert.True(StratifiedDifference.Of([(new(1198, 2691), new(557, 1835))]).P < 1e-15);
        Assert.True(found.HeterogeneityP < .01);
    }

    [Fact]
    public void One_segment_has_the_plain_range_of_1_1()
    {
        var found = StratifiedDifference.Of([(new(200, 10_000), new(250, 10_000))]);

        Assert.Equal(.000889912998, found.Range.Low, 1e-10);
        Assert.Equal(.009110087002, found.Range.High, 1e-10);
        Assert.Equal(1, found.HeterogeneityP);
    }

    [Fact]
    public void Of_too_few_conversions_one_segment_has_Newcombes_range_and_no_conversion_is_no_certainty()
    {
        var (a, b) = (new Arm(1, 34), new Arm(7, 34));

        Assert.Equal(RateDifference.Newcombe(a, b).Low, StratifiedDifference.Of([(a, b)]).Range.Low, 1e-12);
        Assert.True(StratifiedDifference.Of([(new(0, 50), new(0, 50)), (new(0, 80), new(0, 40))]).Range is { Low: < -.01, High: > .01 });
    }

    [Fact]
    public void The_range_holds_the_difference_widens_with_confidence_shrinks_with_people_and_mirrors_when_the_arms_swap() =>
        Gen.Select(Gen.Select(Arms.Any, Arms.Any).Array[1, 5], Gen.Double[.5, .95]).Sample((strata, confidence) =>
        {
            var (found, wider, back, more) = (StratifiedDifference.Of(strata, confidence), StratifiedDifference.Of(strata, confidence + .04), StratifiedDifference.Of([.. strata.Select(s => (s.Item2, s.Item1))], confidence),
                StratifiedDifference.Of([.. strata.Select(s => (s.Item1.Times(9), s.Item2.Times(9)))], confidence));
            Assert.InRange(found.Difference, found.Range.Low - 1e-12, found.Range.High + 1e-12);
            Assert.True(wider.Range.Low <= found.Range.Low && wider.Range.High >= found.Range.High);
            Assert.True(more.Range.High - more.Range.Low <= found.Range.High - found.Range.Low + 1e-12 || Few(strata));
            Assert.Equal(-back.Range.High, found.Range.Low, 1e-7);
            Assert.Equal(back.P, found.P, 1e-7);
            Assert.InRange(found.HeterogeneityP, 0, 1);
        }, iter: 300);

    /// <summary>Nine times as many people may then be read by the other formula.</summary>
    private static bool Few((Arm A, Arm B)[] strata) => new[] { strata.Select(s => s.A), strata.Select(s => s.B) }.Any(arms => Math.Min(arms.Sum(a => a.Conversions), arms.Sum(a => a.Users - a.Conversions)) < 5);

    [Fact]
    public void Segments_without_people_in_both_arms_say_nothing()
    {
        Assert.Equal(new StratifiedDifference(0, new Interval(-1, 1), 1, 1), StratifiedDifference.Of([(new(0, 0), new(3, 10))]));
        Assert.Equal(StratifiedDifference.Of([(new(20, 100), new(30, 100))]), StratifiedDifference.Of([(new(20, 100), new(30, 100)), (new(0, 0), new(3, 10))]));
    }
}
