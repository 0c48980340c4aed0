namespace MentorBot.Turns;

/// <summary>How long a clock leaves a row alone whose handling failed, so that it holds nobody else up: a minute, then four times as long each time, a day in all; then it is given up.</summary>
internal static class Setback
{
    /// <summary>Failures; the last one ends it.</summary>
    public const int Most = 7;

    /// <param name="faults">How often it has failed by now, from 1.</param>
    /// <returns>Null when it is given up.</returns>
    public static TimeSpan? After(int faults) => faults >= Most ? null : TimeSpan.FromMinutes(Math.Pow(4, faults - 1));

    /// <summary>Its kind and where it was, never its message, which may quote what somebody wrote.</summary>
    /// <param name="next">Null when the row is given up.</param>
    public static void Tell(ILogger logger, string clock, Guid row, int faults, Exception fault, DateTimeOffset? next)
    {
        if (next is { } later)
        {
            Log.SetBack(logger, clock, row, faults, fault.GetType().Name, later, fault.StackTrace);
        }
        else
        {
            Log.GivenUp(logger, clock, row, faults, fault.GetType().Name, fault.StackTrace);
        }
    }
}
