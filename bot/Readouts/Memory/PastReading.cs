using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Readouts;

/// <summary>What is kept of a reading once its upload is gone: how it was read, so that the next export of the same shape is read alike, and the one figure that it is compared with.</summary>
internal sealed class PastReading
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary><see cref="TableShape"/> of the file.</summary>
    public required string Shape { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>"whole", "previous", "last-year".</summary>
    public required string Compare { get; init; }

    /// <summary>What the person settled about the file, as JSON (<see cref="TableAnswers"/>).</summary>
    public required string Answers { get; init; }

    public required string? Metric { get; init; }

    /// <summary>Of <see cref="Metric"/>, over the complete days; null where it has no sum.</summary>
    public required double? Total { get; init; }

    /// <summary>Complete days behind <see cref="Total"/>.</summary>
    public required int Days { get; init; }

    public required DateOnly? From { get; init; }

    /// <summary>Last complete day.</summary>
    public required DateOnly? To { get; init; }
}

internal sealed class PastReadingMap : IEntityTypeConfiguration<PastReading>
{
    public void Configure(EntityTypeBuilder<PastReading> builder)
    {
        builder.ToTable("past_readings").HasKey(r => r.Id);
        builder.Property(r => r.Shape).HasMaxLength(64);
        builder.HasIndex(r => new { r.PersonId, r.Shape, r.At });
    }
}
