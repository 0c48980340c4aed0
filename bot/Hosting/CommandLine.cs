using System.CommandLine;
using MentorBot.Hosting.Commands;

namespace MentorBot.Hosting;

/// <summary>The outside contract's commands. No command means: serve.</summary>
internal static class CommandLine
{
    public const int Fine = 0;
    public const int Refused = 1;
    public const int Usage = 2;

    /// <returns>0 fine, 1 refused input (a sentence on stderr, nothing on stdout), 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("MentorBot: a mentor for marketing teams. Without a command it serves the web chat.");
        ServeCommand.AddTo(root);
        root.Subcommands.Add(ChatCommand.Create());
        root.Subcommands.Add(ReadoutCommand.Create());
        root.Subcommands.Add(OfferCommand.Create());
        root.Subcommands.Add(CampaignCommand.Create());
        root.Subcommands.Add(FlowsCommand.Create());
        root.Subcommands.Add(MigrateCommand.Create());
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(PersonCommand.Create());
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            return Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StartRefused e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Refused;
        }
        catch (OperationCanceledException)
        {
            return Fine;
        }
        catch (Exception e)
        {
            // The outermost edge: whoever typed the command gets a sentence, and our maintainers the kind of the fault and where it was.
            await Console.Error.WriteLineAsync($"Something failed that should not have ({e.GetType().Name}). Please report it with the command you ran{Where(e)}.");
            return Refused;
        }
    }

    private static string Where(Exception e) => e.TargetSite is { } site ? $" (in {site.DeclaringType?.Name}.{site.Name})" : "";
}
