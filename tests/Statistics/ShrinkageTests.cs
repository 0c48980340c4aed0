using CsCheck;
using MentorBot.Statistics;

namespace MentorBot.Tests.Statistics;

public sealed class ShrinkageTests
{
    /// <summary>Failures and thousands of hours of ten pumps of a nuclear plant (Gaver and O'Muircheartaigh, Technometrics 29, 1987), the field's standard example of gamma-Poisson rates.</summary>
    private static readonly (double, double)[] Pumps =
        [(5, 94.320), (1, 15.720), (5, 62.880), (14, 125.760), (3, 5.240), (19, 31.440), (1, 1.048), (1, 1.048), (4, 2.096), (22, 10.480)];

    [Fact]
    public void Pumps_with_many_hours_keep_their_rate_and_those_with_few_are_drawn_to_the_others()
    {
        var rates = Shrinkage.Of(Pumps);

        // A full Bayesian fit of the same data (BUGS examples, volume 1, "Pumps") has the means .0599, .102, .0891, .116, .602, .609, .91, .894, 1.58, 1.99.
        double[] published = [.0599, .102, .0891, .116, .602, .609, .91, .894, 1.58, 1.99];
        Assert.All(rates.Zip(published), r => Assert.InRange(r.First.Shrunk / r.Second, .85, 1.15));
        Assert.True(rates[0].Weight > .95 && rates[6].Weight < .7);
    }

    [Fact]
    public void Ten_alike_ads_are_called_alike_and_the_best_is_no_longer_a_star()
    {
        // Winner's curse (facts/statistics.md 1.7): all ten have a true rate of 2 %.
        double[] clicks = [20, 14, 25, 18, 31, 17, 22, 16, 19, 21];
        var rates = Shrinkage.Of([.. clicks.Select(c => (c, 1000.0))]);

        Assert.Equal(.031, rates[4].Raw, 1e-12);
        Assert.InRange(rates[4].Shrunk, .0203, .025);
        Assert.All(rates, r => Assert.True(r.Range.Contains(.02)));
    }

    [Fact]
    public void Units_that_differ_beyond_doubt_keep_their_own_rates()
    {
        var rates = Shrinkage.Of([(1000, 100_000), (2000, 100_000), (4000, 100_000)]);

        Assert.Equal([.01, .02, .04], rates.Select(r => Math.Round(r.Shrunk, 3)));
        Assert.All(rates, r => Assert.True(r.Weight > .97));
    }

    [Fact]
    public void One_unit_alone_keeps_its_rate_and_the_noise_of_its_count()
    {
        var rate = Assert.Single(Shrinkage.Of([(100, 1000)]));

        Assert.Equal(.1, rate.Shrunk, 1e-9);
        Assert.Equal(PoissonCounts.Range(100).Low / 1000, rate.Range.Low, .0015);
        Assert.Equal(PoissonCounts.Range(100).High / 1000, rate.Range.High, .0015);
    }

    [Fact]
    public void The_shrunk_rate_lies_between_its_own_and_the_others_and_its_range_holds_it() =>
        Gen.Select(Gen.Int[0, 200], Gen.Double[1, 5000]).List[1, 12].Sample(list =>
        {
            var rates = Shrinkage.Of([.. list.Select(u => ((double)u.Item1, u.Item2))]);
            var (low, high) = (rates.Min(r => r.Raw), rates.Max(r => r.Raw));
            Assert.All(rates, r =>
            {
                Assert.InRange(r.Shrunk, low - 1e-12, high + 1e-12);
                Assert.InRange(r.Weight, 0, 1);
                Assert.True(r.Range.Contains(r.Shrunk) && r.Range.Low >= 0 && double.IsFinite(r.Range.High));
            });
        }, iter: 200);

    [Fact]
    public void The_unit_of_exposure_does_not_matter()
    {
        var (hours, days) = (Shrinkage.Of(Pumps), Shrinkage.Of([.. Pumps.Select(p => (p.Item1, p.Item2 * 1000 / 24))]));

        Assert.All(hours.Zip(days), r => Assert.Equal(r.First.Shrunk, r.Second.Shrunk * 1000 / 24, 1e-9));
    }

    [Fact]
    public void Ranges_hold_the_true_rates_as_often_as_they_say_and_stand_closer_than_the_raw_ones()
    {
        var random = new Random(3);
        var (held, all, shrunkError, rawError) = (0, 0, 0.0, 0.0);
        foreach (var (units, spread, mean) in new[] { (4, .05, 12.0), (8, .3, 8.0), (20, .6, 5.0), (6, 1.0, 40.0), (12, 0.0, 3.0) })
        {
            for (var run = 0; run < 120; run++)
            {
                var truths = Enumerable.Range(0, units).Select(_ => spread == 0 ? mean : MathNet.Numerics.Distributions.Gamma.Sample(random, 1 / (spread * spread), 1 / (spread * spread * mean))).ToArray();
                var exposures = truths.Select(_ => random.NextDouble() * 2 + .2).ToArray();
                var rates = Shrinkage.Of([.. truths.Zip(exposures, (t, n) => ((double)MathNet.Numerics.Distributions.Poisson.Sample(random, t * n), n))]);
                held += rates.Zip(truths).Count(r => r.First.Range.Contains(r.Second));
                all += units;
                shrunkError += rates.Zip(truths, (r, t) => (r.Shrunk - t) * (r.Shrunk - t)).Sum() / mean / mean;
                rawError += rates.Zip(truths, (r, t) => (r.Raw - t) * (r.Raw - t)).Sum() / mean / mean;
            }
        }

        Assert.InRange(held / (double)all, .94, .99);
        Assert.True(shrunkError < .6 * rawError, $"{shrunkError / rawError}");
    }

    [Fact]
    public void Extremes_never_give_nan_or_a_fault()
    {
        (double, double)[][] all =
        [
            [], [(0, 0)], [(0, 10), (0, 20)], [(5, 0), (3, 10)], [(1, 1)], [(0, 1), (1e9, 1e9)], [(1e9, 1e9), (1.1e9, 1e9)], [(1e-3, 1e9), (0, 1e-6)],
            [.. Enumerable.Repeat((1.0, 1e9), 500)], [(1e6, 1), (0, 1e9)], [(0, 1e9), (1, 1e9)],
        ];
        foreach (var units in all)
        {
            Assert.All(Shrinkage.Of(units), r =>
            {
                Assert.True(double.IsFinite(r.Raw) && double.IsFinite(r.Shrunk) && r.Weight is >= 0 and <= 1);
                Assert.True(r.Range.Low <= r.Shrunk && r.Range.High >= r.Shrunk, r.ToString());
            });
        }

        Assert.Equal(3.688879454 / 10, Shrinkage.Of([(0, 10), (0, 20)])[0].Range.High, 1e-8);
        Assert.Throws<ArgumentOutOfRangeException>(() => Shrinkage.Of([(-1, 10)]));
    }
}
