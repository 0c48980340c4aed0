using MentorBot.Statistics;

namespace MentorBot.Offers;

/// <summary>The counts of a test, whatever they came from: typed, a table, days, segments, one row per person.</summary>
internal sealed record OfferData
{
    /// <summary>The control first, then the others as they came. At least two.</summary>
    public required IReadOnlyList<OfferArm> Arms { get; init; }

    /// <summary>What the denominator counts.</summary>
    public OfferUnit Unit { get; init; } = OfferUnit.Users;

    /// <summary>Canonical id of what is counted as a conversion; "conversions" where it was typed.</summary>
    public string Metric { get; init; } = "conversions";

    /// <summary>The counts per day (or week, see <see cref="StepDays"/>), in order; empty when the source has no dates. They add up to <see cref="Arms"/>.</summary>
    public IReadOnlyList<OfferDay> Days { get; init; } = [];

    /// <summary>1 for days, 7 for weeks.</summary>
    public int StepDays { get; init; } = 1;

    /// <summary>The counts per value of each key of the source (device, country, channel…).</summary>
    public IReadOnlyList<OfferSegment> Segments { get; init; } = [];

    /// <summary>Other counts of the same people: what a guardrail may be.</summary>
    public IReadOnlyList<OfferMetric> Others { get; init; } = [];

    /// <summary>Money that the conversions of all arms brought, where the source says; with <see cref="Currency"/>.</summary>
    public double? Value { get; init; }

    /// <summary>ISO code; null when unknown.</summary>
    public string? Currency { get; init; }

    /// <summary>People seen in more than one arm; null where the source cannot tell.</summary>
    public ExposureDuplicates? Duplicates { get; init; }

    /// <summary>What the reader should know about how it was read.</summary>
    public IReadOnlyList<OfferNote> Cautions { get; init; } = [];

    public OfferArm Control => Arms[0];

    /// <summary>Counts alone, as a flow or the command line has them: the first is the control.</summary>
    public static OfferData Of(params IEnumerable<(string Name, Arm Counts)> arms) => new() { Arms = [.. arms.Select(a => new OfferArm(a.Name, a.Counts))] };
}

/// <param name="Name">As in the source: "A", "Témoin", "New page".</param>
internal sealed record OfferArm(string Name, Arm Counts);

/// <param name="Arms">In the order of <see cref="OfferData.Arms"/>.</param>
internal sealed record OfferDay(DateOnly Day, IReadOnlyList<Arm> Arms);

/// <param name="Key">Canonical id of the key: "device".</param>
/// <param name="Arms">In the order of <see cref="OfferData.Arms"/>.</param>
internal sealed record OfferSegment(string Key, string Value, IReadOnlyList<Arm> Arms)
{
    /// <summary>The same per day; empty when the source has no dates.</summary>
    public IReadOnlyList<OfferDay> Days { get; init; } = [];
}

/// <param name="Id">Canonical id, such as "unsubscribes".</param>
/// <param name="Header">As in the source.</param>
/// <param name="Arms">The same users, this metric's cases; in the order of <see cref="OfferData.Arms"/>.</param>
internal sealed record OfferMetric(string Id, string Header, IReadOnlyList<Arm> Arms)
{
    /// <summary>The same per day; empty when the source has no dates.</summary>
    public IReadOnlyList<OfferDay> Days { get; init; } = [];
}

/// <param name="People">Everybody in the source.</param>
/// <param name="Several">Seen in more than one arm.</param>
internal sealed record ExposureDuplicates(int People, int Several)
{
    private const double FlaggedShare = .01;
    private const int FlaggedPeople = 10;

    /// <summary>At least 1 % and at least ten people, as GrowthBook flags it (facts/statistics.md 1.4).</summary>
    public bool Flagged => Several >= FlaggedPeople && Several >= FlaggedShare * People;
}

internal enum OfferUnit
{
    Users,

    /// <summary>One person counts several times: the ranges are too narrow.</summary>
    Sessions,

    Recipients,

    /// <summary>Page views or impressions: further still from people.</summary>
    Views,
}
