using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>
/// How often each 95 % range holds the truth: over every outcome of counts, by draws with a fixed seed where there are too many. The mean over the grid that each test states is at least 94 %; a method
/// that calls itself exact reaches 95 % at each point.
/// </summary>
public sealed class CoverageTests
{
    private const double Nominal = .95;
    private const double Point = .01;

    private static readonly int[] Trials = [10, 20, 50, 100, 200, 500, 1000];
    private static readonly double[] Rates = [.01, .02, .05, .1, .2, .35, .5, .8, .95];
    private static readonly (int A, int B)[] Sizes = [(10, 10), (20, 30), (30, 15), (50, 50), (100, 100), (40, 120), (200, 200), (500, 500), (1800, 200)];

    /// <summary>Rates of the two arms: each of these with each that is at most three times as high or as low.</summary>
    private static readonly (double A, double B)[] RatePairs =
        [.. from a in new[] { .01, .02, .05, .1, .3, .5, .8 } from b in new[] { .01, .02, .05, .1, .3, .5, .8 } where a <= 3.01 * b && b <= 3.01 * a select (a, b)];

    /// <summary>Expected events on both sides, and the second one's exposure.</summary>
    private static readonly (double First, double Second, double Exposure)[] EventPairs = [(3, 3, 1), (5, 10, 1), (10, 10, 1), (10, 30, 2), (30, 48, 1), (3, 12, .5), (50, 25, 1)];

    [Fact]
    public void Wilson_holds_the_rate() => Holds(OfARate((x, n) => Proportions.Wilson(x, n)));

    [Fact]
    public void Clopper_Pearson_holds_the_rate_at_every_point() => HoldsEverywhere(OfARate((x, n) => Proportions.ClopperPearson(x, n)));

    [Fact]
    public void Newcombe_holds_the_difference() => Holds(OfTwoArms((a, b) => RateDifference.Newcombe(a, b), (a, b) => b - a));

    /// <summary>Counted over the tests in which both arms have a conversion: in others no ratio is told.</summary>
    [Fact]
    public void Katz_holds_the_ratio() => Holds(OfTwoArms(static (a, b) => RelativeRate.Katz(a, b), (a, b) => b / a));

    [Fact]
    public void A_lower_limit_of_no_worse_holds_the_difference() => Holds(OfTwoArms((a, b) => new Interval(NonInferiority.Of(a, b, .01).Lower, 1), (a, b) => b - a));

    [Fact]
    public void What_an_ad_added_holds_the_truth() => Holds(OfTwoArms((a, b) => IncrementalLift.Of(a, b, 0, null).ExtraRange.Map(extra => extra / b.Users), (a, b) => b - a));

    [Fact]
    public void One_planned_segment_holds_the_difference() => Holds(OfTwoArms((a, b) => StratifiedDifference.Of([(a, b)]).Range, (a, b) => b - a));

    /// <summary>Segments that share one difference, 4,000 tests each: people in a and in b, and the rate of a.</summary>
    [Fact]
    public void Several_planned_segments_hold_their_common_difference()
    {
        (double Difference, (int A, int B, double Rate)[] Segments)[] grid =
        [
            (.02, [(20, 20, .05), (30, 30, .1)]), (.01, [(50, 50, .02), (80, 40, .05)]), (0, [(50, 50, .01), (80, 40, .02)]), (.01, [(200, 200, .02), (300, 100, .05)]),
            (.005, [(1000, 1000, .02), (1000, 500, .05)]), (.1, [(30, 10, .3), (10, 40, .5), (25, 25, .2)]), (.005, [(200, 800, .03), (800, 200, .08)]), (0, [(10, 10, .1), (10, 10, .1), (10, 10, .1), (10, 10, .1)]),
        ];
        var random = new Random(5);
        Holds(grid.Select(g =>
        {
            var strata = g.Segments.Select(s => (s.A, s.B, First: Chances.Binomial(s.A, s.Rate), Second: Chances.Binomial(s.B, s.Rate + g.Difference))).ToList();
            return Draws(4000, () => StratifiedDifference.Of(strata.ConvertAll(s => (new Arm(s.First.Draw(random), s.A), new Arm(s.Second.Draw(random), s.B)))).Range.Contains(g.Difference));
        }));
    }

    [Fact]
    public void Garwood_holds_the_mean_of_a_count_at_every_point() =>
        HoldsEverywhere(new[] { .5, 1, 2, 5, 10, 20, 50, 100, 200 }.Select(mean => Chances.Poisson(mean).Share(x => PoissonCounts.Range(x).Contains(mean))));

    [Fact]
    public void The_exact_ratio_of_two_counts_holds_at_every_point() => HoldsEverywhere(OfTwoCounts((a, b, exposure) => PoissonCounts.ExactRatio(a, b, 1, exposure).Range));

    [Fact]
    public void The_log_ratio_of_two_counts_holds() => Holds(OfTwoCounts((a, b, exposure) => PoissonCounts.LogRatio(a, b, 1, exposure).Range));

    /// <summary>Of one conversion at the margin: a step of spend between the two counts.</summary>
    [Fact]
    public void The_marginal_cost_holds() =>
        Holds(EventPairs.Where(g => g.Second > g.First).Select(g => Chances.Pairs(Chances.Poisson(g.First), Chances.Poisson(g.Second)).Share(o =>
            MarginalCost.Of([(100, o.A), (200, o.B)]).Steps[0].CostRange.Contains(100 / (g.Second - g.First)))));

    /// <summary>
    /// 10, 20, 40 and 100 expected orders, 4,000 draws each. Values all equal, gamma (deviation .58 of the mean), exponential, lognormal (deviation as large as the mean); the deviation is the orders' own,
    /// or not given.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_return_on_spend_holds_while_the_deviation_of_values_is_at_most_their_mean(bool given)
    {
        var random = new Random(7);
        double Exponential() => -Math.Log(1 - random.NextDouble());
        Func<double>[] values = [() => 1, () => (Exponential() + Exponential() + Exponential()) / 3, Exponential, () => Math.Exp(Math.Sqrt(Math.Log(2)) * Chances.Normal(random) - Math.Log(2) / 2)];
        Holds(from value in values
              from orders in new[] { 10.0, 20, 40, 100 }
              let counts = Chances.Poisson(orders)
              select Draws(4000, () =>
              {
                  double[] seen = [.. Enumerable.Range(0, counts.Draw(random)).Select(_ => value())];
                  var mean = seen.DefaultIfEmpty().Average();
                  double? deviation = given && seen.Length > 1 ? Math.Sqrt(seen.Sum(v => (v - mean) * (v - mean)) / (seen.Length - 1)) : null;
                  return ReturnOnSpend.Of(1, seen.Sum(), seen.Length, deviation).Range.Contains(orders);
              }));
    }

    /// <summary>Steps before and after, 2,000 series each; independent normal residuals around twice the control.</summary>
    [Fact]
    public void A_series_with_a_control_holds_an_effect_of_nothing()
    {
        var random = new Random(2);
        Holds(SeriesSizes.Select(s => Draws(2000, () => Told(s.Before, s.After, 0, random).Range.Contains(0))));
    }

    /// <summary>The domain is told with the method: a step's residual that is half the one before is paid for in part, and only where it can be seen.</summary>
    [Fact]
    public void Residuals_that_cling_to_the_step_before_are_paid_for_in_part()
    {
        var random = new Random(3);
        Assert.InRange(SeriesSizes.Where(s => s.Before >= 14).Select(s => Draws(2000, () => Told(s.Before, s.After, .5, random).Range.Contains(0))).Average(), .88, .94);
    }

    private static readonly (int Before, int After)[] SeriesSizes = [(3, 3), (5, 7), (14, 7), (14, 14), (28, 14), (28, 28), (56, 28)];

    private static ControlledSeries Told(int before, int after, double clinging, Random random)
    {
        var error = Chances.Normal(random);
        double[] control = [.. Enumerable.Range(0, before + after).Select(_ => 100 + 5 * Chances.Normal(random))];
        double[] series = [.. control.Select(x => 10 + 2 * x + (error = clinging * error + Math.Sqrt(1 - clinging * clinging) * Chances.Normal(random)))];
        return ControlledSeries.Of(control[..before], series[..before], control[before..], series[before..])!;
    }

    private static IEnumerable<double> OfARate(Func<int, int, Interval> method) =>
        from n in Trials
        let ranges = Enumerable.Range(0, n + 1).Select(x => method(x, n)).ToArray()
        from rate in Rates
        select Chances.Binomial(n, rate).Share(x => ranges[x].Contains(rate));

    private static IEnumerable<double> OfTwoArms(Func<Arm, Arm, Interval?> method, Func<double, double, double> truth) =>
        from size in Sizes
        let ranges = new Dictionary<(int, int), Interval?>()
        from rate in RatePairs
        let value = truth(rate.A, rate.B)
        select Chances.Pairs(Chances.Binomial(size.A, rate.A), Chances.Binomial(size.B, rate.B))
            .Select(o => (Range: Known(ranges, o.Outcome, k => method(new Arm(k.Item1, size.A), new Arm(k.Item2, size.B))), o.Chance))
            .Where(o => o.Range is not null)
            .Share(range => range!.Value.Contains(value));

    private static IEnumerable<double> OfTwoCounts(Func<double, double, double, Interval> method) =>
        EventPairs.Select(g => Chances.Pairs(Chances.Poisson(g.First), Chances.Poisson(g.Second)).Share(o => method(o.A, o.B, g.Exposure).Contains(g.Second / g.Exposure / g.First)));

    private static T Known<T>(Dictionary<(int, int), T> known, (int A, int B) key, Func<(int, int), T> method) => known.TryGetValue(key, out var value) ? value : known[key] = method(key);

    private static double Draws(int times, Func<bool> holds) => Enumerable.Range(0, times).Count(_ => holds()) / (double)times;

    private static void Holds(IEnumerable<double> coverage) => Assert.InRange(coverage.Average(), Nominal - Point, 1);

    private static void HoldsEverywhere(IEnumerable<double> coverage) => Assert.All(coverage, c => Assert.InRange(c, Nominal, 1));
}
