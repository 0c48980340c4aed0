using MathNet.Numerics;

namespace MentorBot.Statistics;

/// <summary>
/// How many people advertising reaches and how often. Gross rating points: impressions per 100 people of the target, so that 100 points are one contact each on average. Shares are fractions of 1.
/// Source: facts/statistics.md 3.5.
/// </summary>
internal static class Reach
{
    /// <summary>Contacts per person reached: impressions / reach. 540,000 over 180,000 give 3. Of one period only: reach does not add up over days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Impressions negative, reach not above 0, or either not finite.</exception>
    public static double Frequency(double impressions, double reach)
    {
        Domain.NotNegative(impressions);
        Domain.Positive(reach);
        return impressions / reach;
    }

    /// <summary>Share reached by at least one of two media when their audiences overlap by chance (Sainsbury): a + b - a b. 40 % and 25 % give 55 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A share outside 0..1.</exception>
    public static double Joint(double a, double b)
    {
        Domain.Share(a);
        Domain.Share(b);
        return a + b - a * b;
    }

    /// <summary>Share that has at least so many contacts when they fall at random (Poisson with mean points/100): 200 points give 86.5 % once, 32.3 % three times. The most favourable case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Points negative or not finite.</exception>
    public static double PoissonAtLeast(double grp, int times)
    {
        Domain.NotNegative(grp);
        return times <= 0 ? 1 : grp == 0 ? 0 : SpecialFunctions.GammaLowerRegularized(times, grp / 100);
    }

    /// <summary>
    /// The same when people differ in how much they see (negative binomial): 200 points with <paramref name="k"/> .5 reach 55.3 %, less than by chance. It tends to <see cref="PoissonAtLeast"/> as k grows.
    /// </summary>
    /// <param name="k">Shape of how contacts spread, above 0: the smaller, the more a few people see most of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">Points negative, k not above 0, or either not finite.</exception>
    public static double NegativeBinomialAtLeast(double grp, double k, int times)
    {
        Domain.NotNegative(grp);
        Domain.Positive(k);
        var mean = grp / 100;
        return times <= 0 ? 1 : grp == 0 ? 0 : SpecialFunctions.BetaRegularized(times, k, mean / (mean + k));
    }
}
