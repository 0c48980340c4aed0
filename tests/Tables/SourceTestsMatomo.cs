using MentorBot.Readouts;
using MentorBot.Tables;
using MentorBot.Tests.Builders.Exports;

namespace MentorBot.Tests.Tables;

public sealed class SourceTestsMatomo
{
    private static readonly int[] Visits = [.. Enumerable.Range(0, 14).Select(i => 1000 + 50 * i)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Matomo_reads_in_both_languages_from_wide_characters(bool french)
    {
        var table = Reading.Table(Reading.Read(MatomoExport.Write(new DateOnly(2026, 9, 7), Visits, french), Reading.Options with { Currency = "EUR" }));
        Assert.Equal("matomo", table.Source);
        Assert.Equal(14, table.RowCount);
        Assert.Equal(Visits.Select(v => (double)v), table.Values("sessions"));
        Assert.Equal(Visits.Sum() * .5, table.Values("conv_value").Sum(), 2);
        Assert.Equal(Visits.Sum() * 3, table.Values("actions").Sum());
        Assert.All(table.Values("bounce_rate"), v => Assert.Equal(.45, v, 9));
        Assert.All(table.Values("avg_duration"), v => Assert.Equal(130, v));
        Assert.All(table.Values("cvr_session"), v => Assert.Equal(.02, v, 9));
        Assert.Equal(.45, Totals.Of(table).Single(t => t.Id == "bounce_rate").Total!.Value, 9);
        Assert.Equal(.5, Totals.Of(table).Single(t => t.Id == "revenue_per_session").Total!.Value, 9);
        Assert.Null(Totals.Of(table).Single(t => t.Id == "users").Total);
        Assert.Empty(table.Rivals);
        Assert.Empty(table.UnknownColumns);
        Assert.Empty(table.Questions);
        Assert.Empty(table.PersonalColumns);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_name_of_a_row_is_its_label_and_no_person(bool french)
    {
        var table = Reading.Table(Reading.Read(MatomoExport.Keywords(french)));
        Assert.Equal(["abonnement journal", "le courrier"], table.Key("label")?.Values);
        Assert.Equal((40 * 120 + 60 * 80) / 200.0 / 100, Totals.Of(table).Single(t => t.Id == "bounce_rate").Total!.Value, 9);
    }
}
