using Microsoft.EntityFrameworkCore.Design;

namespace MentorBot.Storage;

/// <summary>For <c>dotnet ef migrations add NAME --context SqliteBotDb --output-dir Storage/Migrations/Sqlite</c> (and the same for PostgresBotDb).</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteBotDb>
{
    public SqliteBotDb CreateDbContext(string[] args) => (SqliteBotDb)Database.Sqlite("design-time.db").Open();
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresBotDb>
{
    public PostgresBotDb CreateDbContext(string[] args) => (PostgresBotDb)Database.Postgres("Host=127.0.0.1;Database=design_time").Open();
}
