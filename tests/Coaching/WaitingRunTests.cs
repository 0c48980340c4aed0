using MentorBot.Messages;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.Coaching;

/// <summary>A flow that rests for days, as a folder in prompts/flows and nothing else.</summary>
public sealed class WaitingRunTests
{
    private static readonly Dictionary<string, string> Flow = new()
    {
        ["flow.yaml"] = """
            id: resting
            mission: resting
            steps:
              - {id: rest, kind: wait, days: 3}
              - {id: then, kind: ask, input: text}
              - {id: end, kind: close}
            """,
        ["fr.yaml"] = """
            name: "Laisser reposer"
            summary: "Trois jours de recul."
            ways-in: ["je veux laisser reposer mon idée trois jours", "laisser reposer l'idée", "une idée à laisser reposer"]
            rest: {text: "On en reparle dans trois jours."}
            then: {label: "Après coup", ask: "Et maintenant, l'idée tient-elle toujours ?"}
            end: {text: "C'est noté."}
            """,
        ["en.yaml"] = """
            name: "Let it rest"
            summary: "Three days of distance."
            ways-in: ["let my idea rest for three days"]
            rest: {text: "We talk about it again in three days."}
            then: {label: "Afterwards", ask: "Does the idea still hold?"}
            end: {text: "Noted."}
            """,
    };

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_flow_that_waits_speaks_again_at_nine_on_the_day_and_goes_on(string engine)
    {
        using var prompts = new PromptsCopy("resting", Flow);
        await using var mentor = await TestMentor.StartAsync(engine, s => s.AddSingleton(new PromptsFolder(prompts.Path)));
        var talk = await Talking.StartAsync(mentor, "lea", "fr");

        Assert.Contains("dans trois jours", await talk.TypeAsync("je veux laisser reposer mon idée trois jours"), StringComparison.Ordinal);

        // Monday 5 October, 09:00 in Paris, plus three days less a minute.
        mentor.Time.Advance(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1));
        await mentor.RunClocksAsync();
        Assert.Equal("", await talk.ListenAsync());

        mentor.Time.Advance(TimeSpan.FromMinutes(1));
        await mentor.RunClocksAsync();
        await mentor.RunClocksAsync();
        Assert.Equal("Et maintenant, l'idée tient-elle toujours ?", await talk.ListenAsync());
        Assert.Equal("C'est noté.", await talk.TypeAsync("oui, mais en plus petit"));
    }

    /// <summary>The prompts that ship, and one flow more.</summary>
    private sealed class PromptsCopy : IDisposable
    {
        public PromptsCopy(string flow, Dictionary<string, string> files)
        {
            Path = Directory.CreateTempSubdirectory("prompts-").FullName;
            foreach (var file in Directory.EnumerateFiles(PromptsFolder.BesideTheBinary.Path, "*", SearchOption.AllDirectories))
            {
                var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(PromptsFolder.BesideTheBinary.Path, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, "flows", flow)).FullName;
            foreach (var (name, text) in files)
            {
                File.WriteAllText(System.IO.Path.Combine(folder, name), text);
            }
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
