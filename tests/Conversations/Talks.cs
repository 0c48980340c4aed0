using System.Runtime.CompilerServices;

namespace MentorBot.Tests.Conversations;

/// <summary>Every *.talk beside this file. Each channel holds its own contract tests to them.</summary>
internal static class Talks
{
    public static string Folder => Here();

    public static TheoryData<string> All
    {
        get
        {
            var talks = new TheoryData<string>();
            foreach (var file in Directory.EnumerateFiles(Folder, "*.talk").Order(StringComparer.Ordinal))
            {
                talks.Add(Path.GetFileNameWithoutExtension(file));
            }

            return talks;
        }
    }

    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="start">Opens the wire of a channel for a person.</param>
    public static async Task RunAsync(string name, Func<string, Task<IWire>> start)
    {
        var talk = Talk.Read(Path.Combine(Folder, name + ".talk"));
        await using var wire = await start(talk.Person);
        var said = new List<string>();
        foreach (var step in talk.Steps)
        {
            said.Add(step.Sent switch
            {
                null => await wire.WaitAsync(step.Wait),
                "" => await wire.OpenAsync(),
                var sent => await wire.SendAsync(sent),
            });
        }

        // MENTORBOT_APPROVE=1 writes what was said: read the difference before committing it.
        if (Environment.GetEnvironmentVariable("MENTORBOT_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(talk.Path, talk.Write(said), TestContext.Current.CancellationToken);
            return;
        }

        foreach (var (step, actual) in talk.Steps.Zip(said))
        {
            Assert.Equal($"{step.Action}\n\n{step.Expected}", $"{step.Action}\n\n{Tidy(actual)}");
        }
    }

    private static string Tidy(string said) => string.Join('\n', said.Split('\n').Select(l => l.TrimEnd())).Trim('\n');

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
