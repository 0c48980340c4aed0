using MentorBot.Statistics;

namespace MentorBot.Readouts;

/// <summary>What is usual for a post of one format: the median and a robust spread on the log scale, since reach multiplies rather than adds.</summary>
/// <param name="Centre">Median of the logs.</param>
/// <param name="Spread">1.4826 MAD of the logs, at least <see cref="LeastSpread"/>.</param>
/// <param name="Median">In the metric's own unit.</param>
/// <param name="Weak">The lower quartile: one post in four is no better.</param>
/// <param name="Good">The upper quartile: one post in four is at least as good.</param>
internal sealed record PostLevel(double Centre, double Spread, double Median, double Weak, double Good, int N)
{
    private const double ViralZ = 3.5;
    private const double ViralTimes = 3;

    /// <summary>Over all posts of a format.</summary>
    private const double ByChance = .025;

    /// <summary>A format whose posts are all alike must not turn a slightly better one into a wonder.</summary>
    private const double LeastSpread = .25;

    /// <summary>What stands in for nothing on the log scale.</summary>
    private const double Nothing = .5;

    /// <returns>Null for fewer posts than may be judged.</returns>
    public static PostLevel? Of(IReadOnlyCollection<double> values)
    {
        if (values.Count < Posts.Fewest)
        {
            return null;
        }

        var logs = values.Select(Log).ToArray();
        return new PostLevel(Robust.Median(logs), Math.Max(LeastSpread, Robust.MadToSigma * Robust.Mad(logs)), Robust.Median(values), Robust.Quantile(values, .25), Robust.Quantile(values, .75), values.Count);
    }

    public static double Log(double value) => Math.Log(Math.Max(value, Nothing));

    public double Z(double value) => (Log(value) - Centre) / Spread;

    /// <summary>Where 95 of 100 ordinary posts lie.</summary>
    public Interval Usual => new Interval(-1.96, 1.96).Map(z => Math.Exp(Centre + z * Spread));

    /// <summary>Two thirds of the ordinary posts: one spread on either side, what a chart shades.</summary>
    public Interval Middle => new Interval(-1, 1).Map(z => Math.Exp(Centre + z * Spread));

    /// <summary>Beyond some hundred posts, chance alone reaches 3.5: the bound follows their number.</summary>
    private double Bound => Math.Max(ViralZ, NormalQuantile.TwoSided(1 - 2 * ByChance / N));

    public bool IsViral(double value) => Z(value) > Bound && value >= ViralTimes * Median && Median > 0;
}
