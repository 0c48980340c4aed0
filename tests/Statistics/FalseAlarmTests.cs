using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

/// <summary>How often each test finds what is not there: over every outcome of two arms with one rate, by draws with a fixed seed where there are too many.</summary>
public sealed class FalseAlarmTests
{
    private const double Alpha = .05;

    private static readonly (int A, int B)[] Sizes = [(10, 10), (20, 30), (30, 15), (50, 50), (100, 100), (40, 120)];
    private static readonly double[] Rates = [.01, .05, .1, .3, .5, .8];

    [Fact]
    public void Fisher_finds_at_most_its_alpha_at_every_point() => Assert.All(OfTwoArms((a, b) => FisherExact.P(a, b) < Alpha), rate => Assert.InRange(rate, 0, Alpha));

    /// <summary>The pooled z, and Fisher where few are expected: close to alpha at every point, below it on average.</summary>
    [Fact]
    public void The_p_of_a_comparison_finds_its_alpha()
    {
        var rates = OfTwoArms((a, b) => RateComparison.Of(a, b).P < Alpha).ToList();

        Assert.InRange(rates.Average(), .01, Alpha);
        Assert.InRange(rates.Max(), 0, Alpha + .01);
    }

    [Fact]
    public void The_decision_of_a_comparison_finds_its_alpha()
    {
        var rates = OfTwoArms((a, b) => RateComparison.Of(a, b).Decided).ToList();

        Assert.InRange(rates.Average(), .01, Alpha);
        Assert.InRange(rates.Max(), 0, Alpha + .01);
    }

    /// <summary>Of a loss that is exactly the margin, "no worse" is called in at most 5 of 100 on average.</summary>
    [Fact]
    public void No_worse_is_not_called_of_what_is_worse_by_the_margin() =>
        Assert.InRange((from size in Sizes from rate in new[] { .1, .3, .5, .8 } let margin = rate / 3 select Share(size, rate, rate - margin, (a, b) => NonInferiority.Of(a, b, margin).Shown)).Average(), .01, Alpha);

    /// <summary>2,000 tests of two arms of one rate, looked at 100 times, every 100 people: a plain p finds something in more than a third of them.</summary>
    [Fact]
    public void The_anytime_range_survives_a_hundred_looks()
    {
        const int Tests = 2000, Looks = 100, PerLook = 50;
        var (random, draws) = (new Random(11), Chances.Binomial(PerLook, .1));
        var (anytime, plain) = (0, 0);
        for (var test = 0; test < Tests; test++)
        {
            var (a, b, paid, free) = (0, 0, false, false);
            for (var look = 1; look <= Looks; look++)
            {
                (a, b) = (a + draws.Draw(random), b + draws.Draw(random));
                double users = look * PerLook;
                var (armA, armB) = (new Arm(a, users), new Arm(b, users));
                var error = Math.Sqrt((armA.Rate * (1 - armA.Rate) + armB.Rate * (1 - armB.Rate)) / users);
                paid = paid || !Peeking.AnytimeRange(armB.Rate - armA.Rate, error, 2 * users).Contains(0);
                free = free || Proportions.PooledZ(a, users, b, users).P < Alpha;
            }

            anytime += paid ? 1 : 0;
            plain += free ? 1 : 0;
        }

        Assert.InRange(anytime / (double)Tests, 0, Alpha);
        Assert.InRange(plain / (double)Tests, .33, .42);
    }

    /// <summary>Of splits as they were planned, the gate of p below .001 stops one in a thousand; the chi-square is skewed where few people are planned for an arm.</summary>
    [Fact]
    public void A_split_as_planned_is_hardly_ever_called_broken()
    {
        var rates = (from n in new[] { 50, 100, 500, 1000, 5000, 20_000 }
                     from share in new[] { .5, .3333, .2, .1 }
                     select (Fewest: n * share, Rate: Chances.Binomial(n, share).Share(x => SampleRatio.Of([x, n - x], [share, 1 - share]).Mismatch))).ToList();

        Assert.InRange(rates.Average(r => r.Rate), .0003, .0012);
        Assert.InRange(rates.Where(r => r.Fewest >= 50).Max(r => r.Rate), 0, .0015);
        Assert.InRange(rates.Max(r => r.Rate), 0, .0035);
    }

    /// <summary>Four arms of one rate, 3,000 tests: three comparisons with the same control, corrected, find anything in at most 5 of 100.</summary>
    [Fact]
    public void Holm_keeps_the_chance_of_any_false_winner()
    {
        var (random, draws) = (new Random(13), Chances.Binomial(1000, .05));
        var (corrected, plain) = (0, 0);
        const int Tests = 3000;
        for (var test = 0; test < Tests; test++)
        {
            var control = draws.Draw(random);
            double[] p = [.. Enumerable.Range(0, 3).Select(_ => Proportions.PooledZ(control, 1000, draws.Draw(random), 1000).P)];
            corrected += Correction.Holm(p).Min() < Alpha ? 1 : 0;
            plain += p.Min() < Alpha ? 1 : 0;
        }

        Assert.InRange(corrected / (double)Tests, .01, Alpha);
        Assert.InRange(plain / (double)Tests, .08, .1426);
    }

    private static IEnumerable<double> OfTwoArms(Func<Arm, Arm, bool> found) => from size in Sizes from rate in Rates select Share(size, rate, rate, found);

    private static double Share((int A, int B) size, double first, double second, Func<Arm, Arm, bool> found) =>
        Chances.Pairs(Chances.Binomial(size.A, first), Chances.Binomial(size.B, second)).Share(o => found(new Arm(o.A, size.A), new Arm(o.B, size.B)));
}
