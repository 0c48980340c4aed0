using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Kpis;

/// <summary>What a column that the dictionary does not know stands for in one organisation, as one of its people said. The latest word counts.</summary>
internal sealed class ColumnMeaning
{
    public const int LongestHeader = 200;

    /// <summary>A figure that nobody needs to be asked about again.</summary>
    public const string Ignore = "ignore";

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary><see cref="HeaderName.Normalise"/> of the header.</summary>
    public required string Header { get; init; }

    /// <summary>Canonical id, or <see cref="Ignore"/>.</summary>
    public required string KpiId { get; init; }

    public required Guid SaidBy { get; init; }

    public required DateTimeOffset SaidAt { get; init; }
}

internal sealed class ColumnMeaningMap : IEntityTypeConfiguration<ColumnMeaning>
{
    public void Configure(EntityTypeBuilder<ColumnMeaning> builder)
    {
        builder.ToTable("column_meanings").HasKey(m => m.Id);
        builder.Property(m => m.Header).HasMaxLength(ColumnMeaning.LongestHeader);
        builder.HasIndex(m => new { m.OrganisationId, m.SaidAt });
    }
}

/// <summary>An organisation's own words for columns.</summary>
internal sealed class ColumnMeanings(Database database)
{
    /// <returns>Canonical id, or "ignore", by normalised header.</returns>
    public async ValueTask<IReadOnlyDictionary<string, string>> OfAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var said = await db.Set<ColumnMeaning>().AsNoTracking().Where(m => m.OrganisationId == organisationId).OrderBy(m => m.SaidAt).ToListAsync(cancellationToken);
        var meanings = new Dictionary<string, string>(said.Count);
        foreach (var one in said)
        {
            meanings[one.Header] = one.KpiId;
        }

        return meanings;
    }
}
