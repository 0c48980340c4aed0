using System.Text;
using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class ManyTablesTests
{
    private static readonly object?[][] ByCampaign = [["Campagne", "Coût (EUR)", "Clics"], ["Marque", 10.5, 3.0], ["Podcast", 12.5, 4.0]];
    private static readonly object?[][] ByDay = [["Jour", "Coût (EUR)", "Clics"], [new DateOnly(2026, 9, 1), 11.0, 3.0], [new DateOnly(2026, 9, 2), 12.0, 4.0]];

    [Fact]
    public void The_sheets_of_a_workbook_are_its_tables_and_the_one_with_days_is_read_first()
    {
        var book = Workbook.Of([("Lisez-moi", [["Export de la régie"]]), ("Par campagne", ByCampaign), ("Par jour", ByDay)]);
        var table = Reading.Table(Reading.Read(book));
        Assert.Equal(["Par jour", "Par campagne"], table.Tables);
        Assert.Equal([11, 12], table.Values("spend"));
        Assert.Equal(["1", "2"], Assert.Single(table.Questions).Options);
        Assert.Equal(["Marque", "Podcast"], Reading.Table(Reading.Read(book, Reading.Options with { Table = 2 })).Key("campaign")?.Values);
    }

    [Fact]
    public void A_sheet_without_headers_adds_no_row_to_the_table_before_it()
    {
        var table = Reading.Table(Reading.Read(Workbook.Of([("Par jour", ByDay), ("Notes", [["a", 1.0, 2.0], ["b", 3.0, 4.0]])])));
        Assert.Equal(2, table.RowCount);
        Assert.Equal(0, table.RefusedCount);
        Assert.Empty(table.Questions);
        Assert.Equal(["Par jour"], table.Tables);
    }

    [Fact]
    public void Two_tables_of_one_text_are_called_by_their_headers()
    {
        var table = Reading.Table("Day,Campaign,Clicks\n2026-09-01,a,3\n\nCountry,Clicks,Impressions\nFrance,3,90\n");
        Assert.Equal(["Day, Campaign, Clicks", "Country, Clicks, Impressions"], table.Tables);
        Assert.Equal([3], table.Values("clicks_all"));
    }

    [Fact]
    public void The_names_of_entries_are_labels_whatever_paths_they_spell()
    {
        var table = Reading.Table(Reading.Read(Archive.Of([("../../etc/Dates.csv", "Date,Clicks,Impressions\n2026-09-01,3,90\n"u8.ToArray()), ("/absolute/Pages.csv", "Top pages,Clicks,Impressions\n/a,3,90\n"u8.ToArray())])));
        Assert.Equal(["Dates", "Pages"], table.Tables);
    }

    [Fact]
    public void An_archive_that_unpacks_too_far_is_refused()
    {
        var small = Reading.Options with { MaxBytes = 1024 * 1024 };
        Assert.Equal("tables.zip-bomb", Reading.RefusalCode(Reading.Read(Archive.Of([("Dates.csv", new byte[30_000_000])]), small)));
        Assert.Equal("tables.too-large", Reading.RefusalCode(Reading.Read(Archive.Of([("Dates.csv", Encoding.UTF8.GetBytes("Date,Clicks\n" + new string('1', 3_000_000)))]), small)));
    }

    [Fact]
    public void An_unclosed_quote_in_an_entry_is_named_with_its_line() =>
        Assert.Equal("tables.unclosed-quote", Reading.RefusalCode(Reading.Read(Archive.Of([("Dates.csv", "Date,Clicks\n2026-09-01,3\n2026-09-02,\"4\n"u8.ToArray())]))));

    [Fact]
    public void An_archive_without_a_table_says_why_it_is_none()
    {
        Assert.Equal("tables.zip", Reading.RefusalCode(Reading.Read(Archive.Of([("photo.jpg", [1, 2, 3])]))));
        Assert.Equal("tables.no-rows", Reading.RefusalCode(Reading.Read(Archive.Of([("Dates.csv", "Date,Clicks,Impressions\n"u8.ToArray())]))));
        Assert.Equal("tables.unknown-columns", Reading.RefusalCode(Reading.Read(Archive.Of([("Stocks.csv", "Couleur,Poids\nrouge,12\n"u8.ToArray())]))));
    }

    [Fact]
    public void A_workbook_called_csv_is_a_workbook() => Assert.Equal([11, 12], Reading.Table(Reading.Read(Workbook.Of(ByDay))).Values("spend"));

    [Fact]
    public void A_header_of_two_rows_is_read_with_what_is_merged_above_it()
    {
        object?[][] rows =
        [
            ["Jour", "Google Ads", null, "Meta", null],
            [null, "Coût (EUR)", "Clics", "Coût (EUR)", "Clics"],
            [new DateOnly(2026, 9, 1), 10.0, 3.0, 20.0, 9.0],
            [new DateOnly(2026, 9, 2), 12.0, 4.0, 22.0, 8.0],
        ];
        var table = Reading.Table(Reading.Read(Workbook.Of([("Suivi", rows)], "A1:A2", "B1:C1", "D1:E1")));
        Assert.Equal(new DateOnly(2026, 9, 1), table.Dates[0]);
        Assert.Equal([10, 12], table.Values("spend"));
        Assert.Equal(["Coût (EUR) (2)", "Clics (2)"], table.Rivals.Select(r => r.Header));
    }

    [Fact]
    public void Merged_cells_say_the_same_in_each_of_them()
    {
        object?[][] rows =
        [
            ["Suivi 2026", null, null, null, null],
            ["Jour", "Campagne", "Coût (EUR)", "Clics", null],
            [new DateOnly(2026, 9, 1), "Marque", 10.0, 3.0, null],
            [null, "Podcast", 12.0, 4.0, null],
            [new DateOnly(2026, 9, 2), "Marque", 11.0, 5.0, null],
        ];
        var table = Reading.Table(Reading.Read(Workbook.Of([("Suivi", rows)], "A1:E1", "A3:A4")));
        Assert.Equal([new(2026, 9, 1), new(2026, 9, 1), new DateOnly(2026, 9, 2)], table.Dates);
        Assert.Equal(33, table.Values("spend").Sum());
    }
}
