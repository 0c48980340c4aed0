namespace MentorBot.Readouts;

/// <summary>What a steady file may cost in false alarms. Families of looks share it; together they stay under 1 file in 50: measured on 400 simulated files of 9 metrics, 6 alarmed on the whole file and 7 compared with the week before.</summary>
internal static class LookBudget
{
    /// <summary>Over every day and metric.</summary>
    public const double OddDays = .005;

    /// <summary>Over every metric; the days searched are paid for in the p itself.</summary>
    public const double LevelShifts = .005;

    /// <summary>Over the compared metrics, when a comparison was asked for.</summary>
    public const double Comparisons = .004;

    /// <summary>Over the two edges of the file.</summary>
    public const double Edges = .002;

    public const double Breaks = .002;

    /// <summary>Over every cause looked at: chains of ratios, and ratios over the segments of every key.</summary>
    public const double Causes = .002;

    /// <summary>Steps without which a step is not judged against the others.</summary>
    public const int FewestSteps = 14;

    /// <summary>A gap smaller than this share of the expectation is nobody's news, however sure.</summary>
    public const double SmallestGap = .15;

    /// <summary>A level change smaller than this is not reported.</summary>
    public const double SmallestShift = .03;
}
