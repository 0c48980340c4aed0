using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 1.3, Beta(1, 1).</summary>
public sealed class ChanceBestTests
{
    private static readonly Arm A = new(200, 10_000);
    private static readonly Arm B = new(250, 10_000);

    [Theory]
    [InlineData(49, 100, 51, 100, .61077052)]
    [InlineData(200, 10_000, 250, 10_000, .99142278)]
    [InlineData(14, 28, 16, 30, .59854821)]
    public void The_chance_to_be_better_matches_the_closed_form(double xA, double nA, double xB, double nB, double chance) =>
        Assert.Equal(chance, ChanceBest.Better(new Arm(xA, nA), new Arm(xB, nB)), 1e-8);

    [Fact]
    public void Choosing_the_better_one_risks_little_and_the_worse_one_the_difference()
    {
        Assert.Equal(6.0155786e-6, ChanceBest.LossOf(B, A), 1e-12);
        Assert.Equal(.0050050158, ChanceBest.LossOf(A, B), 1e-9);
    }

    [Fact]
    public void Chances_add_up_to_one_keep_their_arm_and_losses_differ_by_the_means() => Gen.Select(Arms.Any, Arms.Any, Arms.Any).Sample((a, b, c) =>
    {
        var (straight, turned) = (ChanceBest.Best([a, b, c]), ChanceBest.Best([c, a, b]));
        Assert.Equal(1, straight.Sum(), 1e-9);
        Assert.All(straight, p => Assert.InRange(p, 0, 1));
        Assert.Equal(straight, [turned[1], turned[2], turned[0]], (x, y) => Math.Abs(x - y) < 1e-6);

        // E[max(b - a, 0)] - E[max(a - b, 0)] = E[b] - E[a].
        Assert.Equal((b.Conversions + 1) / (b.Users + 2) - (a.Conversions + 1) / (a.Users + 2), ChanceBest.LossOf(a, b) - ChanceBest.LossOf(b, a), 1e-5);
    }, iter: 60);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(5e8, 1e9)]
    [InlineData(0, 1e9)]
    [InlineData(1e9, 1e9)]
    public void Two_equal_arms_have_even_chances_at_any_size(double x, double n)
    {
        Assert.Equal(.5, ChanceBest.Better(new Arm(x, n), new Arm(x, n)), 1e-6);
        Assert.True(double.IsFinite(ChanceBest.LossOf(new Arm(x, n), new Arm(x, n))));
    }
}
