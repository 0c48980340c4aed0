namespace MentorBot.Campaigns;

/// <summary>An assumption as a planner states it: a value and the range it may really take. Positive, in the unit of what it describes (money, or a fraction for a rate).</summary>
internal readonly record struct ThreePoint(double Low, double Expected, double High)
{
    /// <summary>A typed range; its middle is expected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end is not positive.</exception>
    public static ThreePoint Between(double one, double other)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Math.Min(one, other));
        return new ThreePoint(Math.Min(one, other), (one + other) / 2, Math.Max(one, other));
    }

    /// <summary>One typed value, nothing known of its range yet.</summary>
    public static ThreePoint Point(double expected) => Between(expected, expected);

    /// <summary>At least as wide as these shares of the expected value on either side; a typed range that is wider stays.</summary>
    public ThreePoint Widened(double below, double above) => this with { Low = Math.Min(Low, Expected * (1 - below)), High = Math.Max(High, Expected * (1 + above)) };

    /// <summary>No more than <paramref name="most"/>: a rate cannot exceed one.</summary>
    public ThreePoint AtMost(double most) => new(Math.Min(Low, most), Math.Min(Expected, most), Math.Min(High, most));
}
