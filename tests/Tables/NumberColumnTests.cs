using System.Globalization;
using MentorBot.Tables;

namespace MentorBot.Tests.Tables;

public sealed class NumberColumnTests
{
    [Theory]
    [InlineData("1 234,56", 1234.56)]
    [InlineData("1\u00A0234,56", 1234.56)]
    [InlineData("12\u202F345\u202F678", 12345678)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1,234.56", 1234.56)]
    [InlineData("1'234.56", 1234.56)]
    [InlineData("1\u2019234.56", 1234.56)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("0,123", .123)]
    [InlineData("1234,567", 1234.567)]
    [InlineData("12,5", 12.5)]
    [InlineData("-12", -12)]
    [InlineData("\u221212,5", -12.5)]
    [InlineData("(12)", -12)]
    [InlineData("€1,234.50", 1234.5)]
    [InlineData("1 234,56 €", 1234.56)]
    [InlineData("CA$12.34", 12.34)]
    [InlineData("EUR 12.00", 12)]
    [InlineData("-€5.50", -5.5)]
    [InlineData("12.00 CHF", 12)]
    [InlineData("0", 0)]
    [InlineData("1.5E3", 1500)]
    public void A_cell_is_read_in_every_country_form(string text, double value)
    {
        var cell = NumberCell.Read(text);
        Assert.Equal(CellKind.Number, cell.Kind);
        Assert.Equal(value, cell.Value, 9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("N/A")]
    [InlineData("n.c.")]
    [InlineData("NaN")]
    [InlineData("< 10")]
    [InlineData("<10")]
    public void Not_reported_is_missing_and_not_zero(string text) => Assert.Equal(CellKind.Missing, NumberCell.Read(text).Kind);

    [Theory]
    [InlineData("abc")]
    [InlineData("Page view: 1.00")]
    [InlineData("12 34")]
    [InlineData("1,23,4")]
    [InlineData("1.2.3")]
    [InlineData("1,2345,678")]
    [InlineData("12,")]
    [InlineData("€")]
    [InlineData("=A1")]
    [InlineData("12 pommes")]
    [InlineData("2026-09-01")]
    public void What_is_no_number_is_unreadable(string text)
    {
        var cell = NumberCell.Read(text);
        Assert.True(cell.Kind == CellKind.Unreadable || text == "12," && cell.Value == 12, $"{text} was read as {cell.Value.ToString(CultureInfo.InvariantCulture)}");
    }

    [Fact]
    public void One_cell_with_cents_decides_the_whole_column()
    {
        Assert.Equal([1234, 12.5], Reading.Table("Campaign;Cost (EUR);Clicks\na;1,234;5\nb;12.50;6\n").Values("spend"));
        Assert.Equal([1.234, 12.5], Reading.Table("Campaign;Cost (EUR);Clicks\na;1,234;5\nb;12,50;6\n").Values("spend"));
    }

    [Fact]
    public void Another_column_decides_when_the_column_itself_cannot()
    {
        var table = Reading.Table("Campaign;Cost (EUR);Conv. value;Clicks\na;1,234;3,456.00;5\nb;2,345;12.50;6\n");
        Assert.Equal([1234, 2345], table.Values("spend"));
        Assert.Empty(table.Questions);
    }

    [Fact]
    public void A_column_that_nothing_decides_is_asked_about_and_has_no_values_meanwhile()
    {
        const string text = "Campaign;Cost (EUR);Clicks\na;1,234;5\nb;2,345;6\n";
        var table = Reading.Table(text);
        Assert.Equal([double.NaN, double.NaN], table.Values("spend"));
        var question = Assert.Single(table.Questions);
        Assert.Equal(("decimal-sign", null, "Cost (EUR)"), (question.Code, question.Assumed, question.Column));
        Assert.Equal([1.234, 2.345], Reading.Table(text, Reading.Options with { DecimalSign = ',' }).Values("spend"));
        Assert.Equal([1234, 2345], Reading.Table(text, Reading.Options with { DecimalSign = '.' }).Values("spend"));
    }

    [Fact]
    public void Clicks_are_whole_so_three_digits_are_thousands()
    {
        var table = Reading.Table("Campaign;Cost (EUR);Clicks\na;1,234;5,678\n");
        Assert.Equal([5678], table.Values("clicks_all"));
        Assert.Equal([1234], table.Values("spend"));
    }

    [Theory]
    [InlineData("2.50%", .025)]
    [InlineData("2,50 %", .025)]
    [InlineData("0.0250", .025)]
    [InlineData("2.5", .025)]
    public void A_rate_becomes_a_fraction_however_it_is_written(string text, double value) =>
        Assert.Equal(value, Assert.Single(Reading.Table($"Campaign;CTR;Clicks\na;{text};5\n").Values("ctr")), 9);

    [Fact]
    public void A_bare_rate_below_one_is_settled_by_the_counts_of_the_file()
    {
        Assert.Equal([.008], Reading.Table("Campaign;CTR;Clicks;Impressions\na;0.8;8;1000\n").Values("ctr").Select(v => Math.Round(v, 9)));
        Assert.Equal([.8], Reading.Table("Campaign;CTR;Clicks;Impressions\na;0.8;800;1000\n").Values("ctr"));
    }

    [Theory]
    [InlineData("Cost (EUR)", "5", "EUR")]
    [InlineData("Cost", "€5", "EUR")]
    [InlineData("Cost", "5 $", "USD")]
    [InlineData("Coût (CHF)", "5", "CHF")]
    public void The_currency_is_found_in_the_header_or_the_cells(string header, string cell, string currency) =>
        Assert.Equal(currency, Reading.Table($"Campaign;{header};Clicks\na;{cell};3\n").Currency);

    [Fact]
    public void Several_currencies_leave_the_file_without_one()
    {
        var table = Reading.Table("Campaign;Currency;Cost;Clicks\na;EUR;5;3\nb;USD;6;3\n");
        Assert.Null(table.Currency);
        Assert.Equal(["EUR", "USD"], table.Currencies);
    }

    [Fact]
    public void A_file_without_a_currency_asks_unless_told()
    {
        Assert.Equal("currency", Assert.Single(Reading.Table("Campaign;Cost;Clicks\na;5;3\n").Questions).Code);
        Assert.Equal("GBP", Reading.Table("Campaign;Cost;Clicks\na;5;3\n", Reading.Options with { Currency = "GBP" }).Currency);
    }

    [Theory]
    [InlineData("0:00:34", 34)]
    [InlineData("00:01:23", 83)]
    [InlineData("2h02", 7320)]
    [InlineData("1 min 23 s", 83)]
    [InlineData("95.5", 95.5)]
    public void Durations_become_seconds(string text, double seconds) =>
        Assert.Equal(seconds, Assert.Single(Reading.Table($"Page path;Average engagement time;Sessions\n/a;{text};3\n").Values("avg_duration")));
}
