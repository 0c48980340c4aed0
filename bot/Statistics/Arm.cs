namespace MentorBot.Statistics;

/// <summary>One arm of a test: people who were assigned to it, and how many of them converted.</summary>
internal readonly record struct Arm(double Conversions, double Users)
{
    /// <summary>0 without users.</summary>
    public double Rate => Users > 0 ? Conversions / Users : 0;

    /// <summary>Conversions or people without one, whichever are fewer: what decides whether a normal approximation will do.</summary>
    public double Scarcer => Math.Min(Conversions, Users - Conversions);
}
