using CsCheck;
using MentorBot.Offers;
using MentorBot.Statistics;

namespace MentorBot.Tests.Offers;

/// <summary>Counts of guardrails as people type them beside a test of 16,450 and 16,520 people.</summary>
public sealed class TypedGuardrailsTests
{
    private static readonly OfferData Test = OfferData.Of(("A", new Arm(512, 16450)), ("B", new Arm(640, 16520)));
    private static readonly string[] Pieces = ["A", "B", "refunds", " : ", "/", "12", "512", "1e9", "%", " sur ", "\n", ";", "-3", "é", "\ud800"];

    [Theory]
    [InlineData("A 12/512, B 15/640", "", 512, 640)]
    [InlineData("refunds: A 12/512, B 15/640", "refunds", 512, 640)]
    [InlineData("remboursements : 12 sur 512 pour A, 15 sur 640 pour B", "remboursements", 512, 640)]
    [InlineData("A 12, B 15", "", 16450, 16520)]
    [InlineData("B 15, A 12", "", 16450, 16520)]
    [InlineData("plaintes A 12, B 15", "plaintes", 16450, 16520)]
    public void One_guardrail_is_read_in_the_order_of_the_test(string text, string metric, double a, double b)
    {
        var (read, _) = TypedGuardrails.Read(text, "fr", Test);

        var only = Assert.Single(read);
        Assert.Equal(metric, only.Metric);
        Assert.Equal([new Arm(12, a), new Arm(15, b)], only.Arms);
    }

    [Theory]
    [InlineData("remboursements A 12/512, B 15/640\nplaintes A 3, B 5")]
    [InlineData("remboursements A 12/512, B 15/640 ; plaintes A 3, B 5")]
    public void Several_guardrails_are_read_one_a_line(string text) => Assert.Equal(["remboursements", "plaintes"], TypedGuardrails.Read(text, "fr", Test).Read.Select(r => r.Metric));

    [Theory]
    [InlineData("A 12/512, B 15/640, C 3/500", "offers.refused.guardrail-arms")]
    [InlineData("A 12, B 99000", "offers.refused.more-conversions")]
    [InlineData("they held", null)]
    [InlineData("A 1,2 %, B 1,4 %", null)]
    public void What_is_no_count_of_each_arm_is_not_read(string text, string? code)
    {
        var (read, refusal) = TypedGuardrails.Read(text, "fr", Test);

        Assert.Empty(read);
        Assert.Equal(code, refusal?.Code);
    }

    [Fact]
    public void Any_text_is_read_or_not_and_never_a_fault() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 14].Sample(picked =>
        {
            var (read, refusal) = TypedGuardrails.Read(string.Concat(picked.Select(i => Pieces[i])), "fr", Test);
            Assert.False(read.Count > 0 && refusal is not null);
            Assert.All(read, r => Assert.All(r.Arms, a => Assert.True(a.Conversions >= 0 && a.Users > 0 && a.Conversions <= a.Users)));
        }, iter: 2000);
}
