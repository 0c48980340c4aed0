using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Hosting;

/// <summary>What must be true before any loop runs: the schema is current, this instance can hold leases, the roster is known.</summary>
internal sealed class ServiceStart(Database database, Instance instance, RosterFiles rosters, PeopleDirectory people, IHostEnvironment environment, ILogger<ServiceStart> logger) : IHostedService
{
    private bool _done;

    /// <exception cref="StartRefused">The database or the roster cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_done)
        {
            return;
        }

        _done = true;
        await PrepareSchemaAsync(cancellationToken);
        await instance.HoldAsync(cancellationToken);
        try
        {
            var read = rosters.Read();
            foreach (var warning in read.SelectMany(r => r.Warnings))
            {
                Log.RosterWarning(logger, warning);
            }

            await people.ReplaceAsync(read, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new StartRefused($"The roster cannot be used. {e.Message}", e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareSchemaAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!database.IsPostgres || environment.IsDevelopment())
            {
                await database.MigrateAsync(cancellationToken);
                return;
            }

            await using var db = database.Open();
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                throw new StartRefused("The database's schema is older than this version: run the 'migrate' command once, then start again.");
            }
        }
        catch (System.Data.Common.DbException e)
        {
            throw new StartRefused($"The database cannot be opened ({e.Message}). Check Storage:Engine and Storage:ConnectionString.", e);
        }
    }
}
