using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace MentorBot.Statistics;

/// <summary>How many people a test of two rates (or means) needs, and what it can see. Source: facts/statistics.md 1.2.</summary>
internal static class SampleSize
{
    /// <summary>
    /// People per arm, not rounded, as R's power.prop.test (not strict): [z_a sqrt(2 p̄q̄) + z_b sqrt(p1q1 + p2q2)]² / d². .02 to .023 needs 36,692.77 at 5 % two-sided and power 80 %.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Rates not strictly between 0 and 1, or equal; a chance not strictly between 0 and 1.</exception>
    public static double PerArm(double from, double to, double alpha = .05, double power = .8, bool oneSided = false)
    {
        Require(from, to, alpha);
        RequireChance(power);
        return from == to ? throw new ArgumentOutOfRangeException(nameof(to), to, "Two equal rates are never told apart.")
            : Math.Pow((Critical(alpha, oneSided) * PooledSpread(from, to) + Quantile(power) * Spread(from, to)) / (to - from), 2);
    }

    /// <summary>Chance that a test of this size finds the difference. 5,000 per arm find .03 to .036 with 38.95 %.</summary>
    public static double Power(double perArm, double from, double to, double alpha = .05, bool oneSided = false)
    {
        Require(from, to, alpha);
        return Normal.CDF(0, 1, (Math.Sqrt(perArm) * Math.Abs(to - from) - Critical(alpha, oneSided) * PooledSpread(from, to)) / Spread(from, to));
    }

    /// <summary>The nearest other rate that a test of this size finds with <paramref name="power"/>: 5,000 per arm at .03 find .040317.</summary>
    /// <param name="down">Look below <paramref name="from"/> instead of above.</param>
    /// <returns>Null when no rate between 0 and 1 is far enough away.</returns>
    public static double? Detectable(double perArm, double from, double alpha = .05, double power = .8, bool down = false)
    {
        Require(from, from, alpha);
        RequireChance(power);
        var end = down ? 1e-12 : 1 - 1e-12;
        double Missing(double to) => to == from ? alpha / 2 - power : Power(perArm, from, to, alpha) - power;
        return !(perArm > 0) || Missing(end) < 0 ? null : Brent.FindRoot(Missing, Math.Min(from, end), Math.Max(from, end), 1e-13, 500);
    }

    /// <summary>People in each arm when the control has <paramref name="controlPerTreated"/> times as many (variances not pooled): .03 to .036 with 4 needs 9,152.4 and 36,609.8.</summary>
    public static (double Treated, double Control) Unequal(double from, double to, double controlPerTreated, double alpha = .05, double power = .8)
    {
        Require(from, to, alpha);
        RequireChance(power);
        ArgumentOutOfRangeException.ThrowIfEqual(to, from);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(controlPerTreated);
        var reach = Critical(alpha, oneSided: false) + Quantile(power);
        var treated = reach * reach * (to * (1 - to) + from * (1 - from) / controlPerTreated) / ((to - from) * (to - from));
        return (treated, treated * controlPerTreated);
    }

    /// <summary>People per arm for a difference of means: 2 (z_a + z_b)² sd²/d². A mean of 3, sd 22, +5 % needs 337,676.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No difference, a deviation that is not positive, or a chance not strictly between 0 and 1.</exception>
    public static double PerArmForMeans(double difference, double deviation, double alpha = .05, double power = .8)
    {
        ArgumentOutOfRangeException.ThrowIfZero(difference);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        RequireChance(alpha);
        RequireChance(power);
        return 2 * Math.Pow((Critical(alpha, oneSided: false) + Quantile(power)) * deviation / difference, 2);
    }

    private static double Critical(double alpha, bool oneSided) => Quantile(1 - (oneSided ? alpha : alpha / 2));

    private static double Quantile(double p) => Normal.InvCDF(0, 1, p);

    private static double PooledSpread(double from, double to)
    {
        var middle = (from + to) / 2;
        return Math.Sqrt(2 * middle * (1 - middle));
    }

    private static double Spread(double from, double to) => Math.Sqrt(from * (1 - from) + to * (1 - to));

    private static void Require(double from, double to, double alpha)
    {
        if (!(from > 0 && from < 1 && to > 0 && to < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(from), $"{from}, {to}", "Rates lie strictly between 0 and 1.");
        }

        RequireChance(alpha);
    }

    private static void RequireChance(double chance)
    {
        if (!(chance > 0 && chance < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(chance), chance, "A chance lies strictly between 0 and 1.");
        }
    }
}
