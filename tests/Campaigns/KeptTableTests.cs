using MentorBot.Campaigns;
using MentorBot.Tables;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Campaigns;

public sealed class KeptTableTests
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Fact]
    public void A_kept_table_is_read_as_its_file_was()
    {
        double[] spend = [.. Enumerable.Range(0, 84).Select(i => 100 + (7.3 * (i % 11)))];
        var table = new KpiTableBuilder().With("spend", spend).With("conversions", [.. Enumerable.Range(0, 84).Select(i => i == 5 ? double.NaN : i % 7)])
            .With("clicks_all", [.. spend.Select(s => Math.Round(s * 1.7))]).Key("campaign", [.. Enumerable.Range(0, 84).Select(i => i % 2 == 0 ? "Été | FR" : "Hors marque")]).Build();
        var options = new CampaignOptions(Today) { BreakEvenCpa = 40 };

        var kept = KeptTable.Read(KeptTable.Write(table));

        var (before, after) = (CampaignReading.Of(table, options).Reading!, CampaignReading.Of(kept, options).Reading!);
        Assert.Equal(before.Campaigns, after.Campaigns);
        Assert.Equal(before.Findings.Select(f => (f.Code, f.Segment, f.Number("cpa"))), after.Findings.Select(f => (f.Code, f.Segment, f.Number("cpa"))));
        Assert.Equal(before.Readout.Findings.Select(f => f.Code), after.Readout.Findings.Select(f => f.Code));
        Assert.Equal((before.Decision.Action, before.Decision.Why, before.Decision.ReadOn), (after.Decision.Action, after.Decision.Why, after.Decision.ReadOn));
    }

    [Fact]
    public void What_is_kept_of_a_quarter_of_eight_campaigns_fits_a_run()
    {
        const int rows = 90 * 8;
        var random = new Random(4);
        double[] Column(double scale) => [.. Enumerable.Range(0, rows).Select(_ => Math.Round(scale * random.NextDouble(), 2))];
        var table = new KpiTableBuilder().With("spend", Column(300)).With("impressions", Column(20_000)).With("clicks_all", Column(400)).With("conversions", Column(20)).With("conv_value", Column(900))
            .Key("campaign", [.. Enumerable.Range(0, rows).Select(i => $"Campagne {i % 8}")]).Build();

        Assert.InRange(KeptTable.Write(table).Length, 1, 64 * 1024);
    }
}
