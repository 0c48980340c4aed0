using System.CommandLine;
using System.Text;
using MentorBot.Channels.Terminal;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace MentorBot.Hosting.Commands;

/// <summary>The same mentor in the terminal.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var who = new Option<string>("--as") { Description = "Id of a person in the roster.", Required = true };
        var locale = new Option<string?>("--locale") { Description = "Talk in this language from now on." };
        locale.AcceptOnlyFromAmong([.. Locales.All]);
        var command = new Command("chat", "Talk to the mentor as a person of the roster. A line is a text; a number or a label picks a choice; /file PATH sends a file.");
        command.Options.Add(who);
        command.Options.Add(locale);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(who), parsed.GetValue(locale), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string id, string? locale, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Surroundings.EnvironmentName });
        builder.Logging.ClearProviders();
        builder.AddMentorBot();
        builder.Services.AddSingleton<TerminalChat>();
        using var host = builder.Build();
        var services = host.Services;
        await services.GetRequiredService<ServiceStart>().StartAsync(cancellationToken);

        var people = services.GetRequiredService<PeopleDirectory>();
        var person = people.FindKey(id) ?? throw new StartRefused($"Nobody in the roster has the id '{id}'. Known: {string.Join(", ", people.People.Select(p => p.Key))}.");
        if (locale is not null)
        {
            await ChooseLocaleAsync(services.GetRequiredService<Database>(), person.Id, locale, cancellationToken);
        }

        Console.OutputEncoding = new UTF8Encoding(false);
        Console.InputEncoding = new UTF8Encoding(false);
        var plain = Console.IsInputRedirected || Console.IsOutputRedirected;
        await services.GetRequiredService<TerminalChat>().RunAsync(person, Console.In, new TerminalWriter(Console.Out, plain ? null : AnsiConsole.Console), services.GetRequiredService<UploadLimit>().Bytes, cancellationToken);
        return CommandLine.Fine;
    }

    private static async Task ChooseLocaleAsync(Database database, Guid personId, string locale, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var person = await db.Set<Person>().FirstAsync(p => p.Id == personId, cancellationToken);
        person.ChosenLocale = locale;
        person.AskedLocale = true;
        await db.SaveChangesAsync(cancellationToken);
    }
}
