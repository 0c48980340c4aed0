using System.CommandLine;
using System.Text.Json;
using MentorBot.People;
using MentorBot.Storage;

namespace MentorBot.Hosting.Commands;

/// <summary>What is kept about one person: given to them, or erased. For the operator; asks nothing.</summary>
internal static class PersonCommand
{
    public static Command Create() => new("person", "What is kept about one person.") { Export(), Erase() };

    private static Command Export()
    {
        var id = Id();
        var command = new Command("export", "Print everything that is kept about a person as one JSON object.") { id };
        command.SetAction((parsed, cancellationToken) => WithAsync(parsed.GetRequiredValue(id), async (services, person) =>
        {
            Console.OutputEncoding = new System.Text.UTF8Encoding(false);
            var export = ActivatorUtilities.CreateInstance<PersonExport>(services);
            Console.Out.WriteLine(await export.OfAsync(person, cancellationToken));
        }, cancellationToken));
        return command;
    }

    private static Command Erase()
    {
        var id = Id();
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else." };
        var command = new Command("erase", "Erase a person's talk, uploads, decisions and answers; only counts that name nobody stay.") { id, json };
        command.SetAction((parsed, cancellationToken) => WithAsync(parsed.GetRequiredValue(id), async (services, person) =>
        {
            var erased = await services.GetRequiredService<PersonalDataStore>().EraseAsync(person, cancellationToken);
            var (asJson, total) = (parsed.GetValue(json), erased.Sum(e => e.Rows));
            Console.Out.WriteLine(asJson
                ? JsonSerializer.Serialize(new Dictionary<string, object> { ["person"] = person.Key, ["rows"] = total, ["tables"] = erased.Where(e => e.Rows > 0).ToDictionary(e => e.Table, e => e.Rows), ["inRoster"] = person.Active })
                : $"Erased what was kept about {person.Key}: {total} rows ({string.Join(", ", erased.Where(e => e.Rows > 0).Select(e => $"{e.Table} {e.Rows}"))}). Counts that name nobody stay.");
            if (person.Active && !asJson)
            {
                Console.Out.WriteLine($"The roster still lists {person.Key}, so the name and the role it gives stay: take them out of the roster and erase again to remove those too.");
            }
        }, cancellationToken));
        return command;
    }

    private static Argument<string> Id() => new("id") { Description = "The person's id in the roster, or in the database." };

    private static async Task<int> WithAsync(string id, Func<IServiceProvider, Person, Task> act, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Surroundings.EnvironmentName });
        builder.Logging.ClearProviders();
        builder.AddMentorBot();
        using var host = builder.Build();
        // The roster first: whether it still lists somebody decides what of their own row may stay.
        await host.Services.GetRequiredService<ServiceStart>().StartAsync(cancellationToken);
        var found = await host.Services.GetRequiredService<PersonalDataStore>().FindAsync(id, cancellationToken);
        await act(host.Services, found switch
        {
            [var only] => only,
            [] => throw new StartRefused($"Nobody with the id '{id}' is known. Known: {string.Join(", ", host.Services.GetRequiredService<PeopleDirectory>().People.Select(p => p.Key))}."),
            _ => throw new StartRefused($"Several organisations have somebody with the id '{id}'. Name one by the database's id: {string.Join(", ", found.Select(p => $"{p.Id} ({p.Name})"))}."),
        });
        return CommandLine.Fine;
    }
}
