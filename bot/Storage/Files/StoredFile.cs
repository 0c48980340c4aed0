using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Storage;

/// <summary>What is known of a file; its bytes are in <see cref="FileChunk"/>s.</summary>
internal sealed class StoredFile
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>The person it belongs to; nobody else may open it.</summary>
    public required Guid OwnerId { get; init; }

    public required string Name { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Bytes before encryption.</summary>
    public long Length { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>At most 256 KiB of a file, encrypted on its own, so that reading streams.</summary>
internal sealed class FileChunk
{
    public required Guid FileId { get; init; }

    public required int Index { get; init; }

    public required byte[] Bytes { get; init; }
}

internal sealed class StoredFileMap : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("files").HasKey(f => f.Id);
        builder.HasIndex(f => f.ExpiresAt);
        builder.HasIndex(f => f.OwnerId);
    }
}

internal sealed class FileChunkMap : IEntityTypeConfiguration<FileChunk>
{
    public void Configure(EntityTypeBuilder<FileChunk> builder)
    {
        builder.ToTable("file_chunks").HasKey(c => new { c.FileId, c.Index });
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}
