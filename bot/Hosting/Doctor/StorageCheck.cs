using System.Data.Common;
using MentorBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MentorBot.Hosting;

/// <summary>The database: it answers, and its schema is the one of this version. Its messages never carry the password.</summary>
internal static class StorageCheck
{
    private const string Key = "Storage:ConnectionString";

    /// <returns>With the database server's own clock, where there is one.</returns>
    public static async Task<(DoctorCheck Check, DateTimeOffset? Now)> OfAsync(StorageOptions storage, string data, bool development, CancellationToken cancellationToken)
    {
        var postgres = storage.Engine == "postgres";
        try
        {
            if (postgres && storage.ConnectionString.Length == 0)
            {
                return (new DoctorCheck("storage", DoctorState.Failed, Key, "PostgreSQL is chosen, but there is no connection string", "set it, for example 'Host=…;Database=mentorbot;Username=…'"), null);
            }

            var connection = storage.ConnectionString.Length > 0 ? storage.ConnectionString : $"Data Source={Path.Combine(data, "mentorbot.db")}";
            var where = postgres ? Place(new NpgsqlConnectionStringBuilder(connection)) : Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);
            return postgres ? await PostgresAsync(connection, where, development, cancellationToken) : (await SqliteAsync(connection, where, cancellationToken), null);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            // What cannot be parsed may be a password: nothing of it is quoted.
            return (new DoctorCheck("storage", DoctorState.Failed, Key, "the connection string cannot be read", "write it as 'Key=value;Key=value', with values that hold a ; in double quotes"), null);
        }
    }

    private static async Task<DoctorCheck> SqliteAsync(string connection, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return Directory.Exists(Path.GetDirectoryName(path)) || Path.GetDirectoryName(path) is null or ""
                ? new DoctorCheck("storage", DoctorState.Ok, path, "the database will be made at the first start")
                : new DoctorCheck("storage", DoctorState.Ok, path, "the folder and the database will be made at the first start");
        }

        try
        {
            using var database = Database.SqliteFrom(connection);
            await using var db = database.Open();
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            return new DoctorCheck("storage", DoctorState.Ok, path, pending == 0 ? "SQLite answers; its schema is current" : $"SQLite answers; {pending} schema changes come at the next start");
        }
        catch (DbException)
        {
            return new DoctorCheck("storage", DoctorState.Failed, path, "the file is no database, or it cannot be read", "restore it from a copy, or move it away to start with an empty one");
        }
    }

    private static async Task<(DoctorCheck Check, DateTimeOffset? Now)> PostgresAsync(string connection, string where, bool development, CancellationToken cancellationToken)
    {
        try
        {
            using var database = Database.Postgres(connection);
            await using var db = database.Open();
            await db.Database.OpenConnectionAsync(cancellationToken);
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT now()";
            var now = new DateTimeOffset(DateTime.SpecifyKind((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!, DateTimeKind.Utc));
            return (pending == 0 ? new DoctorCheck("storage", DoctorState.Ok, where, "PostgreSQL answers; its schema is current")
                : development ? new DoctorCheck("storage", DoctorState.Ok, where, $"PostgreSQL answers; {pending} schema changes come at the next start")
                : new DoctorCheck("storage", DoctorState.Failed, where, $"the schema is older than this version ({pending} changes)", "run the 'migrate' command once, then start again"), now);
        }
        catch (PostgresException e)
        {
            return (new DoctorCheck("storage", DoctorState.Failed, where, $"PostgreSQL refuses (SQLSTATE {e.SqlState})", $"check the database, the user and the password in {Key}"), null);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException { InnerException: NpgsqlException or TimeoutException })
        {
            return (new DoctorCheck("storage", DoctorState.Failed, where, "PostgreSQL does not answer", $"check that it runs and that host and port in {Key} are right"), null);
        }
    }

    private static string Place(NpgsqlConnectionStringBuilder connection) => $"{connection.Host}:{connection.Port}/{connection.Database ?? connection.Username}";
}
