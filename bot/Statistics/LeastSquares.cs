using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>A straight line through points, by ordinary least squares. Anscombe's first set gives 3.0001 + .50009 x, slope error .11791, p .00217.</summary>
/// <param name="Slope">Change of y for one unit of x.</param>
/// <param name="SlopeError">Standard error of <paramref name="Slope"/>.</param>
/// <param name="Residuals">Sum of squared residuals.</param>
/// <param name="Freedom">Points minus two.</param>
internal sealed record LeastSquares(double Intercept, double Slope, double SlopeError, double Residuals, int Freedom)
{
    /// <summary>Two-sided, for a true slope of 0.</summary>
    public double P => SlopeError > 0 ? 2 * StudentT.CDF(0, 1, Freedom, -Math.Abs(Slope / SlopeError)) : Slope == 0 ? 1 : 0;

    public double At(double x) => Intercept + Slope * x;

    /// <returns>Null with fewer than three points, or when all stand at one x.</returns>
    public static LeastSquares? Of(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count < 3)
        {
            return null;
        }

        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        var (xx, xy) = (points.Sum(p => (p.X - x) * (p.X - x)), points.Sum(p => (p.X - x) * (p.Y - y)));
        if (!(xx > 0))
        {
            return null;
        }

        var (slope, freedom) = (xy / xx, points.Count - 2);
        var residuals = points.Sum(p => Math.Pow(p.Y - y - slope * (p.X - x), 2));
        return new LeastSquares(y - slope * x, slope, Math.Sqrt(residuals / freedom / xx), residuals, freedom);
    }
}
