using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>
/// How far a line's forecast of a sum may be out when each step's noise clings to the step before (first-order autoregression) and nobody knows how much. Every correlation from 0 to .95 is weighed by the restricted
/// likelihood of the residuals and by 1 - r, strong ones being rare beforehand; the range is that of the weighed Student distributions. Zellner and Tiao (1964), Bayesian analysis of the regression model with
/// autocorrelated errors; the plain formula of facts/statistics.md 2.2 is the one at r = 0.
/// </summary>
internal sealed class ClingingNoise
{
    private const double Step = .05;
    private const double Most = .951;
    private const double Negligible = 1e-5;
    private const int Halvings = 34;

    private readonly (double Persistence, double Weight, double Error)[] _cases;
    private readonly int _freedom;

    private ClingingNoise((double, double, double)[] cases, int freedom) => (_cases, _freedom) = (cases, freedom);

    /// <summary>Mean correlation of a step's noise with the step before, after the residuals have spoken; 0 to .95.</summary>
    public double Persistence => _cases.Sum(c => c.Weight * c.Persistence);

    /// <summary>Standard error of the sum if no step clung to the one before.</summary>
    public double IndependentError => _cases[0].Error;

    /// <param name="before">The line's x on the steps it was fitted on; not all equal, three at least.</param>
    /// <param name="residuals">Least-squares residuals of those steps.</param>
    /// <param name="after">The x of the steps that follow without a gap, whose sum is forecast.</param>
    public static ClingingNoise Of(IReadOnlyList<double> before, IReadOnlyList<double> residuals, IReadOnlyList<double> after)
    {
        var (n, m, mean) = (before.Count, after.Count, before.Average());
        var scale = Math.Sqrt(before.Sum(v => (v - mean) * (v - mean)));
        double[] x = [.. before.Select(v => (v - mean) / scale)];
        var away = after.Sum(v => (v - mean) / scale);

        // The error of the forecast sum is this much of each step's noise.
        double[] shares = [.. x.Select(v => -(m / (double)n + away * v)), .. Enumerable.Repeat(1.0, m)];
        var square = residuals.Sum(e => e * e);
        var cases = Enumerable.Range(0, (int)(Most / Step) + 1).Select(k => Step * k).Select(r =>
        {
            var (left, information) = Left(x, residuals, r);
            left = Math.Max(left, 1e-12 * square);
            var weight = square > 0 ? Math.Log(1 - r) + .5 * Math.Log((1 - r * r) / information) - .5 * (n - 2) * Math.Log(left / square) : 0;
            return (Persistence: r, Weight: weight, Error: Math.Sqrt(left / (n - 2) * Variance(shares, r)));
        }).ToArray();
        var most = cases.Max(c => c.Weight);
        var sum = cases.Sum(c => Math.Exp(c.Weight - most));
        return new ClingingNoise(Array.ConvertAll(cases, c => (c.Persistence, Math.Exp(c.Weight - most) / sum, c.Error)), n - 2);
    }

    /// <summary>The sum is out by no more than this with the given confidence.</summary>
    public double Reach(double confidence)
    {
        var t = NormalQuantile.StudentTwoSided(confidence, _freedom);
        var counting = _cases.Where(c => c.Weight > Negligible).ToArray();
        var (low, high) = (t * counting.Min(c => c.Error), t * counting.Max(c => c.Error));
        for (var i = 0; i < Halvings && low < high; i++)
        {
            var middle = (low + high) / 2;
            var outside = counting.Sum(c => c.Weight * 2 * StudentT.CDF(0, 1, _freedom, -middle / c.Error));
            (low, high) = outside > 1 - confidence ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Weighted least squares of the residuals on a constant and x after Prais and Winsten's transform: what it leaves, and the determinant of its information.</summary>
    private static (double Unexplained, double Information) Left(double[] x, IReadOnlyList<double> residuals, double r)
    {
        var first = Math.Sqrt(1 - r * r);
        var (s11, s12, s22, t1, t2, yy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (p, q, v) = i == 0 ? (first, first * x[0], first * residuals[0]) : (1 - r, x[i] - r * x[i - 1], residuals[i] - r * residuals[i - 1]);
            (s11, s12, s22, t1, t2, yy) = (s11 + p * p, s12 + p * q, s22 + q * q, t1 + p * v, t2 + q * v, yy + v * v);
        }

        var information = s11 * s22 - s12 * s12;
        return (yy - (s22 * t1 * t1 - 2 * s12 * t1 * t2 + s11 * t2 * t2) / information, information);
    }

    /// <summary>Of the weighted sum of an autoregression whose innovations have variance 1.</summary>
    private static double Variance(double[] shares, double r)
    {
        var (sum, carried) = (0.0, 0.0);
        foreach (var share in shares)
        {
            carried *= r;
            sum += share * share + 2 * share * carried;
            carried += share;
        }

        return sum / (1 - r * r);
    }
}
