namespace MentorBot.Tests.Tables;

public sealed class TotalsTests
{
    [Theory]
    [InlineData("Total")]
    [InlineData("Grand total")]
    [InlineData("Total: Account")]
    [InlineData("Total : compte")]
    [InlineData("Total\u00A0: campagnes")]
    [InlineData("Gesamt: Konto")]
    public void A_labelled_totals_row_is_dropped_wherever_it_stands_and_kept_as_a_check(string label)
    {
        foreach (var text in new[] { $"Day,Campaign,Cost,Clicks\n{label},,11.00,7\n2026-09-01,a,5.00,3\n2026-09-02,b,6.00,4\n", $"Day,Campaign,Cost,Clicks\n2026-09-01,a,5.00,3\n--,{label},11.00,7\n2026-09-02,b,6.00,4\n" })
        {
            var table = Reading.Table(text);
            Assert.Equal([5, 6], table.Values("spend"));
            Assert.Equal(11, Assert.Single(table.StatedTotals).Values["spend"]);
            Assert.Equal("tables.row.total", Assert.Single(table.Dropped).Reason);
            Assert.Empty(table.Refused);
        }
    }

    [Fact]
    public void A_campaign_called_Total_Energies_is_a_campaign() =>
        Assert.Equal(2, Reading.Table("Day,Campaign,Cost,Clicks\n2026-09-01,Total Energies,5.00,3\n2026-09-02,b,6.00,4\n").RowCount);

    [Fact]
    public void A_row_without_keys_that_is_smaller_than_others_is_no_total() =>
        Assert.Equal(2, Reading.Table("Campaign,Cost,Clicks\na,5.00,3\n,1.00,1\n").RowCount);

    [Fact]
    public void Headers_repeated_inside_the_file_are_dropped()
    {
        var table = Reading.Table("Day,Campaign,Cost,Clicks\n2026-09-01,a,5.00,3\nDay,Campaign,Cost,Clicks\n2026-09-02,b,6.00,4\n");
        Assert.Equal([5, 6], table.Values("spend"));
        Assert.Equal("tables.row.repeated-header", Assert.Single(table.Dropped).Reason);
    }
}
