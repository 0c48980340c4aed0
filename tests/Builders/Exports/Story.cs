namespace MentorBot.Tests.Builders.Exports;

/// <summary>One day of one campaign, before any platform writes it down.</summary>
internal sealed record CampaignDay(DateOnly Day, string Campaign, string AdGroup, double Spend, int Impressions, int Clicks, int LinkClicks, double Conversions, double Value, int Reach);

/// <summary>
/// Subscription campaigns of a French news and podcast publisher, day by day, the same for the same seed.
/// Weekdays, noise and slow drift as in real accounts; and a story to find (<see cref="StoryLine"/>).
/// </summary>
internal static class Story
{
    private static readonly (string Name, string Group, double Budget, double Ctr, double Cpm, double Cvr, double Price)[] Campaigns =
    [
        ("Marque | Search | FR", "Marque exacte", 95, .118, 96, .062, 9.90),
        ("Abonnement | Offre essai 1 €", "Lecteurs fidèles 30 j", 240, .0172, 8.4, .0185, 9.90),
        ("Podcast « Les Enquêtes » | Découverte", "Audience similaire 2 %", 150, .0121, 5.9, .0094, 6.90),
        ("Newsletter matinale | Leads", "Centres d'intérêt actualité", 80, .0149, 6.3, .071, 1.20),
    ];

    public static IReadOnlyList<CampaignDay> Days(StoryLine line, int seed, DateOnly from, int days)
    {
        var random = new Random(seed);
        var rows = new List<CampaignDay>();
        for (var d = 0; d < days; d++)
        {
            var day = from.AddDays(d);
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            foreach (var c in Campaigns)
            {
                var part = line.PartialLastDay && d == days - 1 ? .31 : 1;
                var spend = Math.Round(c.Budget * part * (weekend ? .78 : 1) * Spread(random, .09), 2);
                var impressions = (int)(spend / c.Cpm * 1000 * Spread(random, .07));
                var clicks = Binomial(random, impressions, c.Ctr * (weekend ? 1.06 : 1) * Spread(random, .05));
                var cvr = c.Cvr * (line.RateDropsOn is { } drop && day >= drop && !c.Name.StartsWith("Marque", StringComparison.Ordinal) ? .58 : 1) * (weekend ? .9 : 1);
                var conversions = Binomial(random, clicks, cvr * Spread(random, .04));
                conversions = line.BrokenDays.Contains(day) ? 0 : conversions;
                var links = Binomial(random, clicks, .83);
                rows.Add(new CampaignDay(day, c.Name, c.Group, spend, impressions, clicks, links, conversions, Math.Round(conversions * c.Price, 2), (int)(impressions / (1.25 + .3 * random.NextDouble()))));
            }
        }

        return rows;
    }

    private static double Spread(Random random, double sigma) =>
        Math.Exp(sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private static int Binomial(Random random, int n, double p)
    {
        var mean = n * p;
        if (n > 400 && mean > 30)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            return Math.Clamp((int)Math.Round(mean + Math.Sqrt(mean * (1 - p)) * normal), 0, n);
        }

        var hits = 0;
        for (var i = 0; i < n; i++)
        {
            hits += random.NextDouble() < p ? 1 : 0;
        }

        return hits;
    }
}

/// <param name="RateDropsOn">From this day all but the brand campaign converts at 58% of its rate.</param>
/// <param name="BrokenDays">Days on which the tag did not fire: clicks, and no conversion at all.</param>
internal sealed record StoryLine(DateOnly? RateDropsOn = null, bool PartialLastDay = false, params IReadOnlyList<DateOnly> BrokenDays);
