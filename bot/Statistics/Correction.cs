namespace MentorBot.Statistics;

/// <summary>Several looks at once find something by chance; adjusted p-values pay for them.</summary>
internal static class Correction
{
    /// <summary>Holm's step-down adjustment (family-wise). .01, .04, .03, .005, .55, .6 give .05, .12, .12, .03, 1, 1 (R's p.adjust). Source: facts/statistics.md 1.7.</summary>
    /// <param name="looks">How many looks were taken in all, when more than the p-values given (those left out were larger).</param>
    public static double[] Holm(IReadOnlyList<double> p, int looks = 0)
    {
        var total = Math.Max(looks, p.Count);
        var adjusted = new double[p.Count];
        var running = 0.0;
        var rank = 0;
        foreach (var i in Enumerable.Range(0, p.Count).OrderBy(i => p[i]))
        {
            running = Math.Max(running, Math.Min(1, (total - rank++) * p[i]));
            adjusted[i] = running;
        }

        return adjusted;
    }
}
