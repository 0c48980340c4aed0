using CsCheck;
using MathNet.Numerics;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 1.1 (R's fisher.test).</summary>
public sealed class FisherExactTests
{
    [Fact]
    public void Two_hundred_against_250_matches_R() => Assert.Equal(.01937867, FisherExact.P(new Arm(200, 10_000), new Arm(250, 10_000)), 1e-8);

    [Fact]
    public void The_lady_tasting_tea_is_right_by_chance_in_34_of_70() => Assert.Equal(34.0 / 70, FisherExact.P(new Arm(3, 4), new Arm(1, 4)), 1e-9);

    [Fact]
    public void It_adds_exactly_the_tables_that_are_no_likelier_than_the_one_seen() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 60], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((nA, nB, shareA, shareB) =>
        {
            var (xA, xB) = ((int)Math.Round(nA * shareA), (int)Math.Round(nB * shareB));
            var all = xA + xB;
            double Chance(int x) => Combinatorics.Combinations(nA, x) * Combinatorics.Combinations(nB, all - x) / Combinatorics.Combinations(nA + nB, all);
            var tables = Enumerable.Range(Math.Max(0, all - nB), Math.Min(nA, all) - Math.Max(0, all - nB) + 1).Select(Chance);
            Assert.Equal(tables.Where(c => c <= Chance(xA) * (1 + 1e-7)).Sum(), FisherExact.P(new Arm(xA, nA), new Arm(xB, nB)), 1e-9);
        }, iter: 400);

    [Fact]
    public void Swapping_the_arms_or_what_counts_as_a_conversion_keeps_p() => Gen.Select(Arms.Any, Arms.Any).Where((a, b) => a.Users + b.Users < 20_000).Sample((a, b) =>
    {
        var p = FisherExact.P(a, b);
        Assert.InRange(p, 0, 1);
        Assert.Equal(p, FisherExact.P(b, a), 1e-6);
        Assert.Equal(p, FisherExact.P(new Arm(a.Users - a.Conversions, a.Users), new Arm(b.Users - b.Conversions, b.Users)), 1e-6);
    }, iter: 300);

    [Theory]
    [InlineData(0, 0, 0, 0, 1)]
    [InlineData(0, 1, 0, 1, 1)]
    [InlineData(1, 1, 1, 1, 1)]
    [InlineData(0, 1e9, 0, 1e9, 1)]
    [InlineData(0, 1e9, 1e9, 1e9, 0)]
    [InlineData(70_000, 70_000, 0, 1e9, 0)]
    public void Extremes_have_a_p(double xA, double nA, double xB, double nB, double p) => Assert.Equal(p, FisherExact.P(new Arm(xA, nA), new Arm(xB, nB)), 1e-9);
}
