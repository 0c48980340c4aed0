using System.Runtime.CompilerServices;

namespace MentorBot.Statistics;

/// <summary>What a method is defined for; anything else is a fault of the caller and names the argument.</summary>
internal static class Domain
{
    /// <exception cref="ArgumentOutOfRangeException">Not finite, or 0 or less.</exception>
    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(double.IsFinite(value) && value > 0))
        {
            throw new ArgumentOutOfRangeException(name, value, "A finite number above 0 is needed.");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">Not finite, or below 0.</exception>
    public static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(double.IsFinite(value) && value >= 0))
        {
            throw new ArgumentOutOfRangeException(name, value, "A finite number of 0 or more is needed.");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 1.</exception>
    public static void Share(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "A share lies between 0 and 1.");
        }
    }
}
