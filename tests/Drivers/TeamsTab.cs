using System.Security.Cryptography;
using System.Text;
using MentorBot.Messages;
using MentorBot.Tests.Storage;
using Microsoft.Extensions.Hosting;

namespace MentorBot.Tests.Drivers;

/// <summary>
/// What stands around the personal tab: Entra's keys and the tokens that a Teams client would give to our page for the people of the example team. Outside Development, as a tenant has it.
/// </summary>
internal sealed class TeamsTab : IAsyncDisposable
{
    public const string App = "6a0c1f0e-7b8f-4d27-9b35-5f0f6d3f1a11";
    public const string Tenant = "9f4c0e51-2a55-4c29-8f3e-0d6a7c1b2e33";
    public const string Host = "mentorbot.example.com";

    // Making a pair is slow: they are shared, and told apart by id alone.
    public static readonly TestKey Key = new("entra", null, "https://login.microsoftonline.com/{tenantid}/v2.0");
    public static readonly TestKey Other = new("other", null, "https://login.microsoftonline.com/{tenantid}/v2.0");

    private TeamsTab(KeyServer keys) => Keys = keys;

    public KeyServer Keys { get; }

    public static async Task<TeamsTab> StartAsync() => new(await KeyServer.StartAsync(CancellationToken.None, $"https://login.microsoftonline.com/{Tenant}/v2.0", Key));

    /// <summary>Of a service that signs people in by these keys.</summary>
    public Dictionary<string, string> Settings() => new()
    {
        ["BotFramework:AppId"] = App,
        ["BotFramework:TenantId"] = Tenant,
        ["BotFramework:ClientSecret"] = "not used here",
        ["BotFramework:OpenIdMetadata"] = Keys.Metadata,
        ["People:Roster"] = Roster.Value,
    };

    /// <summary>Such a service in this process.</summary>
    public Task<(TestMentor Mentor, Uri Url)> ServeAsync(Action<IDictionary<string, string?>>? change = null) =>
        TestMentor.ServeAsync(TestDatabase.Sqlite, settings =>
        {
            settings["Hosting:PublicUrl"] = $"https://{Host}";
            foreach (var (name, value) in Settings())
            {
                settings[name] = value;
            }

            change?.Invoke(settings);
        }, environment: Environments.Production);

    /// <summary>As Entra writes it for somebody who is signed in to Teams.</summary>
    public static TestToken TokenOf(string person, DateTimeOffset now, string tenant = Tenant) => new(App, now)
    {
        Issuer = $"https://login.microsoftonline.com/{tenant}/v2.0",
        ServiceUrl = null,
        Claims = new Dictionary<string, string> { ["ver"] = "2.0", ["tid"] = tenant, ["oid"] = IdOf(person), ["scp"] = "access_as_user", ["name"] = person, ["azp"] = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346" },
    };

    /// <summary>The token alone, without the scheme of a header.</summary>
    public static string Bare(string header) => header["Bearer ".Length..];

    /// <summary>The Entra object id of somebody of the roster, or of anybody else.</summary>
    public static string IdOf(string person) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(person)).AsSpan(0, 16)).ToString("D");

    public ValueTask DisposeAsync() => Keys.DisposeAsync();

    private static readonly Lazy<string> Roster = new(() =>
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mentorbot-roster-").FullName, "roster.yaml");
        File.WriteAllLines(path, File.ReadLines(PromptsFolder.BesideTheBinary.Combine("roster.development.yaml")).SelectMany(line =>
            line.StartsWith("  - id: ", StringComparison.Ordinal) ? new[] { line, $"    identities: [{{ channel: msteams, workspace: \"{Tenant}\", user: \"{IdOf(line[8..].Trim())}\" }}]" } : [line]));
        return path;
    });
}
