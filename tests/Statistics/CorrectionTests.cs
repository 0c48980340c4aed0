using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>Source: facts/statistics.md 1.7 (R's p.adjust).</summary>
public sealed class CorrectionTests
{
    [Fact]
    public void Holm_matches_R() => Assert.Equal([.05, .12, .12, .03, 1, 1], Correction.Holm([.01, .04, .03, .005, .55, .6]).Select(p => Math.Round(p, 10)));

    [Fact]
    public void Looks_that_were_left_out_are_paid_for_too() => Assert.Equal([.04, .06], Correction.Holm([.01, .02], looks: 4).Select(p => Math.Round(p, 10)));

    [Fact]
    public void Adjusted_p_keep_their_order_never_fall_below_their_own_and_never_exceed_Bonferronis() => Gen.Double[0, 1].Array[1, 20].Sample(p =>
    {
        var adjusted = Correction.Holm(p);
        for (var i = 0; i < p.Length; i++)
        {
            Assert.InRange(adjusted[i], p[i], Math.Min(1, p.Length * p[i]) + 1e-12);
            Assert.All(Enumerable.Range(0, p.Length).Where(j => p[j] >= p[i]), j => Assert.True(adjusted[j] >= adjusted[i]));
        }
    }, iter: 300);

    [Fact]
    public void A_single_look_is_not_corrected() => Assert.Equal([.03], Correction.Holm([.03]));
}
