using MentorBot.Storage;
using Npgsql;

namespace MentorBot.Tests.Storage;

/// <summary>An empty database of its own on one engine, dropped afterwards.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    private readonly string? _server;
    private readonly string _name;

    private TestDatabase(string engine, string folder, string? server, string name)
    {
        Engine = engine;
        Folder = folder;
        _server = server;
        _name = name;
        ConnectionString = server is null ? $"Data Source={Path.Combine(folder, "test.db")}" : $"{server};Database={name};Maximum Pool Size=20";
    }

    /// <summary>For a theory: every storage test runs on both.</summary>
    public static TheoryData<string> Engines => [Sqlite, Postgres];

    public string Engine { get; }

    /// <summary>A temporary folder of this test's.</summary>
    public string Folder { get; }

    public string ConnectionString { get; }

    /// <exception cref="InvalidOperationException">No PostgreSQL to test on: the test command starts one.</exception>
    public static async Task<TestDatabase> CreateAsync(string engine, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("mentorbot-test-").FullName;
        if (engine == Sqlite)
        {
            return new TestDatabase(engine, folder, null, "");
        }

        var server = Environment.GetEnvironmentVariable("MENTORBOT_TEST_POSTGRES")
            ?? throw new InvalidOperationException("MENTORBOT_TEST_POSTGRES is not set: run infra/test.sh, which starts a PostgreSQL for the tests.");
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}", cancellationToken);
        return new TestDatabase(engine, folder, server, name);
    }

    public Database Open() => Engine == Sqlite ? Database.SqliteFrom(ConnectionString) : Database.Postgres(ConnectionString);

    /// <summary>The settings that make the service use it.</summary>
    public Dictionary<string, string?> Settings() => new()
    {
        ["Storage:Engine"] = Engine,
        ["Storage:ConnectionString"] = ConnectionString,
        ["Hosting:DataFolder"] = Folder,
    };

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
            await ExecuteAsync(_server, $"DROP DATABASE {_name} WITH (FORCE)", CancellationToken.None);
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task ExecuteAsync(string server, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
