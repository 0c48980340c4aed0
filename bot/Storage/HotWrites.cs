using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MentorBot.Storage;

/// <summary>
/// The writes that every turn makes, as hand-written statements. On SQLite those that wait at the same time share one transaction and its one fsync, on one connection with
/// prepared statements; each caller hears of its own only after that commit. On PostgreSQL each is a statement of its own, committed by the server. See ADR 0019.
/// </summary>
internal sealed class HotWrites(Database database) : IDisposable
{
    /// <summary>Few enough that nobody waits long for the others.</summary>
    private const int MostTogether = 64;

    private readonly ConcurrentQueue<IWaiting> _waiting = new();
    private HotSession? _session;
    private int _draining;

    private interface IWaiting
    {
        /// <summary>Runs within the transaction; a refusal of the database's is kept for its caller.</summary>
        ValueTask RunAsync(HotSession session);

        void Committed();

        void Failed(Exception fault);
    }

    /// <summary>Once this returns, what <paramref name="statement"/> wrote survives anything.</summary>
    /// <param name="statement">One statement: on SQLite it shares its transaction with others, and only a single statement is undone alone when it is refused. It may run after the caller gave up.</param>
    public Task<T> RunAsync<T>(Func<HotSession, ValueTask<T>> statement, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (database.IsPostgres)
        {
            return RunAloneAsync(statement);
        }

        var waiting = new Waiting<T>(statement);
        _waiting.Enqueue(waiting);
        _ = DrainAsync();
        return waiting.Task;
    }

    public void Dispose() => _session?.Dispose();

    private async Task<T> RunAloneAsync<T>(Func<HotSession, ValueTask<T>> statement)
    {
        using var session = new HotSession(new NpgsqlConnection(database.ConnectionString));
        await session.OpenAsync();
        return await statement(session);
    }

    /// <summary>Whoever finds nobody at it writes for all who wait, until none does.</summary>
    private async Task DrainAsync()
    {
        while (!_waiting.IsEmpty && Interlocked.CompareExchange(ref _draining, 1, 0) == 0)
        {
            try
            {
                // Whoever is about to write meanwhile comes along.
                await Task.Yield();
                using var turn = await database.WriterTurnAsync(CancellationToken.None);
                await WriteTogetherAsync();
            }
            finally
            {
                Volatile.Write(ref _draining, 0);
            }
        }
    }

    private async Task WriteTogetherAsync()
    {
        var group = new List<IWaiting>();
        try
        {
            _session ??= await OpenAsync();
            await _session.Command("BEGIN IMMEDIATE").ExecuteAsync(CancellationToken.None);
            while (group.Count < MostTogether && _waiting.TryDequeue(out var next))
            {
                group.Add(next);
                await next.RunAsync(_session);
            }

            await _session.Command("COMMIT").ExecuteAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            // Closing undoes what was not committed. Nobody is told that anything of this group was kept.
            _session?.Dispose();
            _session = null;
            if (group.Count == 0 && _waiting.TryDequeue(out var first))
            {
                group.Add(first);
            }

            group.ForEach(w => w.Failed(e));
            return;
        }

        group.ForEach(w => w.Committed());
    }

    private async Task<HotSession> OpenAsync()
    {
        // Not the pool's: it stays open, with its statements.
        var session = new HotSession(new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString()));
        await session.OpenAsync();
        return session;
    }

    private sealed class Waiting<T>(Func<HotSession, ValueTask<T>> statement) : TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously), IWaiting
    {
        /// <summary>SQLITE_CONSTRAINT: the statement is undone, the transaction goes on.</summary>
        private const int Constraint = 19;

        private T? _result;
        private SqliteException? _refused;

        public async ValueTask RunAsync(HotSession session)
        {
            try
            {
                _result = await statement(session);
            }
            catch (SqliteException e) when (e.SqliteErrorCode == Constraint)
            {
                _refused = e;
            }
        }

        public void Committed()
        {
            if (_refused is null)
            {
                SetResult(_result!);
            }
            else
            {
                SetException(_refused);
            }
        }

        public void Failed(Exception fault) => SetException(_refused ?? fault);
    }
}
