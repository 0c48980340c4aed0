using System.Diagnostics;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>The work of a method does not grow with the number of people; what it costs in time is measured by infra/bench/statistics.sh.</summary>
public sealed class CostTests
{
    private const double MostTimes = 5;
    private const int Batches = 15;

    public static TheoryData<string> Methods => [.. Named.Keys];

    private static readonly Dictionary<string, Action<Arm, Arm>> Named = new()
    {
        ["comparison of a test"] = (a, b) => RateComparison.Of(a, b),
        ["Fisher"] = (a, b) => FisherExact.P(new Arm(3, a.Users), new Arm(9, b.Users)),
        ["chance to be best"] = (a, b) => ChanceBest.Best([a, b]),
        ["loss of a choice"] = (a, b) => ChanceBest.LossOf(a, b),
        ["segments"] = (a, b) => StratifiedDifference.Of([(a, b), (b, a)]),
        ["no worse"] = (a, b) => NonInferiority.Of(a, b, .01),
        ["any time"] = (a, b) => Peeking.AnytimeRange(.1, .1, a.Users + b.Users),
        ["exact ratio of counts"] = (a, b) => PoissonCounts.ExactRatio(a.Conversions, b.Conversions),
        ["size"] = (a, b) => SampleSize.Detectable(a.Users, .02),
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_hundred_million_people_cost_about_what_a_thousand_do(string method)
    {
        var run = Named[method];
        var (few, many) = (new List<long>(), new List<long>());
        for (var batch = 0; batch < 2 * Batches; batch++)
        {
            few.Add(Ticks(run, 1e3));
            many.Add(Ticks(run, 1e8));
        }

        var times = Median(many) / Median(few);
        Assert.True(times < MostTimes, $"{method}: {times:0.0} times");
    }

    private static long Ticks(Action<Arm, Arm> run, double users)
    {
        var (a, b) = (new Arm(.02 * users, users), new Arm(.025 * users, users));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 10; i++)
        {
            run(a, b);
        }

        return watch.ElapsedTicks;
    }

    /// <summary>Without the first half, which the compiler takes part in.</summary>
    private static double Median(List<long> ticks) => ticks.Skip(Batches).Order().ElementAt(Batches / 2);
}
