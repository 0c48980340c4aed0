using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Offers;

/// <summary>A planned test of an offer, written before its start and never changed after. Private to its person until they share it. What was read of it are its <see cref="OfferResult"/>s.</summary>
internal sealed class OfferTest
{
    public const int LongestText = 1000;

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The flow run that it was planned in.</summary>
    public required Guid RunId { get; init; }

    public required string Hypothesis { get; init; }

    /// <summary>In the person's words or their language: the one metric that decides.</summary>
    public required string Metric { get; init; }

    public required string Guardrails { get; init; }

    /// <summary>How much worse the rate of a guardrail may become, absolute ("0.1 point" is .001), agreed before the start; null when it was not said.</summary>
    public double? GuardrailMargin { get; init; }

    /// <summary>The guardrail gets worse by falling ("leads that become customers"), not by rising ("refunds").</summary>
    public bool GuardrailFalls { get; init; }

    /// <summary>Rate before the test, a fraction; with a <see cref="BaselineDeviation"/>, the average per person.</summary>
    public required double Baseline { get; init; }

    /// <summary>Smallest rate (or average) worth acting on.</summary>
    public required double Target { get; init; }

    /// <summary>Standard deviation between people, in the unit of the average; null for a rate.</summary>
    public double? BaselineDeviation { get; init; }

    /// <summary>ISO code of the average; null for a rate, for what is no money, or where it was not said.</summary>
    public string? BaselineCurrency { get; init; }

    /// <summary>Planned shares, the control first: "50:50", "80:20".</summary>
    public required string Weights { get; init; }

    /// <summary>People in each arm that is not the control.</summary>
    public required long PerArm { get; init; }

    /// <summary>People per day in all arms together.</summary>
    public required double Daily { get; init; }

    public required DateOnly Starts { get; init; }

    /// <summary>Last day on which people enter.</summary>
    public required DateOnly Ends { get; init; }

    /// <summary>First day on which it may be read: the day after its end, later where first payments come later.</summary>
    public required DateOnly ReadOn { get; init; }

    /// <summary>Days between an entry and the first full-price payment; 0 without a trial.</summary>
    public required int TrialDays { get; init; }

    /// <summary>What is done on a tie: "keep", "take", "extend", or the person's own words.</summary>
    public required string OnTie { get; init; }

    /// <summary>The decision rule as it was written, in a sentence.</summary>
    public required string Rule { get; init; }

    /// <summary>Money per conversion; null when it was not said.</summary>
    public required double? Value { get; init; }

    /// <summary>ISO code of <see cref="Value"/>.</summary>
    public required string? Currency { get; init; }

    public required string Owner { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<double> Shares => [.. Weights.Split(':').Select(w => double.Parse(w, System.Globalization.CultureInfo.InvariantCulture))];
}

internal enum OfferTestState
{
    Planned,
    Running,

    /// <summary>Everybody is in; the first payments are still to come.</summary>
    Maturing,

    Due,
    Read,
}

internal sealed class OfferTestMap : IEntityTypeConfiguration<OfferTest>
{
    public void Configure(EntityTypeBuilder<OfferTest> builder)
    {
        builder.ToTable("offer_tests").HasKey(t => t.Id);
        builder.Ignore(t => t.Shares);
        builder.Property(t => t.Hypothesis).HasMaxLength(OfferTest.LongestText);
        builder.HasIndex(t => new { t.PersonId, t.ReadOn });
    }
}
