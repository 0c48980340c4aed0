namespace MentorBot.Tests.Builders;

/// <summary>Exports whose move has a known cause: a link of the chain, or the weight of the campaigns.</summary>
internal static class CauseTables
{
    public const int Days = 56;
    public const int Turn = 28;

    public static IEnumerable<KpiTableBuilder> All() => [DearerImpressions(), FlatOverTwoMoves(), MoreSocial(), MoreSocialOnLinkClicks(), DearCampaignGrows(), Baskets(), SiteVisits()];

    /// <summary>CPM 8 to 9.20, CTR 1.2 % to 1.1 %, conversion rate 3 % to 2.7 %: the worked cost per conversion of facts/statistics.md 2.3.</summary>
    public static KpiTableBuilder DearerImpressions()
    {
        var impressions = Series.Daily(Days, 500_000, .02, seed: 1);
        double[] Of(double[] values, double before, double after, int seed) => Noisy([.. values.Select((v, i) => v * (i < Turn ? before : after))], .01, seed);
        var clicks = Of(impressions, .012, .011, 2);
        return new KpiTableBuilder().With("spend", Of(impressions, .008, .0092, 3)).With("impressions", impressions).With("clicks_all", clicks).With("conversions", Of(clicks, .03, .027, 4));
    }

    /// <summary>A fifth more clicks, of which a sixth fewer convert: as many conversions as before.</summary>
    public static KpiTableBuilder FlatOverTwoMoves()
    {
        var clicks = Noisy([.. Series.Daily(Days, 20_000, .02, seed: 5).Select((v, i) => v * (i < Turn ? 1 : 1.2))], .01, 6);
        return new KpiTableBuilder().With("clicks_all", clicks).With("conversions", Noisy([.. clicks.Select((v, i) => v * (i < Turn ? .03 : .025))], .01, 7));
    }

    /// <summary>Facts/statistics.md 2.4 per day: search 4.0 % to 4.4 %, social 1.0 % to 1.1 %, and the total falls, since social went from half of the visits to 72 %.</summary>
    public static KpiTableBuilder MoreSocial() => TwoChannels("sessions", (2000, .04, 1400, .044), (2000, .01, 3600, .011));

    public static KpiTableBuilder MoreSocialOnLinkClicks() => TwoChannels("clicks_link", (2000, .04, 1400, .04), (2000, .01, 3600, .01));

    /// <summary>Each campaign keeps its cost per conversion (10 and 40 euros); the dear one gets the budget.</summary>
    public static KpiTableBuilder DearCampaignGrows() => TwoCampaigns((1000, 10, 400, 10), (1000, 40, 1600, 40));

    /// <summary>Each campaign's own cost rises by a third; the budget's split does not move.</summary>
    public static KpiTableBuilder BothGetDearer() => TwoCampaigns((1000, 10, 1000, 13.5), (1000, 40, 1000, 54));

    public static KpiTableBuilder Baskets()
    {
        var clicks = Series.Daily(Days, 9000, .02, seed: 11);
        var conversions = Noisy([.. clicks.Select(v => v * .03)], .01, 12);
        return new KpiTableBuilder().With("spend", Noisy([.. clicks.Select(v => v * .8)], .01, 13)).With("clicks_all", clicks).With("conversions", conversions)
            .With("conv_value", Noisy([.. conversions.Select((v, i) => v * (i < Turn ? 60 : 48))], .01, 14));
    }

    public static KpiTableBuilder SiteVisits()
    {
        var sessions = Noisy([.. Series.Daily(Days, 9000, .02, seed: 15).Select((v, i) => v * (i < Turn ? 1 : .7))], .01, 16);
        return new KpiTableBuilder().With("sessions", sessions).With("conversions", Noisy([.. sessions.Select(v => v * .02)], .02, 17));
    }

    private static KpiTableBuilder TwoChannels(string exposure, (double Visits, double Rate, double VisitsLater, double RateLater) search, (double Visits, double Rate, double VisitsLater, double RateLater) social)
    {
        double[] Visits(double before, double later, int seed) => Noisy([.. Enumerable.Range(0, Days).Select(i => i < Turn ? before : later)], .03, seed);
        double[] Made(double[] visits, double before, double later, int seed) => Noisy([.. visits.Select((v, i) => v * (i < Turn ? before : later))], .02, seed);
        double[] first = Visits(search.Visits, search.VisitsLater, 21), second = Visits(social.Visits, social.VisitsLater, 22);
        return Interleaved("channel", ("Search", "Social"), (exposure, first, second), ("conversions", Made(first, search.Rate, search.RateLater, 23), Made(second, social.Rate, social.RateLater, 24)));
    }

    private static KpiTableBuilder TwoCampaigns((double Spend, double Cost, double SpendLater, double CostLater) cheap, (double Spend, double Cost, double SpendLater, double CostLater) dear)
    {
        double[] Spend(double before, double later, int seed) => Noisy([.. Enumerable.Range(0, Days).Select(i => i < Turn ? before : later)], .03, seed);
        double[] Made(double[] spend, double before, double later, int seed) => Noisy([.. spend.Select((v, i) => v / (i < Turn ? before : later))], .02, seed);
        double[] first = Spend(cheap.Spend, cheap.SpendLater, 31), second = Spend(dear.Spend, dear.SpendLater, 32);
        return Interleaved("campaign", ("Cheap", "Dear"), ("spend", first, second), ("conversions", Made(first, cheap.Cost, cheap.CostLater, 33), Made(second, dear.Cost, dear.CostLater, 34)));
    }

    private static KpiTableBuilder Interleaved(string key, (string First, string Second) names, params (string Metric, double[] First, double[] Second)[] columns)
    {
        var builder = new KpiTableBuilder().On([.. Enumerable.Range(0, 2 * Days).Select(r => KpiTableBuilder.Monday.AddDays(r / 2))]).Key(key, [.. Enumerable.Range(0, 2 * Days).Select(r => r % 2 == 0 ? names.First : names.Second)]);
        foreach (var (metric, first, second) in columns)
        {
            builder.With(metric, [.. first.Zip(second).SelectMany(p => new[] { p.First, p.Second })]);
        }

        return builder;
    }

    private static double[] Noisy(double[] values, double noise, int seed)
    {
        var factors = Series.Daily(values.Length, 1, noise, seed, i => i % 7 >= 5 ? 1 / .7 : 1, decimals: 6);
        return [.. values.Select((v, i) => Math.Round(v * factors[i], v > 5000 ? 0 : 2))];
    }
}
