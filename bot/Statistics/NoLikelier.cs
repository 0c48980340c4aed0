namespace MentorBot.Statistics;

/// <summary>
/// The two-sided p of the exact tests: the chance of all outcomes that are no likelier than the one seen, as R's fisher.test and binom.test add them up. The chances rise to one mode and fall after it,
/// so that each tail is found by halving and added from its edge outwards: the work grows with the tails' width, not with the number of outcomes.
/// </summary>
internal static class NoLikelier
{
    /// <summary>Relative slack with which two outcomes count as equally likely, as R's.</summary>
    private const double Slack = 1e-7;

    /// <summary>Logarithm by which a term must be smaller than the edge's to add nothing: e^-40 of it.</summary>
    private const double Negligible = 40;

    /// <param name="low">Smallest outcome, a whole number.</param>
    /// <param name="mode">The likeliest outcome, or one beside it.</param>
    /// <param name="seen">Within low and high.</param>
    /// <param name="log">Logarithm of an outcome's chance.</param>
    public static double P(double low, double high, double mode, double seen, Func<double, double> log)
    {
        var most = log(seen) + Slack;
        return log(mode) <= most ? 1 : Math.Min(1, Tail(mode, low, most, log) + Tail(mode, high, most, log));
    }

    /// <summary>The side of the mode that ends at <paramref name="end"/>.</summary>
    private static double Tail(double mode, double end, double most, Func<double, double> log)
    {
        var step = Math.Sign(end - mode);
        if (step == 0 || log(end) > most)
        {
            return 0;
        }

        var (likelier, edge) = (mode, end);
        while (Math.Abs(edge - likelier) > 1)
        {
            var middle = Math.Floor((edge + likelier) / 2);
            (likelier, edge) = log(middle) > most ? (middle, edge) : (likelier, middle);
        }

        var (sum, first) = (0.0, log(edge));
        for (var x = edge; step * (end - x) >= 0 && log(x) is var term && term > first - Negligible; x += step)
        {
            sum += Math.Exp(term);
        }

        return sum;
    }
}
