namespace MentorBot.Statistics;

/// <summary>
/// The difference of two arms over planned segments, each compared with itself: Mantel-Haenszel's risk difference with Sato's variance (Sato 1989), the Cochran-Mantel-Haenszel test without
/// continuity, and Cochran's Q for segments that disagree.
/// </summary>
/// <param name="Difference">Rate of b minus rate of a, weighted by n1 n2/(n1 + n2).</param>
/// <param name="Range">
/// With Sato's variance; where an arm has fewer than five conversions in all, or fewer than five people without, that variance may be 0 and the range is put together from the segments' Newcombe ranges
/// (MOVER, Zou and Donner 2008: d ± sqrt(sum w² reach²)), which with one segment is Newcombe's.
/// </param>
/// <param name="P">Two-sided, for no difference in any segment.</param>
/// <param name="HeterogeneityP">Small when the segments do not share one difference; 1 with a single segment.</param>
internal sealed record StratifiedDifference(double Difference, Interval Range, double P, double HeterogeneityP)
{
    private const double FewestForNormal = 5;

    /// <param name="strata">Segments without people in both arms say nothing and are left out.</param>
    public static StratifiedDifference Of(IReadOnlyList<(Arm A, Arm B)> strata, double confidence = .95)
    {
        var usable = strata.Where(s => s.A.Users > 0 && s.B.Users > 0).ToList();
        var weight = usable.Sum(s => Weight(s.A, s.B));
        if (!(weight > 0))
        {
            return new StratifiedDifference(0, new Interval(-1, 1), 1, 1);
        }

        var d = usable.Sum(s => Weight(s.A, s.B) * (s.B.Rate - s.A.Rate)) / weight;
        var (below, above) = Reaches(usable, d, weight, confidence);
        return new StratifiedDifference(d, new Interval(Math.Max(-1, d - below), Math.Min(1, d + above)), CochranMantelHaenszel(usable), Heterogeneity(usable));
    }

    private static (double Below, double Above) Reaches(List<(Arm A, Arm B)> strata, double d, double weight, double confidence)
    {
        var (a, b) = (Whole(strata.Select(s => s.A)), Whole(strata.Select(s => s.B)));
        if (a.Scarcer >= FewestForNormal && b.Scarcer >= FewestForNormal)
        {
            var half = NormalQuantile.TwoSided(confidence) * Math.Sqrt(Math.Max(0, Sato(strata, d, weight)));
            return (half, half);
        }

        var (below, above) = (0.0, 0.0);
        foreach (var s in strata)
        {
            var (share, own, range) = (Weight(s.A, s.B) / weight, s.B.Rate - s.A.Rate, RateDifference.Newcombe(s.A, s.B, confidence));
            below += Math.Pow(share * (own - range.Low), 2);
            above += Math.Pow(share * (range.High - own), 2);
        }

        return (Math.Sqrt(below), Math.Sqrt(above));
    }

    private static Arm Whole(IEnumerable<Arm> arms) => arms.Aggregate((sum, arm) => new Arm(sum.Conversions + arm.Conversions, sum.Users + arm.Users));

    private static double Weight(Arm a, Arm b) => a.Users * b.Users / (a.Users + b.Users);

    /// <summary>(d sum P + sum Q)/W², with P = (n_B² x_A - n_A² x_B + n_A n_B (n_A - n_B)/2)/N² and Q = (x_B (n_A - x_A) + x_A (n_B - x_B))/(2N).</summary>
    private static double Sato(List<(Arm A, Arm B)> strata, double d, double weight)
    {
        var (p, q) = (0.0, 0.0);
        foreach (var (a, b) in strata)
        {
            var n = a.Users + b.Users;
            var (shareA, shareB) = (a.Users / n, b.Users / n);
            p += shareB * shareB * a.Conversions - shareA * shareA * b.Conversions + shareA * shareB * (a.Users - b.Users) / 2;
            q += (b.Conversions * (a.Users - a.Conversions) + a.Conversions * (b.Users - b.Conversions)) / (2 * n);
        }

        return (d * p + q) / (weight * weight);
    }

    private static double CochranMantelHaenszel(List<(Arm A, Arm B)> strata)
    {
        var (off, variance) = (0.0, 0.0);
        foreach (var (a, b) in strata)
        {
            var n = a.Users + b.Users;
            var events = a.Conversions + b.Conversions;
            off += b.Conversions - b.Users / n * events;
            variance += n > 1 ? a.Users / n * (b.Users / n) * events * ((n - events) / (n - 1)) : 0;
        }

        return variance > 0 ? NormalQuantile.TwoSidedP(off / Math.Sqrt(variance)) : 1;
    }

    private static double Heterogeneity(List<(Arm A, Arm B)> strata)
    {
        // Half a case on each side keeps a segment without conversions from having no variance at all.
        var parts = strata.Select(s => (D: s.B.Rate - s.A.Rate, W: 1 / (Variance(s.A) + Variance(s.B)))).ToList();
        var mean = parts.Sum(p => p.W * p.D) / parts.Sum(p => p.W);
        return parts.Count < 2 ? 1 : SampleRatio.ChiSquaredTail(parts.Sum(p => p.W * (p.D - mean) * (p.D - mean)), parts.Count - 1);
    }

    private static double Variance(Arm arm)
    {
        var rate = (arm.Conversions + .5) / (arm.Users + 1);
        return rate * (1 - rate) / arm.Users;
    }
}
