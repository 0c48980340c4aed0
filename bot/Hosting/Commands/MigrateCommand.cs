using System.CommandLine;
using MentorBot.Storage;

namespace MentorBot.Hosting.Commands;

/// <summary>Creates or upgrades the database's schema; run once before a new version on PostgreSQL.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Create or upgrade the database's schema.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Surroundings.EnvironmentName });
            builder.AddMentorBot();
            using var host = builder.Build();
            await host.Services.GetRequiredService<Database>().MigrateAsync(cancellationToken);
            return CommandLine.Fine;
        });
        return command;
    }
}
