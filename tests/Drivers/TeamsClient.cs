using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.Drivers;

/// <summary>What Teams posts to a bot for one person, as facts/bot-framework.md has it: messages, presses, files, installs.</summary>
/// <param name="serviceUrl">Of the connector that answers go to.</param>
internal sealed class TeamsClient(Uri bot, string serviceUrl, string user, string conversation = "a:personal") : IDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string Bot = "28:bot";

    private readonly HttpClient _http = new() { BaseAddress = bot };
    private static int _ids;

    public Uri Url => bot;

    public string Conversation => conversation;

    /// <summary>"personal", "groupChat" or "channel".</summary>
    public string Scope { get; init; } = "personal";

    public string Locale { get; set; } = "fr-FR";

    /// <summary>Unique in every conversation, as Teams gives them.</summary>
    public static string NextId() => string.Create(CultureInfo.InvariantCulture, $"{1700000000000 + Interlocked.Increment(ref _ids)}");

    /// <summary>An activity with everything that Teams sets.</summary>
    public JsonObject Activity(string type, string? id = null) => new()
    {
        ["type"] = type,
        ["id"] = id ?? NextId(),
        ["timestamp"] = "2026-10-05T07:00:00.000Z",
        ["localTimestamp"] = "2026-10-05T09:00:00.000+02:00",
        ["localTimezone"] = "Europe/Paris",
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = $"29:{user}", ["name"] = user, ["aadObjectId"] = user },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "MentorBot" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = Scope, ["tenantId"] = Tenant, ["isGroup"] = Scope != "personal" },
        ["locale"] = Locale,
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = Locale, ["country"] = "FR", ["platform"] = "Web", ["timezone"] = "Europe/Paris" }),
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };

    public JsonObject Text(string text, string? id = null)
    {
        var activity = Activity("message", id);
        activity["text"] = text;
        activity["textFormat"] = "plain";
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>" });
        return activity;
    }

    public JsonObject Mention(string text)
    {
        var activity = Text($"<at>MentorBot</at> {text}");
        ((JsonArray)activity["entities"]!).Add(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "MentorBot" }, ["text"] = "<at>MentorBot</at>" });
        return activity;
    }

    public JsonObject File(string downloadUrl, string name)
    {
        var activity = Activity("message");
        activity["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["contentUrl"] = $"https://contoso.sharepoint.example/{Uri.EscapeDataString(name)}",
            ["name"] = name,
            ["content"] = new JsonObject { ["downloadUrl"] = downloadUrl, ["uniqueId"] = Guid.NewGuid().ToString(), ["fileType"] = Path.GetExtension(name).TrimStart('.') },
        });
        return activity;
    }

    /// <summary>Action.Execute pressed on a card.</summary>
    /// <param name="data">The action's data, with inputs merged.</param>
    public JsonObject Press(JsonElement data, string? id = null)
    {
        var activity = Activity("invoke", id);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "choose", ["data"] = JsonNode.Parse(data.GetRawText()) }, ["trigger"] = "manual" };
        return activity;
    }

    public JsonObject Invoke(string name, JsonNode value)
    {
        var activity = Activity("invoke");
        activity["name"] = name;
        activity["value"] = value;
        return activity;
    }

    public JsonObject Installed()
    {
        var activity = Activity("installationUpdate");
        activity["action"] = "add";
        return activity;
    }

    public JsonObject Uninstalled()
    {
        var activity = Activity("installationUpdate");
        activity["action"] = "remove";
        return activity;
    }

    /// <summary>A message of this person's is no longer there.</summary>
    public JsonObject Deleted(string id)
    {
        var activity = Activity("messageDelete", id);
        activity["channelData"]!["eventType"] = "softDeleteMessage";
        return activity;
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode activity, CancellationToken cancellationToken) => PostAsync(activity, null, cancellationToken);

    /// <param name="authorization">A whole header; null for none.</param>
    public async Task<HttpResponseMessage> PostAsync(JsonNode activity, string? authorization, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await _http.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
