using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>
/// What a series' own history expects of each step: exposure × level × place in the week, with the noise estimated from the file itself.
/// Levels and weekday factors are quasi-likelihood estimates with Tukey's bisquare weights, so that an odd day moves neither; variance is mean + variation·mean² for counts (negative
/// binomial) and variation·mean² for amounts. Residuals are taken on the square-root scale, where counts and amounts are close to symmetric.
/// Source of the idea: facts/statistics.md 2.1 (same weekday, robust z; Poisson limits for small counts).
/// </summary>
internal sealed class SeasonalFit
{
    private const double Reach = 5;
    private const int Rounds = 9;
    private const double RhythmChance = .1;

    private readonly SeasonalSeries _series;
    private readonly int[] _segment;
    private readonly double[] _levels;
    private readonly double[] _factors;

    private SeasonalFit(SeasonalSeries series, IReadOnlyList<int> breaks)
    {
        _series = series;
        _segment = [.. Enumerable.Range(0, series.Length).Select(i => breaks.Count(b => b <= i))];
        _levels = new double[breaks.Count + 1];
        _factors = new double[series.Seasons.Max() + 1];
        Expected = new double[series.Length];
        Weights = [.. Enumerable.Range(0, series.Length).Select(i => series.Usable(i) ? 1.0 : 0.0)];
    }

    /// <summary>Per step; NaN without exposure.</summary>
    public double[] Expected { get; }

    /// <summary>Per step: how much it was trusted, 0 to 1.</summary>
    public double[] Weights { get; }

    /// <summary>Squared coefficient of variation beyond counting noise.</summary>
    public double Variation { get; private set; }

    /// <summary>Degrees of freedom behind <see cref="Variation"/>.</summary>
    public double Freedom { get; private set; }

    /// <summary>Correlation of a step's noise with the step before, as far as it is beyond its own standard error; not below 0.</summary>
    public double Persistence { get; private set; }

    public IReadOnlyList<double> Levels => _levels;

    public SeasonalSeries Series => _series;

    /// <param name="breaks">First index of every level after the first, ascending.</param>
    /// <returns>Null when nothing can be expected: under five usable steps, or no event at all.</returns>
    public static SeasonalFit? Of(SeasonalSeries series, params IReadOnlyList<int> breaks)
    {
        if (series.Length == 0 || series.UsableCount < 5)
        {
            return null;
        }

        var fit = new SeasonalFit(series, breaks);
        fit.Start();
        for (var round = 0; round < Rounds; round++)
        {
            fit.Estimate(robustScale: round < 4);
        }

        fit.Persistence = fit.LagOne();
        return fit._levels.All(l => l > 0 && double.IsFinite(l)) ? fit : null;
    }

    /// <summary>Variance of one step around its expectation.</summary>
    public double Variance(int i) => (_series.Counts ? Expected[i] : 0) + Variation * Expected[i] * Expected[i];

    /// <summary>Residual in standard deviations, on the square-root scale; NaN where the step is not usable.</summary>
    public double Residual(int i) => _series.Usable(i) ? Gap(i) / Math.Sqrt(Math.Max(1e-12, Spread(i, Variation))) : double.NaN;

    /// <summary>Two-sided p of one step under its own history, before any correction for looks; NaN where the step is not usable.</summary>
    public double P(int i) => _series.Usable(i) ? P(i, _series.Values[i]) : double.NaN;

    /// <summary>The same for a value that the fit never saw, at a step that has an expectation.</summary>
    public double P(int i, double value)
    {
        var p = NoiseTail.TwoSided(value, Expected[i], Variation + Uncertainty(i), _series.Counts);
        var z = p <= 0 ? 37 : -Normal.InvCDF(0, 1, Math.Max(p / 2, 1e-300));
        return 2 * StudentT.CDF(0, 1, Math.Max(1, Freedom), -Math.Abs(z));
    }

    /// <summary>Where a step of this size usually lies, with <paramref name="confidence"/>: its noise and the baseline's own uncertainty.</summary>
    public Interval Range(int i, double confidence = .95)
    {
        var mean = Expected[i];
        var variation = Variation + Uncertainty(i) + (_series.Counts ? 1 / Math.Max(mean, 1e-9) : 0);
        var t = NormalQuantile.StudentTwoSided(confidence, Freedom);
        var reach = t * Math.Sqrt(variation) / 2;
        return new Interval(mean * Math.Pow(Math.Max(0, 1 - reach), 2), mean * Math.Pow(1 + reach, 2));
    }

    /// <summary>
    /// Whether this fit's finer rhythm explains more than chance over <paramref name="coarse"/>, on the same series with fewer seasons: F test on weighted square-root residuals.
    /// </summary>
    public bool Improves(SeasonalFit coarse)
    {
        var usable = Enumerable.Range(0, _series.Length).Where(i => Weights[i] > 0).ToArray();
        double Sum(SeasonalFit fit) => usable.Sum(i => Weights[i] * fit.Gap(i) * fit.Gap(i) / Math.Max(1e-12, Spread(i, Variation)));
        var (more, own) = (_factors.Length - coarse._factors.Length, Sum(this));
        return more > 0 && own > 0 && 1 - FisherSnedecor.CDF(more, Freedom, Math.Max(0, (Sum(coarse) - own) / more / (own / Freedom))) < RhythmChance;
    }

    /// <summary>Squared relative error of the expectation itself, from the few steps of the same place and level that carry it.</summary>
    private double Uncertainty(int i)
    {
        var (place, level) = (0.0, 0.0);
        for (var j = 0; j < _series.Length; j++)
        {
            if (j != i)
            {
                place += _series.Seasons[j] == _series.Seasons[i] ? Weights[j] : 0;
                level += _segment[j] == _segment[i] ? Weights[j] : 0;
            }
        }

        var one = Variation + (_series.Counts ? 1 / Math.Max(Expected[i], 1e-9) : 0);
        return Math.Min(4, one * (1 / Math.Max(.5, place) + 1 / Math.Max(.5, level)));
    }

    private void Start()
    {
        var rate = Enumerable.Range(0, _series.Length).Select(i => _series.Usable(i) ? _series.Values[i] / _series.Exposure[i] : double.NaN).ToArray();
        for (var k = 0; k < _levels.Length; k++)
        {
            var own = rate.Where((_, i) => _segment[i] == k).Where(r => !double.IsNaN(r)).ToArray();
            var median = Robust.Median(own);
            _levels[k] = median > 0 ? median : own.Length == 0 ? double.NaN : Math.Max(own.Average(), Floor(k));
        }

        for (var s = 0; s < _factors.Length; s++)
        {
            var median = Robust.Median(rate.Select((r, i) => _series.Seasons[i] == s ? r / _levels[_segment[i]] : double.NaN));
            _factors[s] = median > 0 ? median : 1;
        }

        Predict();
        Scale(robust: true);
    }

    /// <summary>A stretch without any event is read as half an event, so that "from nothing" and "to nothing" stay measurable; amounts have no such unit.</summary>
    private double Floor(int segment) =>
        _series.Counts ? .5 / Math.Max(1e-9, Enumerable.Range(0, _series.Length).Where(i => _segment[i] == segment && _series.Usable(i)).Sum(i => _series.Exposure[i])) : 0;

    private void Estimate(bool robustScale)
    {
        Solve(_levels, i => _segment[i], i => _factors[_series.Seasons[i]], shrink: false);
        for (var k = 0; k < _levels.Length; k++)
        {
            _levels[k] = Math.Max(_levels[k], Floor(k));
        }

        Solve(_factors, i => _series.Seasons[i], i => _levels[_segment[i]], shrink: true);
        var mean = _factors.Average();
        for (var s = 0; s < _factors.Length; s++)
        {
            _factors[s] /= mean;
        }

        for (var k = 0; k < _levels.Length; k++)
        {
            _levels[k] *= mean;
        }

        Predict();
        Scale(robustScale);
        for (var i = 0; i < Weights.Length; i++)
        {
            Weights[i] = _series.Usable(i) ? Robust.Bisquare(Residual(i), Reach) : 0;
        }
    }

    /// <summary>Quasi-likelihood: each parameter makes the weighted sum of its steps match, weights being inverse to relative variance.</summary>
    private void Solve(double[] parameters, Func<int, int> index, Func<int, double> other, bool shrink)
    {
        var top = new double[parameters.Length];
        var bottom = new double[parameters.Length];
        for (var i = 0; i < _series.Length; i++)
        {
            if (Weights[i] > 0 && Expected[i] > 0)
            {
                var trust = Weights[i] * Expected[i] / Math.Max(Variance(i), 1e-12 * Expected[i]);
                top[index(i)] += trust * _series.Values[i];
                bottom[index(i)] += trust * _series.Exposure[i] * other(i);
            }
        }

        for (var k = 0; k < parameters.Length; k++)
        {
            parameters[k] = bottom[k] > 0 && (top[k] > 0 || !shrink) ? top[k] / bottom[k] : shrink ? Math.Max(parameters[k], 1e-3) : parameters[k];
        }
    }

    private void Predict()
    {
        for (var i = 0; i < _series.Length; i++)
        {
            Expected[i] = _series.Exposure[i] > 0 ? _series.Exposure[i] * _levels[_segment[i]] * _factors[_series.Seasons[i]] : double.NaN;
        }
    }

    private double Gap(int i)
    {
        var shift = _series.Counts ? .375 : 0;
        return 2 * (Math.Sqrt(Math.Max(0, _series.Values[i]) + shift) - Math.Sqrt(Expected[i] + shift));
    }

    private double Spread(int i, double variation) => (_series.Counts ? 1 : 0) + variation * Expected[i];

    private void Scale(bool robust)
    {
        var usable = Enumerable.Range(0, _series.Length).Where(_series.Usable).ToArray();
        var parameters = _levels.Length + _factors.Length - 1;
        Freedom = Math.Max(1, usable.Sum(i => Weights[i]) - parameters);
        var gaps = Array.ConvertAll(usable, Gap);
        var sizes = new double[usable.Length];
        Variation = Root(robust ? RobustExcess : WeightedExcess);

        double RobustExcess(double variation)
        {
            for (var k = 0; k < usable.Length; k++)
            {
                sizes[k] = Math.Abs(gaps[k]) / Math.Sqrt(Math.Max(1e-12, Spread(usable[k], variation)));
            }

            return Robust.MadToSigma * Robust.MedianOf(sizes) - 1;
        }

        double WeightedExcess(double variation)
        {
            var sum = 0.0;
            for (var k = 0; k < usable.Length; k++)
            {
                sum += Weights[usable[k]] * gaps[k] * gaps[k] / Math.Max(1e-12, Spread(usable[k], variation));
            }

            return sum - Freedom;
        }
    }

    /// <summary>Variation at which a decreasing excess reaches zero; 0 when counting noise alone explains the spread.</summary>
    private double Root(Func<double, double> excess)
    {
        var (low, high) = (_series.Counts ? 0 : 1e-8, 25.0);
        if (excess(low) <= 0)
        {
            return low;
        }

        for (var step = 0; step < 26; step++)
        {
            var middle = Math.Sqrt(Math.Max(low, 1e-9) * high);
            (low, high) = excess(middle) > 0 ? (middle, high) : (low, middle);
        }

        return high;
    }

    private double LagOne()
    {
        var (cross, square, pairs) = (0.0, 0.0, 0);
        for (var i = 1; i < _series.Length; i++)
        {
            if (Weights[i] > 0 && Weights[i - 1] > 0)
            {
                cross += Residual(i) * Residual(i - 1);
                square += (Residual(i) * Residual(i) + Residual(i - 1) * Residual(i - 1)) / 2;
                pairs++;
            }
        }

        // One standard error less: a few weeks of independent days look as if they clung to each other as often as not, and every real change would pay for it.
        return pairs < 10 || square <= 0 ? 0 : Math.Clamp(cross / square - 1 / Math.Sqrt(pairs), 0, .8);
    }
}
