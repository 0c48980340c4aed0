using MathNet.Numerics.Distributions;
using MentorBot.Campaigns;
using MentorBot.Tables;
using MentorBot.Tests.Builders;

namespace MentorBot.Tests.Campaigns.Running;

/// <summary>Exports of simulated campaigns: what each costs and how its audience takes it is known, so that a reading can be right or wrong.</summary>
internal static class SimulatedCampaigns
{
    public static readonly DateOnly Today = new(2027, 3, 1);

    public const double BreakEven = 40;

    public static CampaignOptions Options(double? breakEven = BreakEven) => new(Today) { BreakEvenCpa = breakEven };

    public static CampaignReading Read(KpiTable table, CampaignOptions? options = null) =>
        CampaignReading.Of(table, options ?? Options()).Reading ?? throw new InvalidOperationException("This file should be read.");

    /// <summary>One row per day and campaign.</summary>
    public static KpiTable Daily(int days, int seed, params IReadOnlyList<Simulated> campaigns)
    {
        var random = new Random(seed);
        double Count(double mean) => Poisson.Sample(random, Math.Max(1e-9, mean));
        var rows = new List<(DateOnly Day, string Name, double Spend, double Shown, double Clicks, double Sales, double Value, double Reach)>();
        for (var i = 0; i < days; i++)
        {
            foreach (var c in campaigns)
            {
                var spend = Math.Round(c.Spend(i) * (1 + .04 * (random.NextDouble() - .5)), 2);
                var shown = Math.Round(spend / (c.CpmOf?.Invoke(i) ?? c.Cpm) * 1000);
                var sales = c.Cpa(i) is var cpa && double.IsFinite(cpa) ? Count(spend / cpa) : 0;
                rows.Add((KpiTableBuilder.Monday.AddDays(i), c.Name, spend, shown, Count(shown * c.Ctr(i)), sales, sales * c.Value, Math.Round(shown / c.Frequency(i))));
            }
        }

        double[] Column(Func<(DateOnly Day, string Name, double Spend, double Shown, double Clicks, double Sales, double Value, double Reach), double> of) => [.. rows.Select(of)];
        var table = new KpiTableBuilder().On([.. rows.Select(r => r.Day)]).Key("campaign", [.. rows.Select(r => r.Name)]).With("spend", Column(r => r.Spend)).With("impressions", Column(r => r.Shown))
            .With("clicks_all", Column(r => r.Clicks)).With("conversions", Column(r => r.Sales)).With("reach", Column(r => r.Reach));
        return (campaigns.Any(c => c.Value > 0) ? table.With("conv_value", Column(r => r.Value)) : table).Build();
    }

    /// <summary>One row per campaign, no dates.</summary>
    public static KpiTable Totals(params IReadOnlyList<(string Name, double Spend, double Conversions)> campaigns) => new KpiTableBuilder().Undated().Key("campaign", [.. campaigns.Select(c => c.Name)])
        .With("spend", [.. campaigns.Select(c => c.Spend)]).With("conversions", [.. campaigns.Select(c => c.Conversions)]).Build();

    /// <summary>Two campaigns, one raise of a quarter after another, and returns that hardly diminish.</summary>
    public static KpiTable WithRoom() => Daily(84, 3, Raised("Prospecting", 20, .95), Raised("Video", 21, .95));

    /// <summary>Cheap on average; the last raise brought next to nothing.</summary>
    public static KpiTable Saturated() => Daily(84, 4, new Simulated("Prospecting", Steps(200, 300, 400), i => i < 28 ? 25 : i < 56 ? 33 : 43));

    public static KpiTable Losing() => Daily(42, 5, new Simulated("Prospecting", _ => 150, _ => 62));

    public static KpiTable TooSmall() => Daily(14, 6, new Simulated("Prospecting", _ => 20, _ => 36));

    /// <summary>As long as the break-even stands in the middle of its range, nobody knows.</summary>
    public static KpiTable Undecided() => Daily(42, 7, new Simulated("Prospecting", _ => 60, _ => 36));

    public static KpiTable Fatigued() => Daily(56, 8, new Simulated("Video", _ => 250, i => 18 + i * .15) { Ctr = i => .02 * Math.Exp(-i * .012), Frequency = i => 1.4 * Math.Exp(i * .016) }, new Simulated("Search", _ => 60, _ => 25));

    public static KpiTable TrackingBreak() => Daily(42, 9, new Simulated("Prospecting", _ => 300, i => i is >= 20 and <= 23 ? double.PositiveInfinity : 20));

    /// <summary>The count stops in one campaign only; in the total it hardly shows.</summary>
    public static KpiTable BreakInOne() => Daily(42, 10, new Simulated("Video", _ => 200, i => i >= 30 ? double.PositiveInfinity : 22), new Simulated("Search", _ => 400, _ => 20), new Simulated("Shopping", _ => 400, _ => 18));

    public static KpiTable BrandHeavy() => Daily(42, 11, new Simulated("FR | Search | Marque", _ => 100, _ => 8), new Simulated("FR | Generic", _ => 150, _ => 36), new Simulated("Retargeting - paniers", _ => 60, _ => 15));

    public static KpiTable GoodAndBad() => Daily(42, 12, new Simulated("Search generic", _ => 150, _ => 20), new Simulated("Display", _ => 120, _ => 95));

    public static KpiTable NoSale(double perDay) => Daily(30, 13, new Simulated("Display", _ => perDay, _ => double.PositiveInfinity));

    public static KpiTable Valued() => Daily(42, 14, new Simulated("Shopping", _ => 200, _ => 24) { Value = 110 }, new Simulated("Video", _ => 120, _ => 70) { Value = 90 });

    public static KpiTable ClicksFade() => Daily(56, 15, new Simulated("Video", _ => 250, _ => 20) { Ctr = i => .02 * Math.Exp(-i * .01) });

    /// <summary>Orders that come in bursts: every few days a promotion.</summary>
    public static KpiTable Bursts() => Daily(56, 16, new Simulated("Shopping", _ => 200, i => i % 3 == 0 ? 8 : 120));

    /// <summary>The same money and the same clicks; from the seventh week on fewer of them buy.</summary>
    public static KpiTable Worsened() => Daily(70, 17, new Simulated("Prospecting", _ => 300, i => i < 49 ? 20 : 60));

    public static KpiTable Improved() => Daily(70, 18, new Simulated("Prospecting", _ => 300, i => i < 49 ? 90 : 22));

    private static Func<int, double> Steps(double first, double second, double third) => i => i < 28 ? first : i < 56 ? second : third;

    private static Simulated Raised(string name, double cpa, double elasticity) =>
        new(name, Steps(200, 250, 312), i => cpa * Math.Pow((i < 28 ? 200 : i < 56 ? 250 : 312) / 200.0, 1 - elasticity));
}

/// <param name="Spend">Per day.</param>
/// <param name="Cpa">Per day; infinite where nothing is counted.</param>
internal sealed record Simulated(string Name, Func<int, double> Spend, Func<int, double> Cpa)
{
    public Func<int, double> Ctr { get; init; } = _ => .015;

    public Func<int, double> Frequency { get; init; } = _ => 1.5;

    public double Cpm { get; init; } = 8;

    /// <summary>Per day, where the price of a display moves.</summary>
    public Func<int, double>? CpmOf { get; init; }

    /// <summary>Of one sale; 0 leaves the column out.</summary>
    public double Value { get; init; }
}
