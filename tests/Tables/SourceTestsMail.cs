using MentorBot.Readouts;
using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class SourceTestsMail
{
    [Fact]
    public void Mailchimp_reads_one_row_per_sending_with_people_who_are_never_summed()
    {
        var table = Reading.Table(Reading.Read(MailchimpExport.Write(new DateOnly(2026, 9, 1), 6)));
        Assert.Equal("mailchimp", table.Source);
        Assert.Equal(6, table.RowCount);
        Assert.Equal(new DateOnly(2026, 9, 1), table.Dates[0]);
        Assert.Equal(Enumerable.Range(0, 6).Sum(i => 12_000.0 + i), table.Values("delivered").Sum());
        Assert.Equal(Enumerable.Range(0, 6).Sum(i => 12_050.0 + i), table.Values("sent").Sum());
        Assert.Equal(180, table.Values("bounces").Sum());
        Assert.Equal(120, table.Values("soft_bounces").Sum());
        Assert.Equal(72, table.Values("unsubscribes").Sum());
        Assert.Equal(6, table.Values("complaints").Sum());
        Assert.All(table.Values("open_rate"), v => Assert.Equal(.35, v, 9));
        var totals = Totals.Of(table);
        Assert.Null(totals.Single(t => t.Id == "unique_opens").Total);
        Assert.Null(totals.Single(t => t.Id == "unique_clicks").Total);
        Assert.Equal(.35, totals.Single(t => t.Id == "open_rate").Total!.Value, 9);
        Assert.Empty(table.Questions);
    }

    [Theory]
    [InlineData("sent,delivered,uniqueViews,uniqueClicks,hardBounces,softBounces,complaints,unsubscriptions")]
    [InlineData("Envoyés,Délivrés,Ouvertures uniques,Clics uniques,Rebonds définitifs,Rebonds temporaires,Plaintes,Désabonnements")]
    [InlineData("Envois,Livraisons,Ouvertures uniques,Clics uniques,Rebonds,Rebonds temporaires,Plaintes,Désabonnements")]
    public void Other_senders_name_the_same_figures_otherwise(string headers)
    {
        var table = Reading.Table($"Date,{headers}\n2026-09-01,1000,980,300,40,5,15,1,4\n");
        Assert.Equal(["sent", "delivered", "unique_opens", "unique_clicks", "bounces", "soft_bounces", "complaints", "unsubscribes"], table.Metrics.Select(m => m.Kpi.Id));
    }
}
