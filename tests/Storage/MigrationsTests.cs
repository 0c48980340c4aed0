using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Storage;

public sealed class MigrationsTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_migrations_of_each_engine_hold_the_whole_model(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine, TestContext.Current.CancellationToken);
        using var database = test.Open();
        await using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges(), "Run infra/migrations.sh NAME.");
    }
}
