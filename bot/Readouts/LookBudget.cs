namespace MentorBot.Readouts;

/// <summary>What a steady file may cost in false alarms. Families of looks share it; together they stay under 1 file in 50: measured on 1,000 simulated files of 9 metrics (infra/steady.sh), 15 alarmed on the whole file and 14 compared with the week before.</summary>
internal static class LookBudget
{
    /// <summary>Over every day and metric.</summary>
    public const double OddDays = .002;

    /// <summary>Over every metric; the days searched are paid for in the p itself.</summary>
    public const double LevelShifts = .002;

    /// <summary>Over every metric.</summary>
    public const double Trends = .001;

    /// <summary>What one metric may spend of a family's budget: the one that the reading is about gets half, the others share the rest.</summary>
    public static double Share(double budget, bool main, int metrics) => metrics <= 1 ? budget : main ? budget / 2 : budget / 2 / (metrics - 1);

    /// <summary>Over the compared metrics, when a comparison was asked for.</summary>
    public const double Comparisons = .002;

    /// <summary>Over the two edges of the file.</summary>
    public const double Edges = .002;

    public const double Breaks = .002;

    /// <summary>Over the shapes of a lag.</summary>
    public const double Lags = .001;

    /// <summary>Over every format and figure of a file of posts. Its figures move together, so that far fewer than this are false: measured on 3,000 simulated files, see SteadyPostsTests.</summary>
    public const double PostMoves = .03;

    /// <summary>Over the formats; no alarm, so that it may be looser than the rest.</summary>
    public const double FormatGaps = .01;

    /// <summary>Over every cause looked at: chains of ratios, and ratios over the segments of every key.</summary>
    public const double Causes = .002;

    /// <summary>Steps without which a step is not judged against the others.</summary>
    public const int FewestSteps = 14;

    /// <summary>A gap smaller than this share of the expectation is nobody's news, however sure.</summary>
    public const double SmallestGap = .15;

    /// <summary>A trend that comes to less over the whole file is not reported.</summary>
    public const double SmallestTrend = .1;

    /// <summary>A level change smaller than this is not reported.</summary>
    public const double SmallestShift = .03;
}
