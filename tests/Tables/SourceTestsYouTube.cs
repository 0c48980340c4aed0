using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class SourceTestsYouTube
{
    private static readonly DateOnly From = new(2026, 9, 7);
    private static readonly int[] Views = [.. Enumerable.Range(0, 14).Select(i => 1400 + 37 * i)];

    [Theory]
    [InlineData(true, "Données du graphique", "Données du tableau", "Totaux")]
    [InlineData(false, "Chart data", "Table data", "Totals")]
    public void The_chart_per_day_is_read_first_and_the_totals_last(bool french, string chart, string videos, string totals)
    {
        var zip = YouTubeExport.Write(From, Views, french);
        var table = Reading.Table(Reading.Read(zip));
        Assert.Equal([chart, videos, totals], table.Tables);
        Assert.Equal("youtube-studio", table.Source);
        Assert.Equal(Views.Select(v => (double)v), table.Values("views_content"));
        Assert.Equal(Views.Sum() / 40.0, table.Values("watch_time").Sum(), 2);
        Assert.Equal(From.AddDays(13), table.Dates[^1]);

        var perVideo = Reading.Table(Reading.Read(zip, Reading.Options with { Table = 2 }));
        Assert.Equal("youtube-studio", perVideo.Source);
        Assert.Equal(3, perVideo.RowCount);
        Assert.Equal(3.0 * Views.Sum(), perVideo.Values("views_content").Sum());
        Assert.Equal(3.0 * Views.Sum(), Assert.Single(perVideo.StatedTotals).Values["views_content"]);
        Assert.Equal([60, 70, 80], perVideo.Values("avg_duration"));
        Assert.Equal([.5, .6, .7], perVideo.Values("avg_pct_viewed").Select(v => Math.Round(v, 9)));
        Assert.Equal("views_content", perVideo.Metric("avg_duration")?.Kpi.Denominator);
        Assert.All(perVideo.Values("ctr"), v => Assert.InRange(v, .03, .06));
        Assert.Empty(perVideo.UnknownColumns);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_a_chart_the_table_of_videos_comes_before_the_totals(bool french) =>
        Assert.Equal(3, Reading.Table(Reading.Read(YouTubeExport.Write(From, Views, french, chart: false))).RowCount);

    [Fact]
    public void A_rate_in_percent_below_one_is_a_percent_where_the_header_says_so() =>
        Assert.Equal([.008, .009], Reading.Table("Content,Views,Impressions click-through rate (%)\na,10,0.8\nb,20,0.9\n").Values("ctr").Select(v => Math.Round(v, 9)));

    [Fact]
    public void What_advertisers_pay_per_thousand_is_left_aside_and_revenue_per_thousand_is_recomputed()
    {
        var table = Reading.Table("Date,Views,Your estimated revenue (USD),RPM (USD),CPM (USD)\n2026-09-01,1000,5.00,5.00,9.10\n2026-09-02,2000,8.00,4.00,8.10\n");
        Assert.Equal(("youtube-studio", "USD"), (table.Source, table.Currency));
        Assert.Equal(["CPM (USD)"], table.IgnoredColumns);
        Assert.Empty(table.UnknownColumns);
        Assert.Equal(13_000.0 / 3000, MentorBot.Readouts.Totals.Of(table).Single(t => t.Id == "rpm").Total!.Value, 9);
    }

    [Fact]
    public void Subscribers_gained_stand_for_subscribers_only_when_nothing_else_does()
    {
        Assert.Equal([5], Reading.Table("Date,Views,Subscribers gained\n2026-09-01,10,5\n").Values("subscribers"));
        var both = Reading.Table("Date,Views,Subscribers,Subscribers gained,Subscribers lost\n2026-09-01,10,3,5,2\n");
        Assert.Equal((3, 5, 2), (both.Values("subscribers")[0], both.Values("subscribers_gained")[0], both.Values("subscribers_lost")[0]));
    }

    [Fact]
    public void Subscribers_who_came_from_no_video_are_no_missing_rows()
    {
        var table = Reading.Table("Content,Video title,Video publish time,Views,Watch time (hours),Subscribers\nTotal,,,300,12,20\na,One,\"Sep 1, 2026\",200,8,9\nb,Two,\"Sep 2, 2026\",100,4,5\n");

        Assert.Equal("youtube-studio", table.Source);
        Assert.Equal(300, Assert.Single(table.StatedTotals).Values["views_content"]);
        Assert.DoesNotContain(MentorBot.Readouts.ReadTable.Read(table, new MentorBot.Readouts.ReadoutOptions(new DateOnly(2026, 11, 23))).Findings, f => f.Code == "truncated-export");
    }
}
