using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Channels.BotFramework.Wire;
using Activity = MentorBot.Channels.BotFramework.Wire.Activity;

namespace MentorBot.Tests.Drivers;

/// <summary>
/// The Microsoft 365 Agents Playground in its own process, on loopback only: a Teams client and its connector, driven without its page. What its person sends goes to the
/// bot, what the bot says is read from its stream. Its routes are its own and may change with its version, which npm pins. Source: facts/bot-framework.md 6.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    public const string Conversation = "a:personal";

    private const string Group = "19:group@thread.v2";
    /// <summary>Both sides, as its log names them.</summary>
    private const string BotName = "User Application";
    private const string OwnName = "Microsoft 365 Agents Playground";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("mentorbot-playground-").FullName;
    private readonly List<string> _output = [];
    private readonly int _port = FreePort();
    private readonly string _user;
    private readonly HttpClient _http;
    private Process? _process;
    private PlaygroundStream? _said;
    private PlaygroundStream? _log;
    private int _answered;

    private Playground(string user)
    {
        _user = user;
        _http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}")) };
    }

    /// <summary>Of the connector that it hosts.</summary>
    public string ServiceUrl => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{_port}/_connector");

    /// <summary>What the person sees in the personal chat.</summary>
    public IReadOnlyList<Activity> Shown => ShownIn(Conversation);

    /// <summary>The bot's messages in order, with updates in place.</summary>
    public IReadOnlyList<Activity> ShownIn(string conversation)
    {
        var shown = new List<Activity>();
        foreach (var message in _said!.Frames.Where(f => Text(f, "actionConversationId") == conversation && f["message"] is JsonObject).Select(f => Read((JsonObject)f["message"]!)))
        {
            if (shown.FindIndex(s => s.Id == message.Id) is var at and >= 0)
            {
                shown[at] = message;
            }
            else
            {
                shown.Add(message);
            }
        }

        return shown;
    }

    /// <summary>Calls of the bot that its connector turned down, as its log has them. Up to date after <see cref="CatchUpAsync"/>.</summary>
    public IReadOnlyList<string> TurnedDown =>
        [.. Entries(_log!, OwnName).Where(e => Status(e) is not (>= 200 and < 300)).Select(e => e.ToJsonString()).Select(e => e.Length > 2000 ? $"{e[..1000]} … {e[^1000..]}" : e)];

    /// <param name="bot">Where the bot listens.</param>
    /// <param name="user">The person: their Entra object id, and after "29:" their Teams id.</param>
    /// <returns>Once it answers, and its streams are open.</returns>
    public static async Task<Playground> StartAsync(Uri bot, string user, CancellationToken cancellationToken)
    {
        var playground = new Playground(user);
        try
        {
            await playground.StartAsync(new Uri(bot, "/api/messages"), cancellationToken);
            return playground;
        }
        catch
        {
            await playground.DisposeAsync();
            throw;
        }
    }

    /// <summary>The bot is installed for the person: an installationUpdate and a conversationUpdate.</summary>
    public Task InstallAsync(CancellationToken cancellationToken) => SendAsync($"/_debug/conversation/{Conversation}/installation", null, activities: 2, cancellationToken);

    public Task SayAsync(string text, CancellationToken cancellationToken) =>
        SendAsync($"/_conversation/v1/conversations/{Conversation}/messages", new JsonObject { ["from"] = From(), ["text"] = text, ["textFormat"] = "plain" }, activities: 1, cancellationToken);

    /// <summary>A new thread in the team's channel that begins with a mention of the bot.</summary>
    /// <returns>The thread's conversation.</returns>
    public async Task<string> AskInChannelAsync(string text, CancellationToken cancellationToken)
    {
        var said = await SendAsync(
            $"/_conversation/v1/conversations/{PlaygroundConfig.Channel}/messages",
            new JsonObject
            {
                ["from"] = From(),
                ["text"] = $"<at>MentorBot</at> {text}",
                ["textFormat"] = "plain",
                ["mentions"] = new JsonArray(new JsonObject { ["mentioned"] = new JsonObject { ["id"] = TeamsClient.Bot }, ["text"] = "<at>MentorBot</at>" }),
            },
            activities: 1,
            cancellationToken);
        return Text((JsonObject)JsonNode.Parse(said)!, "postConversationId") ?? throw new InvalidOperationException($"No thread was made: {said}");
    }

    /// <summary>A button, as a client sends it that knows Action.Execute.</summary>
    /// <param name="card">A message of <see cref="Shown"/>.</param>
    /// <param name="data">The action's, inputs merged.</param>
    /// <returns>What the bot answered, as the Playground would draw it.</returns>
    public async Task<JsonNode> PressAsync(Activity card, JsonElement data, CancellationToken cancellationToken, string conversation = Conversation) =>
        JsonNode.Parse(await SendAsync("/_conversation/v1/invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "choose", ["data"] = JsonNode.Parse(data.GetRawText()) }, ["trigger"] = "manual" },
            ["from"] = From(),
            ["conversation"] = new JsonObject { ["id"] = conversation },
            ["replyToId"] = card.Id,
        }, activities: 1, cancellationToken))!;

    /// <summary>The same as an older client sends it: Action.Submit, a message with a value.</summary>
    public Task SubmitAsync(Activity card, JsonElement data, CancellationToken cancellationToken) =>
        SendAsync("/_conversation/v1/submit", new JsonObject
        {
            ["value"] = JsonNode.Parse(data.GetRawText()),
            ["from"] = From(),
            ["conversation"] = new JsonObject { ["id"] = Conversation },
            ["replyToId"] = card.Id,
        }, activities: 1, cancellationToken);

    /// <summary>Any activity, such as one with a file: uploads are what it cannot do.</summary>
    public Task PostAsync(JsonObject activity, CancellationToken cancellationToken) => SendAsync("/_internal/v1/customActivities", activity, activities: 1, cancellationToken);

    /// <summary>Returns once <see cref="Shown"/> holds everything that its connector has accepted so far: something said elsewhere afterwards has come through the same stream.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsJsonAsync($"/_connector/v3/conversations/{Group}/activities", new JsonObject { ["type"] = "message", ["text"] = "." }, cancellationToken);
        var last = Text((JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!, "id");
        await WaitAsync(_said!, said => said.Frames.Any(f => Text(f, "actionConversationId") == Group && f["message"] is JsonObject m && Text(m, "messageId") == last), "what the bot said", cancellationToken);
        await WaitAsync(_log!, log => Entries(log, OwnName).Any(e => Text(e, "messageId") == last), "the log of what the bot said", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        foreach (var stream in new[] { _said, _log }.OfType<PlaygroundStream>())
        {
            await stream.DisposeAsync();
        }

        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, ".m365agentsplayground.yml"), PlaygroundConfig.Of(_user, Conversation, Group), cancellationToken);
        _process = Launch(endpoint);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (!await AnswersAsync(limit.Token))
        {
            if (_process.HasExited || limit.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new InvalidOperationException($"The Agents Playground did not come up.{Environment.NewLine}{Output()}");
            }

            await Task.Delay(40, cancellationToken);
        }

        if (IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(l => l.Port == _port && !IPAddress.IsLoopback(l.Address)))
        {
            throw new InvalidOperationException("The Agents Playground listens to other machines: npm/loopback.cjs did not hold it.");
        }

        _said = await PlaygroundStream.OpenAsync(_http.BaseAddress!, "/_ws_conversation/v1/conversations/stream", cancellationToken);
        _log = await PlaygroundStream.OpenAsync(_http.BaseAddress!, "/_ws/log/stream", cancellationToken);
    }

    private Process Launch(Uri endpoint)
    {
        var start = new ProcessStartInfo("node", [Npm("node_modules", "@microsoft", "m365agentsplayground", "cli.js"), "start", "-e", endpoint.ToString(), "-c", "msteams", "-p", _port.ToString(CultureInfo.InvariantCulture), "--disable-telemetry"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        start.Environment["NODE_OPTIONS"] = $"--require \"{Npm("loopback.cjs")}\"";
        var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _http.GetStringAsync("/_debug/ping", cancellationToken) == "pong";
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Most routes answer before the bot has: its log says what the bot made of it.</summary>
    /// <param name="activities">How many the bot gets for it.</param>
    private async Task<string> SendAsync(string path, JsonObject? body, int activities, CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsync(path, body is null ? null : JsonContent.Create(body), cancellationToken);
        var said = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"The Agents Playground answered {(int)answer.StatusCode} to {path}: {said}{Environment.NewLine}{Output()}");
        }

        var before = _answered;
        _answered += activities;
        await WaitAsync(_log!, log => Entries(log, BotName).Count() >= _answered, $"the bot's answer to {path}", cancellationToken);
        foreach (var entry in Entries(_log!, BotName).Skip(before).Where(e => Status(e) is not (>= 200 and < 300)))
        {
            throw new InvalidOperationException($"The bot refused: {entry.ToJsonString()}");
        }

        return said;
    }

    private static IEnumerable<JsonObject> Entries(PlaygroundStream log, string to) => log.Frames.Select(f => f["log"]).OfType<JsonObject>().Where(e => Text(e, "to") == to && e["response"] is not null);

    private static int? Status(JsonObject entry) => entry["response"]?["statusCode"]?.GetValue<int>();

    private async Task WaitAsync(PlaygroundStream stream, Func<PlaygroundStream, bool> holds, string what, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await stream.UntilAsync(holds, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited {Limit.TotalSeconds} s for {what}.{Environment.NewLine}{Output()}");
        }
    }

    private JsonObject From() => new() { ["id"] = $"29:{_user}" };

    private static Activity Read(JsonObject message)
    {
        var activity = message.DeepClone().AsObject();
        activity["id"] = activity["messageId"]?.DeepClone();
        activity.Remove("timestamp"); // A number here.
        return activity.Deserialize(ActivityJson.Default.Activity)!;
    }

    private static string? Text(JsonObject o, string name) => o[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.Add(line ?? "");
        }
    }

    /// <summary>For a failure's message; what went wrong at its start stands in its log only.</summary>
    private string Output()
    {
        var log = Path.Combine(_folder, "devTools", "m365agentsplayground.log");
        var lines = File.Exists(log) ? File.ReadLines(log).TakeLast(15).Select(l => l.Length > 600 ? l[..600] : l) : [];
        lock (_output)
        {
            return string.Join(Environment.NewLine, _output.TakeLast(20).Concat(lines));
        }
    }

    private static string Npm(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([Here(), "..", "npm", .. parts]));
        Assert.True(File.Exists(path), $"{path} is missing: run 'npm ci --ignore-scripts' in tests/npm.");
        return path;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
