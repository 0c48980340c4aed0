using System.Text.Json;
using MentorBot.Readouts;
using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class SourceTestsShops
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Fact]
    public void An_order_counts_once_whatever_its_number_of_articles_and_its_buyer_never()
    {
        var result = Reading.Read(ShopExport.Orders());
        var table = Reading.Table(result);
        Assert.Equal("shopify", table.Source);
        Assert.Equal("EUR", table.Currency);
        Assert.Equal(4, table.RowCount);
        Assert.Equal(70.5, Totals.Of(table).Single(t => t.Id == "conv_value").Total);
        Assert.Equal(60, Totals.Of(table).Single(t => t.Id == "revenue_net").Total);
        Assert.Equal(2, Totals.Of(table).Single(t => t.Id == "conversions").Total);
        Assert.Equal(7, table.Values("items_sold").Sum());
        Assert.Equal([new(2026, 9, 1), new(2026, 9, 1), new(2026, 9, 2), new DateOnly(2026, 9, 2)], table.Dates);
        Assert.Contains("Email", table.PersonalColumns);
        Assert.Contains("Billing Zip", table.PersonalColumns);
        var dump = JsonSerializer.Serialize(result, Json);
        Assert.DoesNotContain(ShopExport.Buyer, dump, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("0612345678", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("75001", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_buyers_of_the_same_article_on_one_day_are_no_repeated_row()
    {
        const string Head = "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n";
        const string Rest = "paid,2026-09-01,fulfilled,EUR,45.50,49.90,2026-09-01,1,Livre,45.50\n";
        var table = Reading.Table(Head + "#1001,a@exemple.fr," + Rest + "#1002,b@exemple.fr," + Rest);

        Assert.Equal("shopify", table.Source);
        Assert.DoesNotContain(ReadTable.Read(table, new ReadoutOptions(new DateOnly(2026, 11, 23))).Findings, f => f.Code == "duplicate-rows");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Net_and_total_sales_are_two_figures(bool french)
    {
        var table = Reading.Table(Reading.Read(ShopExport.Analytics(french)));
        Assert.Equal("EUR", table.Currency);
        Assert.Equal(2000.5, table.Values("revenue_gross").Sum());
        Assert.Equal(1850, table.Values("conv_value").Sum());
        Assert.Equal(2220, table.Values("revenue_total").Sum());
        Assert.Equal(-100, table.Values("discounts").Sum());
        Assert.Equal(-50.5, table.Values("returns").Sum());
        Assert.Equal(20, table.Values("conversions").Sum());
        Assert.Empty(table.Rivals);
    }

    [Theory]
    [InlineData("Deal Name,Deal Stage,Pipeline,Amount,Close Date,Contact owner,Original Source")]
    [InlineData("Opportunity Name,Stage,Pipeline,Amount,Close Date,Opportunity owner,Lead Source")]
    public void Deals_are_read_without_their_owners(string headers)
    {
        var table = Reading.Table(headers + "\nAcme,Closed won,Sales,\"1,200.50\",2026-09-01,Zerbinette,Organic Search\nBolt,Open,Sales,800.00,2026-09-08,Zerbinette,Paid Social\n", Reading.Options with { Currency = "EUR" });
        Assert.Equal("crm", table.Source);
        Assert.Equal(2000.5, table.Values("conv_value").Sum());
        Assert.Equal(["Closed won", "Open"], table.Key("stage")?.Values);
        Assert.Equal(2, table.Key("lead_source")?.Values.Count);
        Assert.Single(table.PersonalColumns);
    }
}
