using MentorBot.Hosting;

namespace MentorBot.Tests.Drivers;

/// <summary>One command in this process, with what it printed. Console is the process's own: tests that use it stand in the collection <see cref="Name"/>, which runs alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CommandRun
{
    public const string Name = "console";

    internal static async Task<(int Exit, string Out, string Error)> OfAsync(params IEnumerable<string> args)
    {
        var (stdout, stderr) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        try
        {
            Console.SetOut(said);
            Console.SetError(complained);
            var exit = await CommandLine.RunAsync([.. args]);
            return (exit, said.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(stdout);
            Console.SetError(stderr);
        }
    }
}
