using System.Text;
using MentorBot.Readouts;
using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class SourceTestsAds
{
    private static readonly DateOnly From = new(2026, 10, 1);

    /// <summary>All days below 13: only the platform tells the order.</summary>
    private static readonly IReadOnlyList<CampaignDay> Days = Story.Days(new StoryLine(), 11, From, 12);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LinkedIn_reads_its_dates_month_first_and_drops_its_total(bool french)
    {
        var table = Reading.Table(Reading.Read(LinkedInExport.Write(Days, french)));
        Assert.Equal("linkedin-ads", table.Source);
        Assert.Equal("EUR", table.Currency);
        Assert.Equal(Days.Select(d => d.Day), table.Dates);
        Assert.Equal(Grain.Day, table.Grain);
        Assert.Equal((From, From.AddDays(11)), table.StatedPeriod);
        Assert.Equal(new DateOnly(2026, 11, 2), table.GeneratedOn);
        Assert.Equal(Days.Select(d => d.Spend), table.Values("spend"));
        Assert.Equal(Days.Select(d => (double)d.Clicks), table.Values("clicks_all"));
        Assert.Equal(Days.Select(d => (double)d.LinkClicks), table.Values("clicks_link"));
        Assert.Equal(Days.Select(d => d.Value), table.Values("conv_value"));
        Assert.Equal(Days.Sum(d => d.Spend), Assert.Single(table.StatedTotals).Values["spend"], 2);
        Assert.Equal(6 * Days.Count, table.Values("social_actions").Sum());
        Assert.NotNull(table.Metric("lead_form_opens"));
        Assert.NotNull(table.Metric("conversions_click"));
        Assert.NotNull(table.Metric("conversions_view"));
        Assert.Equal(0, table.RefusedCount);
        Assert.Empty(table.Questions);
        Assert.Empty(table.UnknownColumns);
        Assert.Equal(4, table.Key("campaign")?.Values.Count);
        Assert.Empty(FileAlarms(table));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TikTok_reads_destination_clicks_and_the_steps_of_the_video(bool french)
    {
        var table = Reading.Table(Reading.Read(TikTokAdsExport.Write(Days, french)));
        Assert.Equal("tiktok-ads", table.Source);
        Assert.Equal("EUR", table.Currency);
        Assert.Equal(Days.Select(d => d.Day), table.Dates);
        Assert.Equal(Days.Select(d => d.Spend), table.Values("spend"));
        Assert.Equal(Days.Select(d => (double)d.LinkClicks), table.Values("clicks_link"));
        Assert.Equal(Days.Select(d => (double)d.Clicks), table.Values("clicks_all"));
        Assert.Equal(Days.Select(d => d.Value), table.Values("conv_value"));
        Assert.All(new[] { "views_content", "video_2s", "video_6s", "video_25", "video_50", "video_75", "completion", "reactions", "comments", "shares", "reach" }, id => Assert.NotNull(table.Metric(id)));
        Assert.Equal("clicks_link", table.Metric("cvr")?.Kpi.Denominator);
        Assert.NotNull(table.Key("ad_group"));
        Assert.Equal(Days.Sum(d => d.Spend), Assert.Single(table.StatedTotals).Values["spend"], 2);
        Assert.Empty(table.UnknownColumns);
        Assert.Empty(table.Questions);
        Assert.Empty(FileAlarms(table));
    }

    private static IEnumerable<Finding> FileAlarms(KpiTable table) =>
        ReadTable.Read(table, new ReadoutOptions(new DateOnly(2026, 11, 23))).Findings.Where(f => f.Severity > Severity.Info && f.Code is ("ratio-mismatch" or "definition-conflict" or "mixed-result-types" or "total-exceeded" or "truncated-export" or "implausible"));

    [Fact]
    public void A_campaign_day_repeated_by_device_is_summed_and_its_budget_is_no_spend()
    {
        var table = Reading.Table("Campaign report\n\"September 1, 2026 - September 2, 2026\"\nDay,Campaign,Device,Budget,Currency code,Cost,Impr.,Clicks\n2026-09-01,a,Mobile,100.00,EUR,30.00,900,40\n2026-09-01,a,Desktop,100.00,EUR,12.50,300,10\n2026-09-02,a,Mobile,100.00,EUR,28.00,800,31\n");
        Assert.Equal(70.5, table.Values("spend").Sum());
        Assert.Equal(["Mobile", "Desktop"], table.Key("device")?.Values);
        Assert.Equal(["Budget"], table.IgnoredColumns);
        Assert.Empty(table.UnknownColumns);
    }

    [Fact]
    public void Multi_value_cells_and_fractions_of_conversions_are_kept_as_they_are()
    {
        var table = Reading.Table("Day,Campaign,Conversion action,Cost (EUR),Impr.,Conversions\n2026-09-01,a,\"Page view: 1.00; Purchase: 0.33\",30.00,90,1.33\n2026-09-02,a,--,28.00,80,0.67\n");
        Assert.Equal([1.33, .67], table.Values("conversions"));
        Assert.Equal(["Conversion action"], table.IgnoredColumns);
        Assert.Empty(table.UnknownColumns);
    }

    [Fact]
    public void A_French_range_in_a_row_is_its_first_day()
    {
        var table = Reading.Table("Rapport sur les campagnes\n1 sept. 2026 - 2 sept. 2026\nJour;Campagne;Code de la devise;Coût;Impr.;Clics\n1 sept. 2026;a;EUR;1\u202F234,50;10\u00A0000;120\n2 sept. 2026;a;EUR;--;< 10;31\nTotal : compte;;;1\u202F234,50;10\u00A0000;151\n");
        Assert.Equal([1234.5, double.NaN], table.Values("spend"));
        Assert.Equal([10_000, double.NaN], table.Values("impressions"));
        Assert.Equal(151, Assert.Single(table.StatedTotals).Values["clicks_all"]);
    }

    [Fact]
    public void An_export_saved_again_by_French_Excel_reads_the_same()
    {
        var text = "Début des rapports;Fin des rapports;Nom de la campagne;Jour;Montant dépensé (EUR);Impressions;Clics sur un lien;;\r\n01/09/2026;30/09/2026;Été;13/09/2026;1 234,50;10 000;120;;\r\n01/09/2026;30/09/2026;Été;14/09/2026;(12,25);900;31;;\r\n";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? throw new InvalidOperationException();
        var table = Reading.Table(Reading.Read(encoding.GetBytes(text)));
        Assert.Equal("meta-ads", table.Source);
        Assert.Equal([1234.5, -12.25], table.Values("spend"));
        Assert.Equal(new DateOnly(2026, 9, 13), table.Dates[0]);
        Assert.Equal(["Été"], table.Key("campaign")?.Values);
    }
}
