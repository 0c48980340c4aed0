using MentorBot.Messages;

namespace MentorBot.Tests.Drivers;

/// <summary>The example team as people of one Teams tenant: each is known by their roster id.</summary>
internal static class TeamsMentor
{
    public static Task<(TestMentor Mentor, Uri Url)> ServeAsync(string engine, Action<IDictionary<string, string?>>? settings = null) =>
        TestMentor.ServeAsync(engine, s =>
        {
            s["People:Roster"] = RosterPath.Value;
            settings?.Invoke(s);
        });

    private static readonly Lazy<string> RosterPath = new(WriteRoster);

    private static string WriteRoster()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mentorbot-roster-").FullName, "roster.yaml");
        var lines = File.ReadLines(PromptsFolder.BesideTheBinary.Combine("roster.development.yaml")).SelectMany(line =>
            line.StartsWith("  - id: ", StringComparison.Ordinal) ? new[] { line, $"    identities: [{{ channel: msteams, workspace: \"{TeamsClient.Tenant}\", user: {line[8..].Trim()} }}]" } : [line]);
        File.WriteAllLines(path, lines);
        return path;
    }
}
