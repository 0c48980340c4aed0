using MentorBot.Readouts;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Readouts;

/// <summary>Readings that together show every finding, and the corners: nothing, one row, zeros, huge numbers.</summary>
internal static class Gallery
{
    private static readonly DateOnly Monday = KpiTableBuilder.Monday;

    public static IReadOnlyList<Readout> All() =>
    [
        .. Tables().SelectMany(t => Enum.GetValues<CompareMode>().Select(mode => ReadTable.Read(t.Build(), new ReadoutOptions(new DateOnly(2028, 6, 1), mode)))),
        ReadTable.Read(new KpiTableBuilder().With("clicks_all", Series.Daily(42, 400, factor: i => i >= 28 ? .5 : 1)).Build(),
            new ReadoutOptions(new DateOnly(2028, 6, 1)) { Last = new LastReading(Monday.AddDays(28), "clicks_all", 11_200, 28, Monday.AddDays(27)), Noted = [new NotedDays(Monday, Monday.AddDays(1), "passage TV")] }),
        ReadTable.Read(new KpiTableBuilder().With("clicks_all", Series.Daily(29, 400)).Build(),
            new ReadoutOptions(new DateOnly(2028, 6, 1)) { Last = new LastReading(Monday.AddDays(28), "clicks_all", 0, 1, Monday.AddDays(27)) }),
        ReadTable.Read(new KpiTableBuilder().With("clicks_all", Series.Daily(35, 400, factor: i => i == 12 ? .3 : 1)).Build(), new ReadoutOptions(new DateOnly(2028, 6, 1), Country: "FR")),
        .. Enumerable.Range(1, 6).Select(seed => ReadTable.Read(SteadyExport.Of(seed), new ReadoutOptions(new DateOnly(2028, 6, 1)))),
        .. Enumerable.Range(1, 6).Select(seed => ReadTable.Read(SteadyPosts.Of(seed), new ReadoutOptions(new DateOnly(2028, 6, 1)))),
    ];

    private static IEnumerable<KpiTableBuilder> Tables() =>
    [
        new KpiTableBuilder().With("spend", Series.Daily(35, 500, decimals: 2)).With("clicks_all", Series.Daily(35, 900, seed: 2)).With("conversions", Series.Daily(35, 40, .1, seed: 3, factor: i => i is >= 20 and <= 23 ? 0 : 1))
            .With("conv_value", Series.Daily(35, 2400, .1, seed: 4, factor: i => i is >= 20 and <= 23 ? 0 : 1)),
        new KpiTableBuilder().With("clicks_all", Series.Daily(35, 400, factor: i => i is 25 or 26 ? 3 : 1)).With("spend", Series.Daily(35, 100, seed: 9, factor: i => i is 25 or 26 ? 3 : 1)),
        new KpiTableBuilder().With("spend", Series.Daily(56, 400, factor: i => i >= 30 ? .6 : 1)).With("clicks_all", Series.Daily(56, 800, seed: 6, factor: i => i >= 30 ? .6 : 1)),
        new KpiTableBuilder().With("clicks_all", Series.Daily(84, 900, factor: i => Math.Pow(.96, i / 7.0))).With("spend", Series.Daily(84, 300, seed: 8)),
        new KpiTableBuilder().With("clicks_all", Series.Daily(400, 400, factor: i => i >= 372 ? 1.4 : 1)),
        new KpiTableBuilder().With("clicks_all", Series.Daily(42, 900)).With("conversions", Series.Daily(42, 60, seed: 4, factor: i => 1 - Math.Exp(-(42 - i) / 2.7))).With("spend", Series.Daily(42, 500, seed: 7)),
        new KpiTableBuilder().From("google-ads").On([.. Enumerable.Range(0, 30).Select(i => new DateOnly(2028, 5, 2).AddDays(i))]).With("clicks_all", Series.Daily(30, 900)).With("conversions", Series.Daily(30, 60, seed: 4)),
        new KpiTableBuilder().With("clicks_all", Series.Daily(28, 400, factor: i => i == 27 ? .3 : 1)),
        new KpiTableBuilder().With("clicks_all", Series.Daily(28, 400, factor: i => i == 0 ? .3 : 1)),
        new KpiTableBuilder().With("clicks_all", Series.Daily(20, 400)).MadeOn(Monday.AddDays(19)),
        new KpiTableBuilder().Weekly().With("clicks_all", Series.Daily(12, 4000)).MadeOn(Monday.AddDays(80)),
        new KpiTableBuilder().On(Monday, Monday, Monday.AddDays(3)).Key("campaign", "A", "A", "B").With("spend", 12.5, 12.5, 40).With("clicks_all", 40, 40, 90).Stating(("clicks_all", 300), ("spend", 20)),
        new KpiTableBuilder().Undated().In("EUR", "GBP").With("spend", 100, 50).With("clicks_all", 10, 10),
        new KpiTableBuilder().Undated().Key("campaign", "A", "B").With("reach", 8000, 5000).With("impressions", 9000, 9000).With("clicks_all", 300, 90).With("ctr", .05, .01).Stating(("reach", 13_000)),
        new KpiTableBuilder().Undated().With("spend", 1500).With("conversions", 30),
        new KpiTableBuilder().With("clicks_all", Series.Daily(28, 40)).With("conversions", new double[28]),
        new KpiTableBuilder().With("conversions", 4, 3, 5, 2, 6, 2, 2, 3, 2, 3, 2, 4, 1, 2),
        new KpiTableBuilder().With("conversions", [.. new double[14], .. Enumerable.Repeat(9.0, 14)]),
        new KpiTableBuilder().With("conversions", [.. Enumerable.Repeat(1e9, 28)]).With("spend", [.. Enumerable.Repeat(.01, 28)]),
        new KpiTableBuilder().With("conversions", [.. Enumerable.Repeat(double.NaN, 28)]),
        new KpiTableBuilder().With("spend", -5, -3, 0, 0, -2, 4, 8, -1, 0, 0, 0, 0, 0, 0, 9, 0),
        new KpiTableBuilder().With("spend", 10).With("cpa", double.NaN),
        new KpiTableBuilder().Undated().With("clicks_all", 120).With("conversions", 300),
        new KpiTableBuilder().Undated().With("reach", 5),
        new KpiTableBuilder().Undated().Key("campaign", "A", "B").Key("attribution", "7-day click", "1-day view").Key("result_type", "Purchases", "Leads").With("spend", 10, 20).With("conversions", 300, 400).Headed("conversions", "Results").Rival("spend", "Cost", 10, 25),
        new KpiTableBuilder().Undated().Key("campaign", "A", "B", "C").Key("result_type", "Purchases", "Leads", "Views").With("conversions", 300, 400, 500).Headed("conversions", "Résultats").With("impressions", 9e4, 9e4, 9e4).With("ctr", .05, .01, .02).With("ctr_link", .03, .005, .01).Rival("ctr", "CTR (2)", .06, .01, .02),
        .. PostGallery.Tables(),
        .. CauseTables.All(),
    ];
}
