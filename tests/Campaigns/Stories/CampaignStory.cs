using MathNet.Numerics.Distributions;
using MentorBot.Tests.Builders.Exports;
using MentorBot.Tests.Campaigns.Running;

namespace MentorBot.Tests.Campaigns.Stories;

/// <summary>What happens to an account, and what a careful marketer may do about it with nothing but its export: facts/coaching.md 6.5.</summary>
/// <param name="Allowed">Decisions that a sound reading may end in; "refused" where the file answers no question.</param>
/// <param name="Forbidden">Decisions that would burn money or stop what pays. What is in neither list is a pity.</param>
internal sealed record CampaignStory(string Name, int Days, string Allowed, string Forbidden, params IReadOnlyList<Simulated> Campaigns)
{
    private static readonly DateOnly Monday = new(2026, 6, 1);

    /// <summary>Of <c>campaign read</c>; a break-even of 40 unless said.</summary>
    public string Args { get; init; } = "--break-even-cpa 40";

    /// <summary>Days of the file whose conversions have not all been counted yet: the share that has, by days before the end.</summary>
    public Func<int, double> CountedSoFar { get; init; } = _ => 1;

    /// <summary>Of one sale, by its own draw.</summary>
    public Func<Random, double>? Worth { get; init; }

    /// <summary>The story needs its days: a file of one row per campaign, or per week, cannot tell it.</summary>
    public bool NeedsDays { get; init; }

    public bool NeedsDates { get; init; }

    /// <summary>Something done to the rows that no campaign does: a day twice, a column that changes its meaning.</summary>
    public Func<IReadOnlyList<CampaignDay>, IReadOnlyList<CampaignDay>> Afterwards { get; init; } = rows => rows;

    public IReadOnlyList<CampaignDay> Rows(int seed)
    {
        var random = new Random(seed);
        var rows = new List<CampaignDay>();
        for (var i = 0; i < Days; i++)
        {
            foreach (var c in Campaigns)
            {
                var weekend = i % 7 > 4;
                var spend = Math.Round(c.Spend(i) * (weekend ? .85 : 1.06) * (1 + .08 * (random.NextDouble() - .5)), 2);
                if (spend <= 0)
                {
                    continue;
                }

                var shown = (int)Math.Round(spend / (c.CpmOf?.Invoke(i) ?? c.Cpm) * 1000);
                var sales = double.IsFinite(c.Cpa(i)) ? Poisson.Sample(random, Math.Max(1e-9, spend / c.Cpa(i) * Normal.Sample(random, 1, .06) * CountedSoFar(Days - 1 - i))) : 0;
                var clicks = Math.Max(sales, Poisson.Sample(random, Math.Max(1e-9, shown * c.Ctr(i))));
                rows.Add(new CampaignDay(Monday.AddDays(i), c.Name, "Ensemble", spend, shown, clicks, Math.Max(sales, (int)(clicks * .85)), sales, Math.Round(Enumerable.Range(0, sales).Sum(_ => Worth?.Invoke(random) ?? (c.Value > 0 ? c.Value : 60)), 2), (int)Math.Round(shown / c.Frequency(i))));
            }
        }

        return Afterwards(rows);
    }
}
