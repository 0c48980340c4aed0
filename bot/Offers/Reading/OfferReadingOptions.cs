using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>What is known about a test besides its counts. Everything is optional; what is not known is not checked.</summary>
internal sealed record OfferReadingOptions
{
    /// <summary>Planned shares in the order of the arms, in any unit; null: equal.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>How many times somebody looked at the result, this time included.</summary>
    public int Looks { get; init; } = 1;

    /// <summary>Main metrics that were looked at; more than one is paid for by Holm's correction.</summary>
    public int Metrics { get; init; } = 1;

    /// <summary>The day on which the test was to end, by its plan.</summary>
    public DateOnly? PlannedEnd { get; init; }

    /// <summary>People per arm, by its plan.</summary>
    public double? PlannedPerArm { get; init; }

    /// <summary>Smallest difference of rates worth acting on, by its plan: positive, absolute.</summary>
    public double? WorthDifference { get; init; }

    public DateOnly? Today { get; init; }

    /// <summary>People per day who enter the test; null: from the days of the data, where it has any.</summary>
    public double? Daily { get; init; }

    public IReadOnlyList<GuardrailPlan> Guardrails { get; init; } = [];

    /// <summary>Keys whose segments were planned before the start ("device"). Others are never read.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>Days to leave out: an outage, a robot peak, a promotion. They need data per day.</summary>
    public IReadOnlyList<DateOnly> DirtyDays { get; init; } = [];

    /// <summary>An offer that starts with a trial or an introductory price is read at the first full-price payment.</summary>
    public FullPriceRule? FullPrice { get; init; }

    /// <summary>An e-mail test whose winner was then sent to everybody: only its test phase is a test.</summary>
    public TestPhase? TestPhase { get; init; }

    /// <summary>Money per conversion; null: from the data, where it has money.</summary>
    public double? ValuePerConversion { get; init; }

    /// <summary>ISO code.</summary>
    public string? Currency { get; init; }
}

/// <summary>A metric that must not get worse by more than a margin.</summary>
/// <param name="Metric">Canonical id or header of one of <see cref="OfferData.Others"/>, or a name of its own with <paramref name="Counts"/>.</param>
/// <param name="Margin">Largest accepted worsening of its rate, absolute, above 0.</param>
/// <param name="LowerIsBetter">True for refunds, unsubscriptions, complaints.</param>
/// <param name="Counts">Its cases and users in the order of the arms, when the data does not have them.</param>
internal sealed record GuardrailPlan(string Metric, double Margin, bool LowerIsBetter = true, IReadOnlyList<Arm>? Counts = null);

/// <summary>When the first full-price payments of everybody in the test are known.</summary>
/// <param name="TrialDays">Length of the trial or introductory price.</param>
/// <param name="RetryDays">Days in which a failed payment is tried again.</param>
/// <param name="LastEntry">When the last person entered; null: the last day of the data.</param>
internal sealed record FullPriceRule(int TrialDays, int RetryDays = 0, DateOnly? LastEntry = null);

/// <summary>The part of an e-mail test that was one: until its last day, or with the counts that the tool shows for it. One of the two.</summary>
/// <param name="Counts">In the order of the arms.</param>
internal sealed record TestPhase(DateOnly? LastDay = null, IReadOnlyList<Arm>? Counts = null);
