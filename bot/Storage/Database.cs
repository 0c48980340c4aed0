using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace MentorBot.Storage;

/// <summary>Opens the database on the configured engine. One per process.</summary>
internal sealed class Database : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>Contexts go round: making one costs more than what most turns ask of it.</summary>
    private readonly PooledDbContextFactory<SqliteBotDb>? _sqlite;
    private readonly PooledDbContextFactory<PostgresBotDb>? _postgres;

    private Database(DbContextOptions<SqliteBotDb>? sqlite, DbContextOptions<PostgresBotDb>? postgres, string connectionString)
    {
        _sqlite = sqlite is null ? null : new(sqlite);
        _postgres = postgres is null ? null : new(postgres);
        ConnectionString = connectionString;
    }

    public bool IsPostgres => _postgres is not null;

    /// <summary>May hold a password: never logged.</summary>
    public string ConnectionString { get; }

    /// <param name="path">A file in an existing folder.</param>
    public static Database Sqlite(string path) => SqliteFrom($"Data Source={path}");

    public static Database SqliteFrom(string connectionString)
    {
        var full = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        return new Database(new DbContextOptionsBuilder<SqliteBotDb>().UseSqlite(full).Options, null, full);
    }

    public static Database Postgres(string connectionString) =>
        new(null, new DbContextOptionsBuilder<PostgresBotDb>().UseNpgsql(connectionString).Options, connectionString);

    public BotDb Open()
    {
        BotDb db = _sqlite is not null ? _sqlite.CreateDbContext() : _postgres!.CreateDbContext();
        db.Owner = this;
        return db;
    }

    /// <summary>Creates or upgrades the schema. On SQLite also switches the file to WAL, which stays.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = Open();
        await db.Database.MigrateAsync(cancellationToken);
        if (!IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        }
    }

    /// <summary>A short turn at SQLite's single writer; free at once on PostgreSQL.</summary>
    public async ValueTask<WriterTurn> WriterTurnAsync(CancellationToken cancellationToken)
    {
        if (IsPostgres)
        {
            return default;
        }

        await _writer.WaitAsync(cancellationToken);
        return new WriterTurn(_writer);
    }

    /// <summary>True when the write was refused because another row holds the same unique key.</summary>
    public static bool IsDuplicate(DbUpdateException e) => e.InnerException switch
    {
        SqliteException s => s.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException p => p.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    public void Dispose() => _writer.Dispose();
}

internal readonly struct WriterTurn(SemaphoreSlim? writer) : IDisposable
{
    public void Dispose() => writer?.Release();
}
