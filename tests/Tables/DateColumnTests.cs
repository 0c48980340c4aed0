using MentorBot.Tables;

namespace MentorBot.Tests.Tables;

public sealed class DateColumnTests
{
    [Theory]
    [InlineData("2026-09-01", 2026, 9, 1)]
    [InlineData("20260901", 2026, 9, 1)]
    [InlineData("2026-09-01T13:22:00Z", 2026, 9, 1)]
    [InlineData("2026-09-01 13:22", 2026, 9, 1)]
    [InlineData("1 sept. 2026", 2026, 9, 1)]
    [InlineData("1er sept. 2026", 2026, 9, 1)]
    [InlineData("mar. 1 sept. 2026", 2026, 9, 1)]
    [InlineData("28 févr. 2026", 2026, 2, 28)]
    [InlineData("3 juin 2026", 2026, 6, 3)]
    [InlineData("3 juil. 2026", 2026, 7, 3)]
    [InlineData("15 août 2026", 2026, 8, 15)]
    [InlineData("24 déc. 2026", 2026, 12, 24)]
    [InlineData("Sep 28, 2026", 2026, 9, 28)]
    [InlineData("September 28, 2026", 2026, 9, 28)]
    [InlineData("28-Sep-2026", 2026, 9, 28)]
    [InlineData("46266", 2026, 9, 1)]
    [InlineData("01.09.2026", 2026, 9, 1)]
    [InlineData("1 sept. 2026 - 2 sept. 2026", 2026, 9, 1)]
    public void A_day_is_read_in_every_form_seen(string text, int year, int month, int day) =>
        Assert.Equal([new DateOnly(year, month, day)], Reading.Table($"Day;Campaign;Clicks\n{text};a;3\n").Dates);

    [Theory]
    [InlineData("01/09/2026", "13/09/2026", 9, 1)]
    [InlineData("01/09/2026", "09/13/2026", 1, 9)]
    [InlineData("1-9-26", "13-9-26", 9, 1)]
    public void One_day_above_twelve_decides_the_order_for_all(string first, string second, int month, int day) =>
        Assert.Equal(new DateOnly(2026, month, day), Reading.Table($"Day;Campaign;Clicks\n{first};a;3\n{second};a;3\n").Dates[0]);

    [Fact]
    public void Dates_that_nothing_decides_are_asked_about_and_not_guessed()
    {
        const string text = "Jour;Campagne;Clics\n01/09/2026;a;3\n02/09/2026;a;4\n";
        var table = Reading.Table(text);
        Assert.Empty(table.Dates);
        Assert.Equal(Grain.None, table.Grain);
        Assert.Equal(7, table.Values("clicks_all").Sum());
        Assert.Equal("date-order", Assert.Single(table.Questions).Code);
        Assert.Equal(new DateOnly(2026, 9, 1), Reading.Table(text, Reading.Options with { DateOrder = "dmy" }).Dates[0]);
        Assert.Equal(new DateOnly(2026, 1, 9), Reading.Table(text, Reading.Options with { DateOrder = "mdy" }).Dates[0]);
    }

    [Fact]
    public void The_period_in_the_preamble_decides_where_the_column_cannot()
    {
        var table = Reading.Table("Rapport sur les campagnes\n1 sept. 2026 - 12 sept. 2026\nJour;Campagne;Impr.;Clics\n01/09/2026;a;30;3\n02/09/2026;a;30;4\n");
        Assert.Equal([new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2)], table.Dates);
        Assert.Empty(table.Questions);
    }

    [Fact]
    public void An_unreadable_date_refuses_its_row()
    {
        var table = Reading.Table("Day,Campaign,Clicks\n2026-09-01,a,3\n2026-13-45,a,4\n2026-09-03,a,5\n");
        Assert.Equal(2, table.RowCount);
        Assert.Equal((3, "tables.row.unreadable-date"), (Assert.Single(table.Refused).Line, table.Refused[0].Reason));
    }

    [Theory]
    [InlineData("Week", "2026-09-07", "2026-09-14", "Week")]
    [InlineData("Month", "2026-09", "2026-10", "Month")]
    [InlineData("Mois", "sept. 2026", "oct. 2026", "Month")]
    [InlineData("Day", "2026-09-07", "2026-09-08", "Day")]
    public void The_grain_is_named_by_the_header_or_the_dates(string header, string first, string second, string grain) =>
        Assert.Equal(Enum.Parse<Grain>(grain), Reading.Table($"{header};Campaign;Clicks\n{first};a;3\n{second};a;3\n").Grain);

    [Fact]
    public void Dates_seven_days_apart_are_weeks() =>
        Assert.Equal(Grain.Week, Reading.Table("Date;Campaign;Clicks\n2026-09-07;a;3\n2026-09-14;a;3\n2026-09-21;a;3\n").Grain);

    [Fact]
    public void Rows_that_cover_the_whole_report_have_no_series()
    {
        var table = Reading.Table("Reporting starts,Reporting ends,Campaign name,Amount spent (EUR),Link clicks\n2026-09-01,2026-09-20,a,10.5,3\n2026-09-01,2026-09-20,b,12.5,4\n");
        Assert.Equal(Grain.None, table.Grain);
        Assert.Empty(table.Dates);
        Assert.Equal((new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 20)), table.StatedPeriod);
    }

    [Fact]
    public void A_date_without_a_year_is_the_latest_possible_and_asks()
    {
        var table = Reading.Table("Date,Video Views,Likes\nDecember 31,5,1\nJanuary 1,6,2\n");
        Assert.Equal([new DateOnly(2025, 12, 31), new DateOnly(2026, 1, 1)], table.Dates);
        Assert.Contains(table.Questions, q => q.Code == "year");
    }
}
