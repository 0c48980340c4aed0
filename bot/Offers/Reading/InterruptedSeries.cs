using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>
/// An offer that people were not assigned to at random: what its series would have done without it, told by a series that was left alone. There is no p-value, and it is never called a test.
/// Source: facts/statistics.md 2.2.
/// </summary>
/// <param name="CannotTell">Why nothing can be said, as a text's code; null when something can.</param>
/// <param name="Before">Steps before the offer, in both series.</param>
/// <param name="After">Steps since.</param>
/// <param name="Told">Null when nothing can be said.</param>
/// <param name="Together">Share of the series' movement before that the control explains, 0 to 1.</param>
internal sealed record InterruptedSeries(string? CannotTell, int Before, int After, ControlledSeries? Told, double Together)
{
    /// <summary>Fewer steps before the offer than this do not show how the two go together.</summary>
    public const int FewestBefore = 14;

    /// <summary>A control that explains less than this of the series is hardly one.</summary>
    private const double LooseShare = .5;

    public InterruptedVerdict Verdict =>
        Told is not { } told ? InterruptedVerdict.CannotTell
        : told.Range.Low > 0 ? InterruptedVerdict.Higher
        : told.Range.High < 0 ? InterruptedVerdict.Lower
        : InterruptedVerdict.WithinNoise;

    /// <summary>The control explains less than half of what the series did before.</summary>
    public bool Loose => Told is not null && Together < LooseShare;

    /// <summary>Effect over what was expected, with its range; null when nothing was expected.</summary>
    public (double Value, Interval Range)? Relative =>
        Told is { } told && told.Expected.Sum() is > 0 and var sum ? (told.Relative, told.Range.Map(e => e / sum)) : null;

    /// <param name="control">The untouched series, oldest first.</param>
    /// <param name="series">The offer's series, same steps.</param>
    /// <param name="start">Index of the first step with the offer.</param>
    public static InterruptedSeries Of(IReadOnlyList<double> control, IReadOnlyList<double> series, int start)
    {
        var (n, m) = (Math.Clamp(start, 0, series.Count), Math.Max(0, series.Count - start));
        InterruptedSeries Nothing(string why) => new($"quasi.{why}", n, m, null, 0);
        if (control.Count != series.Count || control.Count == 0)
        {
            return Nothing("no-control");
        }

        if (control.Concat(series).Any(v => !double.IsFinite(v)))
        {
            return Nothing("gaps");
        }

        if (m == 0)
        {
            return Nothing("nothing-after");
        }

        if (n < FewestBefore)
        {
            return Nothing("too-few-before");
        }

        var (x, y) = (control.Take(n).ToList(), series.Take(n).ToList());
        return ControlledSeries.Of(x, y, [.. control.Skip(n)], [.. series.Skip(n)]) is { } told && double.IsFinite(told.Range.Low)
            ? new InterruptedSeries(null, n, m, told, Shared(x, y))
            : Nothing("still-control");
    }

    /// <summary>Squared correlation.</summary>
    private static double Shared(List<double> x, List<double> y)
    {
        var (mx, my) = (x.Average(), y.Average());
        var (xx, yy, xy) = (x.Sum(v => (v - mx) * (v - mx)), y.Sum(v => (v - my) * (v - my)), x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum());
        return xx > 0 && yy > 0 ? xy * xy / (xx * yy) : 0;
    }
}

internal enum InterruptedVerdict
{
    CannotTell,
    Higher,
    Lower,
    WithinNoise,
}
