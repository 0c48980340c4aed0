using System.Runtime.CompilerServices;

namespace MentorBot.Statistics;

/// <summary>Centre and spread that a single wild value cannot move. NaN entries are skipped.</summary>
internal static class Robust
{
    /// <summary>Makes the median absolute deviation of a normal sample estimate its standard deviation.</summary>
    public const double MadToSigma = 1.4826;

    /// <returns>NaN without any value.</returns>
    public static double Median(IEnumerable<double> values) => MedianOf([.. values]);

    /// <summary>The same without a copy: the values come back in another order.</summary>
    /// <remarks>A fit asks for thousands of medians within its first second, too soon for the compiler to have found out that this is worth its while.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double MedianOf(Span<double> values)
    {
        var count = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                values[count++] = value;
            }
        }

        if (count == 0)
        {
            return double.NaN;
        }

        var (middle, low, high) = (count / 2, 0, count - 1);
        while (low < high)
        {
            var pivot = values[(low + high) / 2];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (values[left] < pivot)
                {
                    left++;
                }

                while (values[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            (low, high) = middle <= right ? (low, right) : middle >= left ? (left, high) : (middle, middle);
        }

        if (count % 2 == 1)
        {
            return values[middle];
        }

        var below = values[0];
        for (var i = 1; i < middle; i++)
        {
            below = Math.Max(below, values[i]);
        }

        return (below + values[middle]) / 2;
    }

    /// <summary>Median distance from the median, unscaled.</summary>
    public static double Mad(IReadOnlyCollection<double> values)
    {
        var centre = Median(values);
        return Median(values.Select(v => Math.Abs(v - centre)));
    }

    /// <summary>Linear between the two nearest values, R's type 7: the upper quartile of 1, 2, 3, 4 is 3.25.</summary>
    /// <returns>NaN without any value.</returns>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Where(v => !double.IsNaN(v)).Order().ToArray();
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var at = share * (sorted.Length - 1);
        var below = (int)Math.Floor(at);
        return sorted[below] + (at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }

    /// <summary>(x - median)/(1.4826 MAD): 18 among 42, 40, 44, 43, 41, 45, 43, 18 is at -11.0. Source: facts/statistics.md 2.1.</summary>
    /// <returns>0 when the value is the median; infinite when every other value is the same.</returns>
    public static double Z(double value, IReadOnlyCollection<double> values)
    {
        var gap = value - Median(values);
        var sigma = MadToSigma * Mad(values);
        return gap == 0 ? 0 : gap / sigma;
    }

    /// <summary>Tukey's bisquare: 1 at the centre, 0 from <paramref name="reach"/> standard deviations on.</summary>
    public static double Bisquare(double z, double reach)
    {
        var u = z / reach;
        return Math.Abs(u) >= 1 ? 0 : (1 - u * u) * (1 - u * u);
    }
}
