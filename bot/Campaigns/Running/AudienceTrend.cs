namespace MentorBot.Campaigns;

/// <summary>How a campaign's audience took it, week by week. Source: facts/statistics.md 3.5.</summary>
/// <param name="Campaign">Null for a file that names none.</param>
/// <param name="Frequency">Displays per person; null where the file has no reach.</param>
/// <param name="Ctr">Clicks per display; null where the file has no clicks.</param>
/// <param name="Cpm">Price of a thousand displays.</param>
internal sealed record AudienceTrend(string? Campaign, int Weeks, WeeklyMove? Frequency, WeeklyMove? Ctr, WeeklyMove? Cpm, double SpendShare)
{
    /// <summary>A smaller move of the frequency is nobody's news.</summary>
    private const double Rise = .15;

    private const double Fall = .1;
    private const double Stable = .15;

    public bool FrequencyRises => Frequency is { P: <= .05, Change: >= Rise };

    public bool CtrFalls => Ctr is { P: <= .05, Change: <= -Fall };

    /// <summary>The same people see it more and click less while a display costs the same: they have seen it enough.</summary>
    public bool Fatigued => FrequencyRises && CtrFalls && Cpm is { Change: > -Stable and < Stable };
}

/// <param name="From">Level in the first week, on the line.</param>
/// <param name="To">Level in the last week, on the line.</param>
/// <param name="P">Two-sided, for no trend; for all campaigns after Holm.</param>
internal sealed record WeeklyMove(double From, double To, double P)
{
    public double Change => To / From - 1;
}
