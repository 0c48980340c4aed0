using MathNet.Numerics.Distributions;

namespace MentorBot.Statistics;

/// <summary>Two groups compared by ranks (Mann, Whitney, Wilcoxon), with the shift between them (Hodges and Lehmann) and its 95 % range.</summary>
/// <param name="U">Pairs in which the second group is above the first; a tie counts half.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Shift">Median of all differences, second minus first.</param>
internal sealed record RankTest(double U, double P, double Shift, Interval Range)
{
    /// <summary>Up to here, and without ties, the distribution is counted rather than approximated, as R does.</summary>
    private const int CountedUpTo = 50;

    private const int MostOfAGroup = 600;
    private const double Confidence = .95;

    /// <summary>
    /// Hollander and Wolfe's permeability data (R, help of wilcox.test): 10 against 5 values, U 35 of 50, p .1272 one-sided. With ties the normal tail with continuity:
    /// R's airquality, ozone of May against August, W 127.5, p .0001208.
    /// </summary>
    /// <returns>Null when a group is empty.</returns>
    public static RankTest? Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var (m, n) = (first.Count, second.Count);
        if (m == 0 || n == 0)
        {
            return null;
        }

        var (u, ties) = Ranks(first, second);
        var counted = ties.Count == 0 && m < CountedUpTo && n < CountedUpTo ? Counted(m, n) : null;
        var p = counted is not null ? Math.Min(1, 2 * Cumulative(counted, Math.Min(u, (double)m * n - u))) : Approximate(u, m, n, ties);
        var outside = counted is not null ? OutsideCounted(counted) : OutsideApproximate(m, n, ties);
        var differences = Differences(Thinned(first), Thinned(second));
        var k = (int)Math.Clamp(outside * (differences.Length / ((double)m * n)), 0, (differences.Length - 1) / 2);
        return new RankTest(u, p, Robust.Median(differences), new Interval(differences[k], differences[^(k + 1)]));
    }

    /// <summary>U from the ranks of the second group, and the sizes of the ties.</summary>
    private static (double U, List<double> Ties) Ranks(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var all = first.Select(v => (Value: v, Second: 0)).Concat(second.Select(v => (Value: v, Second: 1))).OrderBy(v => v.Value).ToArray();
        var (sum, ties) = (0.0, new List<double>());
        for (var from = 0; from < all.Length;)
        {
            var (to, seconds) = (from, 0);
            for (; to < all.Length && all[to].Value == all[from].Value; to++)
            {
                seconds += all[to].Second;
            }

            sum += seconds * (from + 1 + to) / 2.0;
            if (to - from > 1)
            {
                ties.Add(to - from);
            }

            from = to;
        }

        return (sum - second.Count * (second.Count + 1.0) / 2, ties);
    }

    /// <summary>Of a very large group its evenly spaced quantiles: the median of all pairs hardly moves, and a million posts need no million million pairs.</summary>
    private static double[] Thinned(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length <= MostOfAGroup ? sorted : [.. Enumerable.Range(0, MostOfAGroup).Select(i => sorted[(int)((i + .5) * sorted.Length / MostOfAGroup)])];
    }

    private static double[] Differences(double[] first, double[] second)
    {
        var differences = new double[first.Length * second.Length];
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < second.Length; j++)
            {
                differences[i * second.Length + j] = second[j] - first[i];
            }
        }

        Array.Sort(differences);
        return differences;
    }

    /// <summary>Posts (or any other units) in both groups together by which a shift of this size shows with power 80 %; Noether's rule through the efficiency of ranks under normal noise.</summary>
    /// <param name="spread">Standard deviation inside a group, in the unit of the shift.</param>
    /// <param name="chance">Two-sided chance of calling a shift where there is none.</param>
    /// <returns>Infinite when nothing moved.</returns>
    public static double NeededFor(double shift, double spread, double chance)
    {
        var reach = NormalQuantile.TwoSided(1 - chance) + Normal.InvCDF(0, 1, .8);
        return Math.Abs(shift) < 1e-6 ? double.PositiveInfinity : 4 * Math.PI / 3 * Math.Pow(reach * spread / shift, 2);
    }

    /// <summary>Chance of each U from 0 to m·n: the ways to choose are counted by adding one value at a time.</summary>
    private static double[] Counted(int m, int n)
    {
        var ways = new double[m + 1][];
        for (var i = 0; i <= m; i++)
        {
            ways[i] = new double[m * n + 1];
        }

        ways[0][0] = 1;
        for (var value = 1; value <= m + n; value++)
        {
            for (var taken = Math.Min(value, m); taken >= 1; taken--)
            {
                // Taken as the taken-th of its group, it stands above (value - taken) of the other.
                var above = value - taken;
                if (above > n)
                {
                    continue;
                }

                for (var u = above; u < ways[taken].Length; u++)
                {
                    ways[taken][u] += ways[taken - 1][u - above];
                }
            }
        }

        var all = ways[m].Sum();
        return Array.ConvertAll(ways[m], w => w / all);
    }

    private static double Cumulative(double[] chances, double u) => chances.Take((int)Math.Floor(u) + 1).Sum();

    private static double Approximate(double u, double m, double n, List<double> ties)
    {
        var sigma = Sigma(m, n, ties);
        var gap = Math.Max(0, Math.Abs(u - m * n / 2) - .5);
        return sigma > 0 ? NormalQuantile.TwoSidedP(gap / sigma) : 1;
    }

    private static double Sigma(double m, double n, List<double> ties) =>
        Math.Sqrt(m * n / 12 * (m + n + 1 - ties.Sum(t => t * t * t - t) / ((m + n) * (m + n - 1))));

    /// <summary>Differences left out at each end, so that the range holds the shift in at least 95 of 100 samples; R's qwilcox less one.</summary>
    private static int OutsideCounted(double[] chances)
    {
        var (k, sum) = (0, 0.0);
        while (k < chances.Length && (sum += chances[k]) < (1 - Confidence) / 2)
        {
            k++;
        }

        return k - 1;
    }

    private static double OutsideApproximate(double m, double n, List<double> ties) =>
        Math.Max(0, Math.Floor(m * n / 2 - NormalQuantile.TwoSided(Confidence) * Sigma(m, n, ties)));
}
