using Npgsql;

namespace MentorBot.Storage;

/// <summary>
/// This running process, as the owner of leases. While it lives it holds a lock that the operating system (SQLite: a file beside the database) or the
/// database (PostgreSQL: an advisory lock) drops the moment the process dies, so that others take over its leases at once instead of waiting for them to run out.
/// </summary>
internal sealed class Instance(Database database, string lockFolder, Ids ids) : IDisposable
{
    private FileStream? _file;
    private NpgsqlConnection? _session;

    public Guid Id { get; } = ids.Next();

    public async Task HoldAsync(CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
        {
            _session = NewSession();
            await _session.OpenAsync(cancellationToken);
            await TryLockAsync(_session, Id, cancellationToken);
            return;
        }

        Directory.CreateDirectory(lockFolder);
        _file = new FileStream(PathOf(Id), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    /// <returns>Those of <paramref name="owners"/> whose process is gone.</returns>
    public async Task<IReadOnlyList<Guid>> FindDeadAsync(IEnumerable<Guid> owners, CancellationToken cancellationToken)
    {
        var dead = new List<Guid>();
        foreach (var owner in owners.Where(o => o != Id).Distinct())
        {
            if (database.IsPostgres ? await IsFreeAsync(owner, cancellationToken) : IsFree(owner))
            {
                dead.Add(owner);
            }
        }

        return dead;
    }

    public void Dispose()
    {
        _file?.Dispose();
        _session?.Dispose();
    }

    private bool IsFree(Guid owner)
    {
        try
        {
            using var file = new FileStream(PathOf(owner), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<bool> IsFreeAsync(Guid owner, CancellationToken cancellationToken)
    {
        // A session of its own: it takes the lock only to see that nobody holds it, and gives it back by ending.
        await using var probe = NewSession();
        await probe.OpenAsync(cancellationToken);
        return await TryLockAsync(probe, owner, cancellationToken);
    }

    /// <summary>Outside the pool: the lock must end with the session, not when the pool next hands it out.</summary>
    private NpgsqlConnection NewSession() => new(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());

    private static async Task<bool> TryLockAsync(NpgsqlConnection session, Guid owner, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", session);
        command.Parameters.Add(new NpgsqlParameter { Value = BitConverter.ToInt64(owner.ToByteArray(), 8) });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private string PathOf(Guid owner) => Path.Combine(lockFolder, $"{owner:N}.lock");
}
