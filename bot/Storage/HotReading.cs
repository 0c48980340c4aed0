using System.Data.Common;

namespace MentorBot.Storage;

/// <summary>Reads columns as either engine keeps them.</summary>
internal static class HotReading
{
    extension(DbDataReader row)
    {
        public string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public Guid Id(int column) => row.GetGuid(column);

        public Guid? IdOrNone(int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

        public DateTimeOffset Time(int column) => row is Microsoft.Data.Sqlite.SqliteDataReader ? SqliteValue.From(row.GetInt64(column)) : row.GetFieldValue<DateTimeOffset>(column);

        public DateTimeOffset? TimeOrNone(int column) => row.IsDBNull(column) ? null : row.Time(column);
    }
}
