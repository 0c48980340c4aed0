namespace MentorBot.Statistics;

/// <summary>
/// Two averages per person by Welch's method, which lets each arm spread as it does. t = (mB - mA)/√(sA²/nA + sB²/nB) with Welch–Satterthwaite's degrees of freedom
/// (u + v)²/(u²/(nA - 1) + v²/(nB - 1)), u and v the squared errors of the two means; range = difference ± t(confidence) times the error. Source: R's t.test; facts/statistics.md 1.1 ("GB absolute").
/// </summary>
/// <remarks>
/// The relative range is Fieller's, with the same t: it leaves "no change" out exactly when the range of the difference leaves zero out, while the delta method's can contradict it near .05
/// (facts/statistics.md 1.1: p .020 against .062 on the same data). Domain: the mean of each arm must be near normal, which takes about 355 times the squared skewness in people
/// (<see cref="Skewness"/>); with few people, heavy tails and unequal arms the range holds the true difference less often than it says.
/// </remarks>
/// <param name="Difference">Mean of b minus mean of a, in the unit of the means.</param>
/// <param name="Error">Standard error of <paramref name="Difference"/>; above 0.</param>
/// <param name="Freedom">Welch–Satterthwaite's degrees of freedom.</param>
/// <param name="Range">Of <paramref name="Difference"/>.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Lift">Difference over the size of mean a; null where a's mean is 0.</param>
/// <param name="LiftRange">Fieller's; null where a's own mean may be 0, so that the relative range has no end.</param>
internal sealed record MeanComparison(MeanArm A, MeanArm B, double Difference, double Error, double Freedom, Interval Range, double P, double? Lift, Interval? LiftRange)
{
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two people in an arm, a figure that is not finite, a deviation below 0, or no spread in either arm.</exception>
    public static MeanComparison Of(MeanArm a, MeanArm b, double confidence = .95)
    {
        Require(a);
        Require(b);
        var error = double.Hypot(a.Error, b.Error);
        Domain.Positive(error);

        // Shares of the squared error, so that huge or tiny amounts neither overflow nor vanish when squared.
        var (shareA, shareB) = (Math.Pow(a.Error / error, 2), Math.Pow(b.Error / error, 2));
        var freedom = 1 / (shareA * shareA / (a.Users - 1) + shareB * shareB / (b.Users - 1));
        var critical = Student.TwoSided(confidence, freedom);
        var difference = b.Mean - a.Mean;
        return new MeanComparison(
            a,
            b,
            difference,
            error,
            freedom,
            new Interval(difference - critical * error, difference + critical * error),
            Student.TwoSidedP(difference / error, freedom),
            a.Mean != 0 ? difference / Math.Abs(a.Mean) : null,
            Fieller(a, b, critical));
    }

    /// <summary>The range lies wholly on one side of zero.</summary>
    public bool Decided => Range.Low > 0 || Range.High < 0;

    /// <summary>Ratios r with (mB - r mA)² ≤ t² (sB²/nB + r² sA²/nA), minus 1: the roots of a quadratic, which closes only if mean a itself is clear of zero.</summary>
    private static Interval? Fieller(MeanArm a, MeanArm b, double critical)
    {
        if (a.Mean == 0)
        {
            return null;
        }

        // In units of mean a, for the same reason as above.
        var (errorA, ratio, errorB) = (critical * a.Error / Math.Abs(a.Mean), b.Mean / a.Mean, critical * b.Error / Math.Abs(a.Mean));
        var room = 1 - errorA * errorA;
        var inside = errorB * errorB + ratio * ratio * errorA * errorA - errorA * errorA * errorB * errorB;
        if (!(room > 0) || !(inside >= 0))
        {
            return null;
        }

        var half = Math.Sqrt(inside);
        var range = new Interval((ratio - half) / room, (ratio + half) / room);
        return double.IsFinite(range.Low) && double.IsFinite(range.High) ? range.Map(r => Math.Sign(a.Mean) * (r - 1)) : null;
    }

    private static void Require(MeanArm arm)
    {
        if (!(double.IsFinite(arm.Users) && arm.Users >= 2 && double.IsFinite(arm.Mean)))
        {
            throw new ArgumentOutOfRangeException(nameof(arm), arm, "An arm has two people or more and a finite mean.");
        }

        Domain.NotNegative(arm.Deviation);
    }
}
