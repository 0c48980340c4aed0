using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 1.1 (Newcombe 1998, method 10).</summary>
public sealed class RateDifferenceTests
{
    [Theory]
    [InlineData(200, 10_000, 250, 10_000, .0008870476, .0091382667, 1e-10)]
    [InlineData(48, 80, 56, 70, .052431472, .33387265, 1e-8)]
    [InlineData(1, 34, 7, 34, .018921444, .34036869, 1e-8)]
    [InlineData(0, 20, 10, 10, .67908604, 1, 1e-8)]
    [InlineData(14, 28, 16, 30, -.21103113, .27243451, 1e-8)]
    public void Newcombe_matches_the_published_cases(double xA, double nA, double xB, double nB, double low, double high, double tolerance)
    {
        var range = RateDifference.Newcombe(new Arm(xA, nA), new Arm(xB, nB));

        Assert.Equal(low, range.Low, tolerance);
        Assert.Equal(high, range.High, tolerance);
    }

    [Fact]
    public void The_range_holds_the_difference_widens_with_confidence_shrinks_with_people_and_mirrors_when_the_arms_swap() =>
        Gen.Select(Arms.Any, Arms.Any, Gen.Double[.5, .95]).Sample((a, b, confidence) =>
        {
            var (range, wider, back, more) = (RateDifference.Newcombe(a, b, confidence), RateDifference.Newcombe(a, b, confidence + .04), RateDifference.Newcombe(b, a, confidence), RateDifference.Newcombe(a.Times(9), b.Times(9), confidence));
            Assert.True(range.Contains(b.Rate - a.Rate) && range.Low >= -1 && range.High <= 1);
            Assert.True(wider.Low <= range.Low && wider.High >= range.High);
            Assert.True(more.High - more.Low < range.High - range.Low);
            Assert.Equal(-back.High, range.Low, 1e-12);
        }, iter: 500);

    [Fact]
    public void Conversions_and_people_without_one_are_mirror_images() => Gen.Select(Arms.Any, Arms.Any).Sample((a, b) =>
    {
        var (straight, turned) = (RateDifference.Newcombe(a, b), RateDifference.Newcombe(new Arm(a.Users - a.Conversions, a.Users), new Arm(b.Users - b.Conversions, b.Users)));
        Assert.Equal(straight.Low, -turned.High, 1e-9);
    }, iter: 300);

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 0, 0, 1e9)]
    public void Without_people_in_an_arm_its_rate_may_be_any(double xA, double nA, double xB, double nB) => Assert.Equal(-1, RateDifference.Newcombe(new Arm(xA, nA), new Arm(xB, nB)).Low, 1e-6);
}
