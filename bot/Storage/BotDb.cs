using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MentorBot.Storage;

/// <summary>
/// The one database. Each room maps its own entities (<see cref="IEntityTypeConfiguration{T}"/>, found by scan); each engine has its own subclass and migrations.
/// </summary>
internal abstract class BotDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Set by whoever opens it: an instance goes round and is used again.</summary>
    internal Database? Owner { get; set; }

    /// <summary>Times are kept in UTC with microseconds, as both engines can, so that what is read back equals what was written.</summary>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDb).Assembly);

    /// <summary>
    /// SQLite has one writer: waiters queue here instead of polling the file's lock. PostgreSQL passes straight through.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looked for once; every further look goes over every property again.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            RaiseVersions();
            using var turn = await Owner!.WriterTurnAsync(cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>An aggregate's Version is its concurrency token: whoever saves a change of an older one has lost the race.</summary>
    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State == EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true } version)
            {
                var property = entry.Property(version);
                property.CurrentValue = (int)property.OriginalValue! + 1;
            }
        }
    }

    /// <exception cref="NotSupportedException">Always: writing is asynchronous.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");
}

/// <summary>SQLite cannot order or compare DateTimeOffset; it keeps UTC microseconds since 1970 instead.</summary>
internal sealed class SqliteBotDb(DbContextOptions<SqliteBotDb> options) : BotDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();

    private sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(
        time => SqliteValue.Of(time),
        value => SqliteValue.From(value));
}

internal sealed class PostgresBotDb(DbContextOptions<PostgresBotDb> options) : BotDb(options);
