using MentorBot.Readouts;
using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class SourceTestsSearchConsole
{
    private static readonly IReadOnlyList<CampaignDay> Days = Story.Days(new StoryLine(), 5, new DateOnly(2026, 9, 7), 21);

    [Theory]
    [InlineData(true, "Graphique", "Requêtes")]
    [InlineData(false, "Chart", "Queries")]
    public void The_zip_is_read_by_its_days_and_offers_its_other_tables_by_name(bool french, string days, string queries)
    {
        var zip = SearchConsoleExport.Write(Days, french);
        var table = Reading.Table(Reading.Read(zip));
        Assert.Equal("search-console", table.Source);
        Assert.Equal(21, table.RowCount);
        Assert.Equal(Grain.Day, table.Grain);
        Assert.Equal(new DateOnly(2026, 9, 7), table.Dates[0]);
        Assert.Equal(Days.Sum(d => d.Clicks), table.Values("clicks_all").Sum());
        Assert.Equal(Days.Sum(d => d.Impressions), table.Values("impressions").Sum());
        Assert.All(table.Values("ctr"), v => Assert.InRange(v, 0, .2));
        var question = Assert.Single(table.Questions);
        Assert.Equal(("which-table", "1"), (question.Code, question.Assumed));
        Assert.Equal(["1", "2", "3", "4"], question.Options);
        Assert.Equal(table.Tables, question.Names);
        Assert.Equal([days, queries], table.Tables.Take(2));

        var chosen = Reading.Table(Reading.Read(zip, Reading.Options with { Table = 2 }));
        Assert.Equal("search-console", chosen.Source);
        Assert.Equal(21, chosen.Key("query")?.Values.Count);
        Assert.Empty(chosen.Questions);
        Assert.Equal("tables.no-such-table", Reading.RefusalCode(Reading.Read(zip, Reading.Options with { Table = 5 })));
    }

    [Fact]
    public void The_position_of_the_whole_is_weighed_by_impressions()
    {
        var table = Reading.Table("Date,Clicks,Impressions,CTR,Position\n2026-09-01,10,1000,1%,3\n2026-09-02,10,200,5%,12\n");
        var position = Totals.Of(table).Single(t => t.Id == "position");
        Assert.Equal((3.0 * 1000 + 12 * 200) / 1200, position.Total!.Value, 9);
        Assert.Equal("impressions", table.Metric("position")?.Kpi.Denominator);
    }
}
