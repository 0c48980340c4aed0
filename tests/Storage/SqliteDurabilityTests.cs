using System.Globalization;
using MentorBot.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Storage;

public sealed class SqliteDurabilityTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task Every_connection_is_durable(string pragma, string expected)
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        await using var db = mentor.Database.Open();
        await db.Database.OpenConnectionAsync(TestMentor.Token);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(expected, Convert.ToString(await command.ExecuteScalarAsync(TestMentor.Token), CultureInfo.InvariantCulture));
    }
}
