using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>
/// How the last days of a count fall short of their exposure: not at all, by one share from some day on, or by a share that grows towards the last day, as counts do that arrive late.
/// Poisson likelihoods over the days, divided by the dispersion that the days before show (quasi-likelihood).
/// </summary>
/// <param name="Complete">Share of what is to come that has arrived, by days back from the last one: the last day first.</param>
/// <param name="P">For no shortfall at all, every shape that was tried paid for.</param>
/// <param name="Observed">Events over the days that are not complete yet.</param>
/// <param name="Expected">Events that the rate of the days before gives for them.</param>
internal sealed record LagShape(IReadOnlyList<double> Complete, double P, double Observed, double Expected, double Dispersion)
{
    /// <summary>Longest tail that is looked at.</summary>
    public const int Longest = 14;

    /// <summary>A day that has this share of its events counts as complete.</summary>
    private const double AsGoodAsComplete = .95;

    /// <summary>Log-likelihood by which a growing shortfall must tell the days better than one that has stayed the same.</summary>
    private const double Margin = 1;

    private static readonly double[] Delays = [.8, 1.2, 1.8, 2.7, 4];
    private static readonly int[] Ramps = [3, 4, 5, 7, 10, 14];

    /// <param name="counts">Per day, oldest first; NaN where it may not be judged.</param>
    /// <param name="exposure">What the counts come from, per day.</param>
    /// <returns>Null when the days before the tail are too few, or the shortfall is flat, within chance, or none.</returns>
    public static LagShape? Of(IReadOnlyList<double> counts, IReadOnlyList<double> exposure)
    {
        var usable = Enumerable.Range(0, counts.Count).Where(i => !double.IsNaN(counts[i]) && exposure[i] > 0).ToArray();
        var (before, tail) = (usable.Where(i => i < counts.Count - Longest).ToArray(), usable.Where(i => i >= counts.Count - Longest).ToArray());
        if (before.Length < Longest || tail.Length < 5 || before.Sum(i => counts[i]) is not (> 0 and var events))
        {
            return null;
        }

        var rate = events / before.Sum(i => exposure[i]);
        var dispersion = Math.Max(1, before.Sum(i => Math.Pow(counts[i] - rate * exposure[i], 2) / (rate * exposure[i])) / (before.Length - 1));
        var days = tail.Select(i => (Back: counts.Count - 1 - i, Count: counts[i], Full: rate * exposure[i])).ToArray();
        double Tells(Func<int, double> complete) => days.Sum(d => Math.Max(1e-3, complete(d.Back)) is var c ? d.Count * Math.Log(c) - c * d.Full : 0) / dispersion;

        var none = Tells(_ => 1);
        var flat = Enumerable.Range(1, Longest).Max(w => Tells(Flat(days, w)));
        var best = Delays.Select(d => (Func<int, double>)(back => 1 - Math.Exp(-(back + 1) / d))).Concat(Ramps.Select(w => Ramp(days, w))).MaxBy(Tells)!;
        var gain = Tells(best) - none;
        var p = gain <= 0 ? 1 : Math.Min(1, (Delays.Length + Ramps.Length) * (1 - ChiSquared.CDF(1, 2 * gain)));
        var late = days.Where(d => best(d.Back) < AsGoodAsComplete).ToArray();
        return late.Length < 2 || Tells(best) < flat + Margin
            ? null
            : new LagShape([.. Enumerable.Range(0, late.Max(d => d.Back) + 1).Select(best)], p, late.Sum(d => d.Count), late.Sum(d => d.Full), dispersion);
    }

    /// <summary>One share missing over the last <paramref name="width"/> days, the one that fits them best.</summary>
    private static Func<int, double> Flat((int Back, double Count, double Full)[] days, int width)
    {
        var within = days.Where(d => d.Back < width).ToArray();
        var share = within.Length == 0 ? 1 : Math.Min(1, within.Sum(d => d.Count) / within.Sum(d => d.Full));
        return back => back < width ? share : 1;
    }

    /// <summary>A share missing that grows evenly over the last <paramref name="width"/> days, up to the one that fits them best.</summary>
    private static Func<int, double> Ramp((int Back, double Count, double Full)[] days, int width)
    {
        double Weight(int back) => Math.Max(0, (double)(width - back) / width);
        var (missing, carried) = (days.Sum(d => Weight(d.Back) * (d.Full - d.Count)), days.Sum(d => Weight(d.Back) * Weight(d.Back) * d.Full));
        var depth = carried > 0 ? Math.Clamp(missing / carried, 0, .99) : 0;
        return back => 1 - depth * Weight(back);
    }
}
