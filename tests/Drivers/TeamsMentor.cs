using MentorBot.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.Drivers;

/// <summary>The example team as people of one Teams tenant: each is known by their roster id.</summary>
internal static class TeamsMentor
{
    /// <param name="log">Gets every line, down to the finest.</param>
    public static Task<(TestMentor Mentor, Uri Url)> ServeAsync(string engine, Action<IDictionary<string, string?>>? settings = null, KeptLog? log = null, Action<IServiceCollection>? services = null) =>
        TestMentor.ServeAsync(
            engine,
            s =>
            {
                s["People:Roster"] = InTeams.Value;
                settings?.Invoke(s);
            },
            log,
            services: services);

    private static readonly Lazy<string> InTeams = new(() => WriteRoster(""));

    /// <summary>A roster file in which everybody is in Teams and on the web.</summary>
    public static readonly Lazy<string> InTeamsAndOnTheWeb = new(() => WriteRoster(", { channel: web, workspace: local, user: ID }"));

    private static string WriteRoster(string others)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mentorbot-roster-").FullName, "roster.yaml");
        var lines = File.ReadLines(PromptsFolder.BesideTheBinary.Combine("roster.development.yaml")).SelectMany(line =>
            line.StartsWith("  - id: ", StringComparison.Ordinal) ? new[] { line, $"    identities: [{{ channel: msteams, workspace: \"{TeamsClient.Tenant}\", user: {line[8..].Trim()} }}{others.Replace("ID", line[8..].Trim(), StringComparison.Ordinal)}]" } : [line]);
        File.WriteAllLines(path, lines);
        return path;
    }
}
