using MathNet.Numerics.Distributions;
using MentorBot.Campaigns;
using MentorBot.Tests.Builders;
using static MentorBot.Tests.Campaigns.Running.SimulatedCampaigns;

namespace MentorBot.Tests.Campaigns.Running;

/// <summary>What chance alone may make of campaigns that are all alike, or that cost exactly what they may. Fixed seeds.</summary>
public sealed class FalseAlarmTests
{
    private const int Files = 600;

    [Fact]
    public void Identical_campaigns_differ_in_at_most_one_file_in_twenty() => Assert.InRange(Share(seed => Alike(seed).Campaigns.Any(l => l.Differs)), 0, .05);

    [Fact]
    public void Campaigns_that_differ_by_half_are_told_apart()
    {
        var found = Share(seed =>
        {
            var random = new Random(seed);
            return Read(Totals(("A", 4_000, Poisson.Sample(random, 200)), ("B", 4_000, Poisson.Sample(random, 100)))).Campaigns.All(l => l.Differs);
        });

        Assert.InRange(found, .95, 1);
    }

    [Fact]
    public void Campaigns_at_their_break_even_are_called_losing_in_at_most_one_file_in_twenty() =>
        Assert.InRange(Share(seed => Alike(seed, limit: 25).Campaigns.Any(l => l.Verdict == CampaignVerdict.Losing)), 0, .05);

    [Fact]
    public void Campaigns_at_their_break_even_are_called_profitable_in_at_most_one_file_in_twenty() =>
        Assert.InRange(Share(seed => Alike(seed, limit: 25).Campaigns.Any(l => l.Verdict == CampaignVerdict.Profitable)), 0, .05);

    [Fact]
    public void Identical_campaigns_with_restless_days_differ_hardly_more_often() => Assert.InRange(
        Share(seed =>
        {
            var random = new Random(seed);
            var restless = Enumerable.Range(0, 4).Select(k => (Name: $"C{k}", Days: Enumerable.Range(0, 56).Select(_ => Math.Exp(Normal.Sample(random, 0, .35))).ToArray()));
            return Read(Daily(56, seed, [.. restless.Select(c => new Simulated(c.Name, _ => 300, i => 12 / c.Days[i]))])).Campaigns.Any(l => l.Differs);
        }, 120),
        0, .1);

    [Fact]
    public void Steady_campaigns_tire_nobody() => Assert.InRange(
        Share(seed => Read(Daily(56, seed, new Simulated("A", _ => 80, _ => 20), new Simulated("B", _ => 120, _ => 25), new Simulated("C", _ => 50, _ => 22))).Findings.Any(f => f.Code is "fatigue" or "campaign-tracking-break"), 120),
        0, .02);

    [Fact]
    public void A_restless_budget_is_no_raise() => Assert.InRange(
        Share(seed =>
        {
            var random = new Random(seed);
            var weeks = Enumerable.Range(0, 12).Select(_ => Math.Exp(Normal.Sample(random, 0, .08))).ToArray();
            return Read(Daily(84, seed, new Simulated("A", i => 200 * weeks[i / 7], _ => 20))).Findings.Any(f => f.Code == "saturated");
        }, 120),
        0, .05);

    private static CampaignReading Alike(int seed, double limit = BreakEven)
    {
        var random = new Random(seed);
        return Read(Totals([.. Enumerable.Range(0, 2 + seed % 9).Select(i => (Spend: Math.Exp(Normal.Sample(random, 7, .8)), Name: $"C{i}")).Select(c => (c.Name, c.Spend, (double)Poisson.Sample(random, c.Spend / 25)))]), Options(limit));
    }

    private static double Share(Func<int, bool> happens, int files = Files) => Enumerable.Range(1, files).Count(happens) / (double)files;
}
