using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>The one convention (facts/statistics.md 1.1 and 6): every part of a comparison comes from the method that it names.</summary>
public sealed class RateComparisonTests
{
    private static readonly Arm A = new(200, 10_000);
    private static readonly Arm B = new(250, 10_000);

    [Fact]
    public void One_pair_of_arms_by_every_method()
    {
        var both = RateComparison.Of(A, B);

        Assert.Equal(.005, both.Difference, 1e-12);
        Assert.Equal(RateDifference.Newcombe(A, B), both.Range);
        Assert.Equal(.017125829, both.P, 1e-9);
        Assert.False(both.Exact);
        Assert.Equal(.25, both.Lift!.Value, 1e-12);
        Assert.Equal(.0400644, both.LiftRange!.Value.Low, 1e-7);
        Assert.Equal(.5023108, both.LiftRange!.Value.High, 1e-7);
        Assert.True(both.Decided);
    }

    [Theory]
    [InlineData(4, 100, 5, 100, true)]
    [InlineData(5, 100, 5, 100, false)]
    [InlineData(96, 100, 95, 100, true)]
    public void Fisher_takes_over_where_a_cell_is_expected_to_hold_fewer_than_five(double xA, double nA, double xB, double nB, bool exact)
    {
        var (a, b) = (new Arm(xA, nA), new Arm(xB, nB));
        var both = RateComparison.Of(a, b);

        Assert.Equal(exact, both.Exact);
        Assert.Equal(exact ? FisherExact.P(a, b) : Proportions.PooledZ(xA, nA, xB, nB).P, both.P);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
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
        double[] figures = [both.Difference, both.Range.Low, both.Range.High, both.P, both.Lift ?? 0, both.LiftRange?.Low ?? 0, both.LiftRange?.High ?? 0, ChanceBest.Better(a, b), ChanceBest.LossOf(b, a), StratifiedDifference.Of([(a, b)]).P];

        Assert.All(figures, f => Assert.True(double.IsFinite(f), string.Join(" ", figures)));
        Assert.True(both.Range.Contains(both.Difference));
        Assert.InRange(both.P, 0, 1);
    }

    [Fact]
    public void Swapped_arms_mirror_the_range_and_keep_p() => Gen.Select(Arms.Any, Arms.Any).Sample((a, b) =>
    {
        var (there, back) = (RateComparison.Of(a, b), RateComparison.Of(b, a));
        Assert.Equal(-back.Range.High, there.Range.Low, 1e-9);
        Assert.Equal(there.P, back.P, 1e-6);
        Assert.Equal(there.Exact, back.Exact);
    }, iter: 500);
}
