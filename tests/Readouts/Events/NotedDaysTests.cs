using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

public sealed class NotedDaysTests
{
    private static readonly DateOnly Spot = KpiTableBuilder.Monday.AddDays(26);
    private static readonly ReadoutOptions Plain = new(new DateOnly(2027, 6, 1));
    private static readonly ReadoutOptions Noted = Plain with { Noted = [new NotedDays(Spot, Spot, "passage TV")] };

    [Fact]
    public void A_day_that_the_person_explained_is_no_odd_day_and_stays_in_the_total()
    {
        var table = new KpiTableBuilder().With("clicks_all", Series.Daily(35, 400, factor: i => i == 26 ? 3 : 1)).Build();

        Assert.Contains(ReadTable.Read(table, Plain).Findings, f => f.Code == "outlier-day");
        var readout = ReadTable.Read(table, Noted);
        Assert.DoesNotContain(readout.Findings, f => f.Code == "outlier-day");
        Assert.Equal(table.Metrics[0].Values.Sum(), readout.Metrics[0].Total);
    }

    [Fact]
    public void It_moves_no_baseline()
    {
        var with = Series.Daily(35, 400, factor: i => i == 26 ? 3 : 1);
        var without = (double[])[.. with.Select((v, i) => i == 26 ? double.NaN : v)];
        var seen = ReadTable.Read(new KpiTableBuilder().With("clicks_all", with).Build(), Noted).Series[0].Fit!;
        var missing = ReadTable.Read(new KpiTableBuilder().With("clicks_all", without).Build(), Plain).Series[0].Fit!;

        Assert.Equal(missing.Expected, seen.Expected);
    }

    [Fact]
    public void It_is_drawn_and_told_to_whoever_cannot_see_the_chart()
    {
        var texts = MentorBot.Messages.Texts.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
        var readout = ReadTable.Read(new KpiTableBuilder().With("clicks_all", Series.Daily(35, 400, factor: i => i == 26 ? 3 : 1)).Build(), Noted);
        var chart = new ReadoutChart(texts).Of(readout, new MentorBot.Messages.Voice("fr", MentorBot.Messages.AddressForm.Vous))!;

        Assert.Equal("passage TV", Assert.Single(chart.Notes).Words);
        Assert.Contains("passage TV (sam. 29 août)", chart.AltText, StringComparison.Ordinal);
        Assert.DoesNotContain(chart.Points, p => p.Flagged);
    }
}
