namespace MentorBot.Statistics;

/// <summary>Whether people were split over the arms as planned (sample ratio mismatch): chi2 = sum (seen - planned)²/planned. A mismatch stops every reading. Source: facts/statistics.md 1.4.</summary>
/// <param name="P">1 when nothing can be tested. The chi-square's: with fewer than 50 people planned for an arm a sound split falls below .001 up to three times as often as it says.</param>
/// <param name="Testable">Two arms or more with a planned share, and somebody in them.</param>
internal sealed record SampleRatio(double Chi2, double P, bool Testable)
{
    /// <summary>Below this p the split is called broken, as GrowthBook does.</summary>
    public const double Threshold = .001;

    public bool Mismatch => Testable && P < Threshold;

    /// <param name="weights">Planned shares, in any unit; an arm of weight 0 is left out, an empty arm with a weight counts.</param>
    /// <exception cref="ArgumentException">Not one weight per arm.</exception>
    public static SampleRatio Of(IReadOnlyList<double> users, IReadOnlyList<double> weights)
    {
        if (users.Count != weights.Count)
        {
            throw new ArgumentException("Each arm has one planned weight.", nameof(weights));
        }

        var arms = users.Zip(weights).Where(a => a.Second > 0).ToList();
        var (all, whole) = (arms.Sum(a => a.First), arms.Sum(a => a.Second));
        if (arms.Count < 2 || !(all > 0))
        {
            return new SampleRatio(0, 1, false);
        }

        var chi2 = arms.Sum(a => Math.Pow(a.First - all * a.Second / whole, 2) / (all * a.Second / whole));
        return new SampleRatio(chi2, ChiSquaredTail(chi2, arms.Count - 1), true);
    }

    internal static double ChiSquaredTail(double chi2, int freedom) =>
        chi2 <= 0 ? 1
        : freedom == 1 ? NormalQuantile.TwoSidedP(Math.Sqrt(chi2))
        : Math.Clamp(MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(freedom / 2.0, chi2 / 2), 0, 1);
}
