using MentorBot.Messages;
using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

public sealed class MixShiftsTests
{
    private static readonly Texts Words = Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

    [Fact]
    public void A_total_that_falls_while_every_segment_improves_is_an_alarm()
    {
        var finding = Assert.Single(MixShifts(CauseTables.MoreSocial()));

        Assert.Equal(("cvr_session", Severity.Warning, "channel"), (finding.Metric, finding.Severity, finding.Evidence["key"]));
        Assert.Equal(true, finding.Evidence["reversal"]);
        Assert.Equal("Search", finding.Segment);
        Assert.Equal(.025, finding.Number("before"), .001);
        Assert.Equal(.02024, finding.Number("after"), .001);
        Assert.Equal(-.00693, finding.Number("mix"), .0008);
        Assert.Equal(.00217, finding.Number("rate"), .0008);
        Assert.Equal(.5, finding.Number("shareBefore"), .02);
        Assert.Equal(.28, finding.Number("shareAfter"), .02);
    }

    [Fact]
    public void Mix_and_rates_add_up_to_the_move() => Assert.All(CauseTables.All().SelectMany(MixShifts), f =>
        Assert.Equal(f.Number("after") - f.Number("before"), f.Number("mix") + f.Number("rate"), 1e-9 * f.Number("before")));

    [Fact]
    public void Rates_that_stay_while_weights_move_are_a_mix_shift_without_an_alarm()
    {
        var finding = Assert.Single(MixShifts(CauseTables.MoreSocialOnLinkClicks()));

        Assert.Equal(("cvr", Severity.Info), (finding.Metric, finding.Severity));
        Assert.InRange(finding.Number("mixShare"), .8, 1.2);
    }

    [Fact]
    public void A_cost_is_weighed_by_its_budget()
    {
        var finding = Assert.Single(MixShifts(CauseTables.DearCampaignGrows()), f => f.Metric == "cpa");

        Assert.Equal(16, finding.Number("before"), 1);
        Assert.Equal(25, finding.Number("after"), 1.5);
        Assert.Equal("spend", finding.Evidence["weight"]);
        Assert.InRange(finding.Number("mixShare"), .9, 1.1);
        Assert.Equal(.5, Math.Abs(finding.Number("shareBefore")), .02);
    }

    [Fact]
    public void Costs_that_rise_in_every_campaign_at_the_same_weights_are_no_mix_shift() => Assert.Empty(MixShifts(CauseTables.BothGetDearer()));

    [Fact]
    public void One_campaign_alone_has_no_mix() =>
        Assert.Empty(MixShifts(new KpiTableBuilder().Key("campaign", [.. Enumerable.Repeat("Only", 56)]).With("clicks_all", Series.Daily(56, 4000)).With("conversions", Series.Daily(56, 100, factor: i => i < 28 ? 1 : .6))));

    [Fact]
    public void The_text_names_the_segment_and_the_arithmetic_its_sum()
    {
        var readout = FindingsTests.Read(CauseTables.MoreSocial());
        var finding = readout.Findings.First(f => f.Code == "mix-shift");
        var voice = new Voice("fr", AddressForm.Tu);

        Assert.Contains("« Search »", new FindingText(Words).What(readout, finding, voice), StringComparison.Ordinal);
        Assert.Contains(new ReadoutArithmetic(Words).OfFinding(readout, finding, voice), l => l.Contains("pt (poids)", StringComparison.Ordinal));
    }

    private static Finding[] MixShifts(KpiTableBuilder table) => [.. FindingsTests.Read(table).Findings.Where(f => f.Code == "mix-shift")];
}
