using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace MentorBot.Storage;

/// <summary>One connection and the hand-written statements that were prepared on it. Not for several threads at once.</summary>
internal sealed class HotSession(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = [];

    public Task OpenAsync() => connection.OpenAsync();

    /// <param name="sql">A constant, its parameters called $1, $2…: on SQLite it is prepared once for the life of the connection.</param>
    public HotCommand Command(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            _prepared.Add(sql, command);
        }

        return new HotCommand(command);
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }
}

/// <summary>A statement being given its values, in the order of its parameters, as each engine keeps them.</summary>
internal struct HotCommand(DbCommand command)
{
    private int _given;

    public HotCommand Id(Guid? value) => Give(NpgsqlDbType.Uuid, value is { } id ? command is SqliteCommand ? SqliteValue.Of(id) : id : null);

    public HotCommand Time(DateTimeOffset? value) => Give(NpgsqlDbType.TimestampTz, value is { } time ? command is SqliteCommand ? SqliteValue.Of(time) : time.ToUniversalTime() : null);

    public HotCommand Text(string? value) => Give(NpgsqlDbType.Text, value);

    public HotCommand Number(int value) => Give(NpgsqlDbType.Integer, value);

    public HotCommand Row(long seq) => Give(NpgsqlDbType.Bigint, seq);

    public HotCommand Flag(bool value) => Give(NpgsqlDbType.Boolean, value);

    public readonly Task<DbDataReader> ReadAsync(CancellationToken cancellationToken) => command.ExecuteReaderAsync(cancellationToken);

    public readonly Task<int> ExecuteAsync(CancellationToken cancellationToken) => command.ExecuteNonQueryAsync(cancellationToken);

    private HotCommand Give(NpgsqlDbType type, object? value)
    {
        var n = _given++;
        if (n == command.Parameters.Count)
        {
            command.Parameters.Add(command is SqliteCommand ? new SqliteParameter { ParameterName = $"${n + 1}" } : new NpgsqlParameter { NpgsqlDbType = type });
        }

        command.Parameters[n].Value = value ?? DBNull.Value;
        return this;
    }
}
