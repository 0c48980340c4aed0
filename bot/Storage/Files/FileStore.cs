using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Storage;

/// <summary>Bytes by id: streamed in, encrypted at rest with the service's key ring, streamed out, gone at their expiry.</summary>
internal sealed class FileStore(Database database, IDataProtectionProvider protection, TimeProvider time, Ids ids)
{
    private const int ChunkBytes = 256 * 1024;

    private readonly IDataProtector _protector = protection.CreateProtector("MentorBot.Files.v1");

    /// <summary>Keeps a stream. Nothing of it can be seen until all of it is in.</summary>
    /// <param name="limit">Bytes; above it nothing is kept.</param>
    /// <returns>Null when the stream is longer than <paramref name="limit"/>.</returns>
    public async Task<StoredFile?> SaveAsync(Guid organisationId, Guid ownerId, string name, string mediaType, Stream content, long limit, TimeSpan keep, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var file = new StoredFile { Id = ids.Next(), OrganisationId = organisationId, OwnerId = ownerId, Name = name, MediaType = mediaType, CreatedAt = now, ExpiresAt = now };
        await InsertAsync(file, cancellationToken);
        var buffer = new byte[ChunkBytes];
        for (var index = 0; ; index++)
        {
            var read = await content.ReadAtLeastAsync(buffer, ChunkBytes, throwOnEndOfStream: false, cancellationToken);
            if (read == 0)
            {
                break;
            }

            file.Length += read;
            if (file.Length > limit)
            {
                await DeleteAsync(file.Id, cancellationToken);
                return null;
            }

            await InsertAsync(new FileChunk { FileId = file.Id, Index = index, Bytes = _protector.Protect(buffer[..read]) }, cancellationToken);
        }

        // Written with an expiry of "now" until it is whole: an upload that a crash cut short is swept like any expired file.
        file.ExpiresAt = now + keep;
        await using var db = database.Open();
        db.Update(file);
        await db.SaveChangesAsync(cancellationToken);
        return file;
    }

    public async Task<StoredFile?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && f.ExpiresAt > time.GetUtcNow(), cancellationToken);
    }

    /// <exception cref="FileNotFoundException">It was deleted or has expired.</exception>
    public async Task<Stream> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var file = await FindAsync(id, cancellationToken) ?? throw new FileNotFoundException("The file is gone.");
        return new ChunkStream(database, _protector, file);
    }

    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        using var turn = await database.WriterTurnAsync(cancellationToken);
        await db.Set<StoredFile>().Where(f => f.Id == id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Deletes what has expired, an hour of grace for uploads that are still coming in.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().AddHours(-1);
        await using var db = database.Open();
        using var turn = await database.WriterTurnAsync(cancellationToken);
        return await db.Set<StoredFile>().Where(f => f.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task InsertAsync(object row, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
    }
}
