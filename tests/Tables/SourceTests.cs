using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class SourceTests
{
    private static readonly DateOnly From = new(2026, 9, 7);
    private static readonly IReadOnlyList<CampaignDay> Days = Story.Days(new StoryLine(), 7, From, 21);

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Google_Ads_reads_in_both_languages_and_both_forms(bool french, bool utf16)
    {
        var table = Reading.Table(Reading.Read(GoogleAdsExport.Write(Days, french, utf16)));
        Assert.Equal("google-ads", table.Source);
        Assert.Equal("EUR", table.Currency);
        Assert.Equal(Days.Count, table.RowCount);
        Assert.Equal(0, table.RefusedCount);
        Assert.Equal(Days.Select(d => d.Spend), table.Values("spend"));
        Assert.Equal(Days.Select(d => (double)d.Impressions), table.Values("impressions"));
        Assert.Equal(Days.Select(d => (double)d.Clicks), table.Values("clicks_all"));
        Assert.Equal(Days.Select(d => d.Conversions), table.Values("conversions"));
        Assert.Equal(Days.Select(d => d.Value), table.Values("conv_value"));
        Assert.Equal(Days.Select(d => Math.Round((double)d.Clicks / d.Impressions, 4)), table.Values("ctr").Select(v => Math.Round(v, 4)));
        Assert.Equal(Days.Select(d => d.Day), table.Dates);
        Assert.Equal(Grain.Day, table.Grain);
        Assert.Equal((From, From.AddDays(20)), table.StatedPeriod);
        Assert.Equal(3, table.StatedTotals.Count);
        Assert.All(table.Dropped, d => Assert.Equal("tables.row.total", d.Reason));
        Assert.Equal(Days.Sum(d => d.Spend), table.StatedTotals[0].Values["spend"], 2);
        Assert.Empty(table.Questions);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, false, true)]
    public void Meta_Ads_reads_in_both_languages_and_drops_its_unlabelled_totals(bool french, bool first, bool last)
    {
        var table = Reading.Table(Reading.Read(MetaAdsExport.Write(Days, french, first, last)));
        Assert.Equal("meta-ads", table.Source);
        Assert.Equal("EUR", table.Currency);
        Assert.Equal(Days.Select(d => d.Spend), table.Values("spend"));
        Assert.Equal(Days.Select(d => (double)d.LinkClicks), table.Values("clicks_link"));
        Assert.Equal(Days.Select(d => (double)d.Clicks), table.Values("clicks_all"));
        Assert.Equal(Days.Select(d => d.Conversions > 0 ? d.Conversions : double.NaN), table.Values("conversions"));
        Assert.All(table.Values("ctr_link"), v => Assert.InRange(v, 0, .2));
        Assert.NotNull(table.Metric("reach"));
        Assert.NotNull(table.Metric("cpm"));
        Assert.NotNull(table.Metric("cpc_link"));
        Assert.NotNull(table.Key("ad_group"));
        Assert.NotNull(table.Key("result_type"));
        Assert.Equal(Days.Select(d => d.Day), table.Dates);
        Assert.Empty(table.Questions);
        Assert.Equal(first || last ? 1 : 0, table.StatedTotals.Count);
        Assert.All(table.StatedTotals, t => Assert.Equal(Days.Sum(d => d.Spend), t.Values["spend"], 2));
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    [InlineData(true, false, true)]
    public void Ga4_reports_and_explorations_read_in_both_languages(bool french, bool exploration, bool nthDay)
    {
        var table = Reading.Table(Reading.Read(Ga4Export.Write(new StoryLine(), 3, From, 14, french, exploration, nthDay)));
        Assert.Equal("ga4", table.Source);
        Assert.Equal(14 * 4, table.RowCount);
        Assert.Equal(From, table.Dates.Min());
        Assert.Equal(From.AddDays(13), table.Dates.Max());
        Assert.Equal((From, From.AddDays(13)), table.StatedPeriod);
        Assert.All(table.Values("engagement_rate"), v => Assert.InRange(v, .3, .8));
        Assert.Equal(4, table.Key("channel")?.Values.Count);
        Assert.NotNull(table.Metric("users"));
        Assert.NotNull(table.Metric("conv_value"));
        Assert.Equal(exploration ? 1 : 0, table.StatedTotals.Count);
        Assert.All(table.StatedTotals, t => Assert.Equal(table.Values("sessions").Sum(), t.Values["sessions"]));
    }

    [Fact]
    public void The_shipped_examples_are_what_the_generator_writes()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "prompts", "examples");
        foreach (var (name, bytes) in ShippedExamples.All())
        {
            // WRITE_EXAMPLES names the folder to write them to, after a change of the generator.
            if (Environment.GetEnvironmentVariable("WRITE_EXAMPLES") is { } target)
            {
                File.WriteAllBytes(Path.Combine(target, name), bytes);
            }
            else
            {
                Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(folder, name)));
            }
        }
    }
}
