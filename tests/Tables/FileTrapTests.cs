using System.Text;
using MentorBot.Tables;

namespace MentorBot.Tests.Tables;

public sealed class FileTrapTests
{
    private const string French = "Jour;Campagne;Coût;Impr.;Clics\n01/09/2026;Été | marque;1 234,50;10 000;120\n13/09/2026;Été | podcast;12,00;900;31\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "utf-16le-no-mark", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_reads_the_same(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" or "utf-8-bom" => new UTF8Encoding(name == "utf-8-bom"),
            "utf-16le" => Encoding.Unicode,
            "utf-16le-no-mark" => new UnicodeEncoding(false, false),
            "utf-16be" => Encoding.BigEndianUnicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? throw new InvalidOperationException(),
        };
        var table = Reading.Table(Reading.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(French)]));
        Assert.Equal([1234.5, 12], table.Values("spend"));
        Assert.Equal([10000, 900], table.Values("impressions"));
        Assert.Equal("Été | marque", table.Key("campaign")?.Values[0]);
        Assert.Equal([new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 13)], table.Dates);
    }

    [Fact]
    public void Headers_read_in_the_wrong_encoding_are_repaired()
    {
        var table = Reading.Table(French.Replace("Coût", "CoÃ»t", StringComparison.Ordinal));
        Assert.Equal([1234.5, 12], table.Values("spend"));
        Assert.Equal("Coût", table.Metric("spend")?.Header);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void The_delimiter_is_found_although_campaign_names_hold_bars_and_commas(string sign)
    {
        var text = string.Join('\n', new[] { "Day,Campaign,Cost,Clicks", "2026-09-01,\"A | B, C; D\",1.50,3", "2026-09-02,\"A | B, C; D\",2.25,4" }.Select(l => l.Replace("\"A | B, C; D\"", "@", StringComparison.Ordinal).Replace(",", sign, StringComparison.Ordinal).Replace("@", "\"A | B, C; D\"", StringComparison.Ordinal)));
        var table = Reading.Table(text);
        Assert.Equal([1.5, 2.25], table.Values("spend"));
        Assert.Equal(["A | B, C; D"], table.Key("campaign")?.Values);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_refused_with_its_line()
    {
        var result = Reading.Read("Day,Campaign,Cost\n2026-09-01,\"two\nlines\",5\n2026-09-02,\"open,6\n2026-09-03,b,7\n");
        Assert.Equal("tables.unclosed-quote", Reading.RefusalCode(result));
        Assert.Equal(4, result.Refusal?.Values["line"]);
    }

    [Fact]
    public void An_unreadable_amount_refuses_its_row_and_names_its_line()
    {
        var table = Reading.Table("Day,Campaign,Cost,Clicks\n2026-09-01,a,5.00,3\n2026-09-02,a,abc,4\n2026-09-03,a,6.00,5\n");
        Assert.Equal([5, 6], table.Values("spend"));
        Assert.Equal([2, 4], table.Lines);
        Assert.Equal(new RowNote(3, "tables.row.unreadable-amount", "Cost"), Assert.Single(table.Refused));
        Assert.Equal(1, table.RefusedCount);
    }

    [Fact]
    public void Cells_beyond_the_header_refuse_the_row_because_every_amount_after_the_comma_moved()
    {
        var table = Reading.Table("Day,Clicks,Cost\n2026-09-01,3,5.00\n2026-09-02,4,5,50\n");
        Assert.Equal([3], table.Values("clicks_all"));
        Assert.Equal("tables.row.too-many-cells", Assert.Single(table.Refused).Reason);
    }

    [Fact]
    public void Two_tables_in_one_file_read_the_first_and_ask_which()
    {
        const string text = "# Start date: 20260901\n# End date: 20260903\nDate,Sessions,Engaged sessions\n20260901,10,5\n20260902,12,6\n\n# Start date: 20250901\nDate,Sessions,Engaged sessions\n20250901,7,5\n";
        var table = Reading.Table(text);
        Assert.Equal([10, 12], table.Values("sessions"));
        Assert.Equal("which-table", Assert.Single(table.Questions).Code);
        Assert.Equal([7], Reading.Table(text, Reading.Options with { Table = 2 }).Values("sessions"));
    }

    [Fact]
    public void Empty_columns_rows_and_footnotes_are_left_out()
    {
        var table = Reading.Table("Day;Campaign;Cost;Clicks;;\n2026-09-01;a;5,00;3;;\n;;;;;\n2026-09-02;a;6,50;4;;\nSource : régie interne;;;;;\n");
        Assert.Equal(2, table.RowCount);
        Assert.Equal("tables.row.footnote", Assert.Single(table.Dropped).Reason);
    }

    [Fact]
    public void A_formula_is_text()
    {
        var table = Reading.Table("Day,Campaign,Cost,Clicks\n2026-09-01,=CMD(),5.00,3\n2026-09-02,a,=A1,4\n");
        Assert.Equal(["=CMD()"], table.Key("campaign")?.Values);
        Assert.Equal(3, Assert.Single(table.Refused).Line);
    }

    [Fact]
    public void Duplicate_headers_keep_the_first_and_name_the_other()
    {
        var table = Reading.Table("Day,Cost,Cost,Clicks\n2026-09-01,5.00,9.00,3\n");
        Assert.Equal([5], table.Values("spend"));
        Assert.Equal(["Cost (2)"], table.IgnoredColumns);
    }

    [Theory]
    [InlineData("", "tables.empty-file")]
    [InlineData("\n\n", "tables.empty-file")]
    [InlineData("%PDF-1.7 ...", "tables.pdf")]
    [InlineData("<!DOCTYPE html><html>", "tables.not-a-table")]
    [InlineData("Jour;Campagne;Coût;Clics\n", "tables.no-rows")]
    [InlineData("Couleur;Taille;Poids\nrouge;12;3\n", "tables.unknown-columns")]
    [InlineData("just one sentence of text", "tables.not-a-table")]
    [InlineData("https://docs.google.com/spreadsheets/d/abc/edit", "tables.link")]
    [InlineData("Day,Cost,Clicks\n2026-09-01,abc,4\n", "tables.no-readable-row")]
    [InlineData("PK\u0003\u0004 cut short", "tables.damaged")]
    public void What_is_no_table_is_refused_with_its_own_sentence(string text, string code) => Assert.Equal(code, Reading.RefusalCode(Reading.Read(text)));

    [Fact]
    public void A_file_above_the_limit_is_refused_with_the_limit()
    {
        var result = Reading.Read(French, Reading.Options with { MaxBytes = 40 });
        Assert.Equal("tables.too-large", Reading.RefusalCode(result));
    }
}
