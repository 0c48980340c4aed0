namespace MentorBot.Statistics;

/// <summary>A steady growth or decline, the same share every week: a line through the logarithms of the weeks, each freed of its weekday rhythm and of the days that it lacks.</summary>
/// <param name="PerWeek">Change from one week to the next: -.03 is 3 % less every week.</param>
/// <param name="Range">95 % range of <paramref name="PerWeek"/>.</param>
/// <param name="P">Two-sided, for no trend at all; weeks that cling to their neighbours are paid for.</param>
/// <param name="First">Level of a step in the first week, on the line.</param>
/// <param name="Last">Level of a step in the last week, on the line.</param>
internal sealed record WeeklyTrend(double PerWeek, Interval Range, double P, double First, double Last, int Weeks)
{
    /// <summary>Under eight weeks a slope and a step cannot be told apart.</summary>
    public const int FewestWeeks = 8;

    /// <summary>Share of a week's steps that must be there.</summary>
    private const double WholeWeek = .7;

    private double Criterion { get; init; }

    private IReadOnlyList<(double X, double Y)> Points { get; init; } = [];

    /// <returns>Null with fewer than eight weeks, or when a week holds nothing.</returns>
    public static WeeklyTrend? Of(SeasonalSeries series, int perWeek)
    {
        if (SeasonalFit.Of(series) is not { } flat || Weekly(series, flat, perWeek) is not { Count: >= FewestWeeks } weeks || LeastSquares.Of(weeks) is not { } line)
        {
            return null;
        }

        var persistence = Persistence(weeks, line);
        var error = Math.Max(line.SlopeError, 1e-9) * Math.Sqrt((1 + persistence) / (1 - persistence));
        var reach = error * NormalQuantile.StudentTwoSided(.95, line.Freedom);
        var z = NormalQuantile.FromStudent(line.Slope / error, line.Freedom);
        var level = flat.Levels[0];
        return new WeeklyTrend(Math.Exp(line.Slope) - 1, new Interval(Math.Exp(line.Slope - reach) - 1, Math.Exp(line.Slope + reach) - 1), NormalQuantile.TwoSidedP(z),
            level * Math.Exp(line.At(weeks[0].X)), level * Math.Exp(line.At(weeks[^1].X)), weeks.Count)
        {
            Criterion = Bayes(line.Residuals, weeks.Count, 2),
            Points = weeks,
        };
    }

    /// <summary>Whether the line tells the weeks better than levels that change at these steps would (Schwarz's criterion, a step costing its level and its place).</summary>
    public bool TellsMoreThan(IReadOnlyList<int> shifts, int perWeek)
    {
        var segments = Points.GroupBy(p => shifts.Count(s => (double)s / perWeek <= p.X + .5));
        var residuals = segments.Sum(s => s.Average(p => p.Y) is var mean ? s.Sum(p => (p.Y - mean) * (p.Y - mean)) : 0);
        return Criterion < Bayes(residuals, Points.Count, 2 * shifts.Count + 1);
    }

    private static double Bayes(double residuals, int points, int parameters) => points * Math.Log(Math.Max(residuals, 1e-12) / points) + parameters * Math.Log(points);

    private static List<(double X, double Y)> Weekly(SeasonalSeries series, SeasonalFit flat, int perWeek)
    {
        var weeks = new List<(double, double)>();
        for (var from = 0; from + perWeek <= series.Length; from += perWeek)
        {
            var steps = Enumerable.Range(from, perWeek).Where(i => series.Usable(i) && flat.Expected[i] > 0).ToArray();
            var (seen, expected) = (steps.Sum(i => series.Values[i]), steps.Sum(i => flat.Expected[i]));
            if (steps.Length < WholeWeek * perWeek || expected <= 0)
            {
                continue;
            }

            if (seen <= 0)
            {
                return [];
            }

            weeks.Add((from / (double)perWeek, Math.Log(seen / expected)));
        }

        return weeks;
    }

    private static double Persistence(List<(double X, double Y)> weeks, LeastSquares line)
    {
        var gaps = weeks.ConvertAll(w => w.Y - line.At(w.X));
        var square = gaps.Sum(g => g * g);
        return square <= 0 ? 0 : Math.Clamp(gaps.Zip(gaps.Skip(1), (a, b) => a * b).Sum() / square, 0, .8);
    }
}
