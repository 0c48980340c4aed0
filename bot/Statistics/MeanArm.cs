namespace MentorBot.Statistics;

/// <summary>One arm of a test on an average per person: how many people, their mean, and the standard deviation between them (n - 1 in its divisor, as spreadsheets' STDEV.S has it; zeros count).</summary>
internal readonly record struct MeanArm(double Users, double Mean, double Deviation)
{
    /// <summary>Standard error of the mean.</summary>
    public double Error => Deviation / Math.Sqrt(Users);

    /// <summary>From one amount per person; by the two-pass sums, so that large amounts lose no digit.</summary>
    /// <exception cref="ArgumentException">Fewer than two amounts: nothing is known of how they spread.</exception>
    public static MeanArm Of(IReadOnlyList<double> amounts)
    {
        if (amounts.Count < 2)
        {
            throw new ArgumentException("A deviation takes two amounts at least.", nameof(amounts));
        }

        var mean = amounts.Average();
        return new MeanArm(amounts.Count, mean, Math.Sqrt(amounts.Sum(a => (a - mean) * (a - mean)) / (amounts.Count - 1)));
    }

    /// <summary>Student's range of the mean alone.</summary>
    public Interval Range(double confidence = .95)
    {
        var half = Student.TwoSided(confidence, Users - 1) * Error;
        return new Interval(Mean - half, Mean + half);
    }
}
