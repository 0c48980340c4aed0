using System.Globalization;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.Drivers;

/// <summary>The Playground's ".m365agentsplayground.yml" (JSON is YAML). It wants the person whole, exactly five others, and a group and a team. Source: facts/bot-framework.md 6.2.</summary>
internal static class PlaygroundConfig
{
    /// <summary>Of the team.</summary>
    public const string Channel = "19:offers@thread.tacv2";

    private const int Others = 5;

    public static string Of(string user, string personalChat, string groupChat) => new JsonObject
    {
        ["version"] = "0.1.1",
        ["tenantId"] = TeamsClient.Tenant,
        ["bot"] = new JsonObject { ["id"] = TeamsClient.Bot, ["name"] = "MentorBot" },
        ["currentUser"] = Person(user),
        ["users"] = new JsonArray([.. Enumerable.Range(1, Others).Select(i => Person(string.Create(CultureInfo.InvariantCulture, $"colleague-{i}")))]),
        ["personalChat"] = new JsonObject { ["id"] = personalChat },
        ["groupChat"] = new JsonObject { ["id"] = groupChat, ["name"] = "Marketing" },
        ["team"] = new JsonObject
        {
            ["id"] = "19:marketing@thread.tacv2",
            ["name"] = "Marketing",
            ["aadGroupId"] = "6b3a7d1e-0000-4000-8000-000000000001",
            ["channels"] = new JsonArray(new JsonObject { ["id"] = Channel, ["name"] = "Offers" }),
        },
    }.ToJsonString();

    private static JsonObject Person(string id) => new()
    {
        ["id"] = $"29:{id}",
        ["name"] = id,
        ["userPrincipleName"] = $"{id}@example.com",
        ["aadObjectId"] = id,
        ["givenName"] = id,
        ["surname"] = id,
        ["email"] = $"{id}@example.com",
    };
}
