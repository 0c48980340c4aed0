using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using MentorBot.Channels.BotFramework.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace MentorBot.Tests.Drivers;

/// <summary>
/// A Bot Framework connector on loopback: keeps what was said in every conversation, gives ids, hands out tokens, and answers as Teams does unless
/// <see cref="Rule"/> says otherwise. Source of what it answers: facts/bot-framework.md 3.2, 3.3 and 3.5.
/// </summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    /// <summary>Above it Teams answers 413.</summary>
    private const int LargestBody = 100 * 1024;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ConnectorCall> _calls = new();
    private readonly ConcurrentDictionary<string, List<Activity>> _shown = new();
    private readonly ConcurrentDictionary<string, bool> _tokens = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ids;
    private int _tokensGiven;

    private FakeConnector(WebApplication app) => _app = app;

    /// <summary>With a trailing slash, as Teams gives it.</summary>
    public string ServiceUrl => $"{_app.Urls.Single()}/connector/";

    /// <summary>OAuth 2 client credentials; every call makes a new token.</summary>
    public string TokenEndpoint => $"{_app.Urls.Single()}/token";

    /// <summary>What a call is answered with; null for what Teams would answer.</summary>
    public Func<ConnectorCall, FakeAnswer?> Rule { get; set; } = _ => null;

    /// <summary>True: 401 unless the bearer is a token that was given and not revoked.</summary>
    public bool WantsToken { get; set; }

    /// <summary>Seconds, the expires_in of tokens.</summary>
    public int TokenLife { get; set; } = 3599;

    public int TokensGiven => Volatile.Read(ref _tokensGiven);

    /// <summary>Of every conversation and team.</summary>
    public IReadOnlyList<ChannelAccount> Members { get; set; } = [];

    /// <summary>In the order of their arrival, refused ones too.</summary>
    public IReadOnlyList<ConnectorCall> Calls => [.. _calls];

    /// <param name="port">0 for a free one.</param>
    public static async Task<FakeConnector> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.Run(connector.AnswerAsync);
        await app.StartAsync();
        return connector;
    }

    /// <summary>What a person sees in a conversation now: sent activities in order, with updates in place and without what was deleted.</summary>
    public IReadOnlyList<Activity> Shown(string conversation)
    {
        var shown = _shown.GetOrAdd(conversation, _ => []);
        lock (shown)
        {
            return [.. shown];
        }
    }

    /// <summary>Every token given so far is worth nothing from now on.</summary>
    public void RevokeTokens() => _tokens.Clear();

    /// <summary>Returns once <paramref name="holds"/> is true; looks again after every call.</summary>
    public async Task UntilAsync(Func<FakeConnector, bool> holds, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed);
            if (holds(this))
            {
                return;
            }

            await changed.Task.WaitAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        // The raw target: the decoded path could not tell an id's own slash from a separator.
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?')[0].Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (path is ["token"])
        {
            await GiveTokenAsync(http);
            return;
        }

        var call = new ConnectorCall(http.Request.Method, path[1..], http.Request.QueryString.Value ?? "", body.ToArray(), Bearer(http), http.Request.ContentLength);
        var answer = Rule(call);
        _calls.Enqueue(call);
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        if (answer is FakeAnswer.After after)
        {
            await after.When.WaitAsync(http.RequestAborted);
            answer = after.Then;
        }

        if (answer is FakeAnswer.Broken broken)
        {
            if (broken.ButShown)
            {
                AsTeams(call);
            }

            http.Abort();
            return;
        }

        await WriteAsync(http, (FakeAnswer.Http?)answer ?? (WantsToken && !_tokens.ContainsKey(call.Bearer ?? "") ? FakeAnswer.Error(401, "BotNotRegistered") : AsTeams(call)));
    }

    private FakeAnswer.Http AsTeams(ConnectorCall call)
    {
        if (call.Body.Length > LargestBody)
        {
            return FakeAnswer.Error(413, "MessageSizeTooBig");
        }

        return (call.Method, call.Path) switch
        {
            ("POST", ["v3", "conversations"]) => Create(call.Parameters),
            ("POST", ["v3", "conversations", var conversation, "activities"]) => Show(conversation, call.Activity),
            ("POST", ["v3", "conversations", var conversation, "activities", var to]) => Show(conversation, call.Activity with { ReplyToId = to }),
            ("PUT", ["v3", "conversations", var conversation, "activities", var id]) => Change(conversation, id, call.Activity),
            ("DELETE", ["v3", "conversations", var conversation, "activities", var id]) => Change(conversation, id, null),
            ("GET", ["v3", "conversations", _, "pagedmembers"]) => Page(call.Query),
            ("GET", ["v3", "conversations", _, "members", var id]) => Member(id),
            ("GET", ["v3", "teams", var team]) => Json(200, new TeamInfo { Id = team, Name = "Marketing", AadGroupId = "6b3a7d1e-0000-4000-8000-000000000001" }),
            ("GET", ["v3", "teams", var team, "conversations"]) => Json(200, new TeamChannels { Conversations = [new IdOnly { Id = team }, new IdOnly { Id = "19:offers@thread.tacv2" }] }),
            _ => FakeAnswer.Error(405, "BadArgument"),
        };
    }

    private FakeAnswer.Http Show(string conversation, Activity activity)
    {
        if (activity.Type != ActivityTypes.Message)
        {
            return new FakeAnswer.Http(202);
        }

        var id = NextId();
        var shown = _shown.GetOrAdd(conversation, _ => []);
        lock (shown)
        {
            shown.Add(activity with { Id = id });
        }

        return Json(201, new ResourceResponse { Id = id });
    }

    private FakeAnswer.Http Change(string conversation, string id, Activity? activity)
    {
        var shown = _shown.GetOrAdd(conversation, _ => []);
        lock (shown)
        {
            var at = shown.FindIndex(a => a.Id == id);
            if (at < 0)
            {
                return FakeAnswer.Error(404, "ActivityNotFoundInConversation");
            }

            if (activity is null)
            {
                shown.RemoveAt(at);
                return new FakeAnswer.Http(200);
            }

            shown[at] = activity with { Id = id };
            return Json(200, new ResourceResponse { Id = id });
        }
    }

    /// <summary>One member and no group: the same conversation on every call. A thread in a channel needs its first activity. A group chat cannot be created.</summary>
    private FakeAnswer.Http Create(ConversationParameters parameters)
    {
        if (!parameters.IsGroup && parameters.Members is [{ Id: { } user }])
        {
            return Json(201, new ResourceResponse { Id = PersonalConversation(user) });
        }

        if (parameters.IsGroup && parameters.ChannelData?.Channel?.Id is { } channel && parameters.Activity is { } first)
        {
            var root = NextId();
            var conversation = $"{channel};messageid={root}";
            _shown[conversation] = [first with { Id = root }];
            return Json(201, new ResourceResponse { Id = conversation, ActivityId = root });
        }

        return FakeAnswer.Error(400, "BadSyntax");
    }

    /// <param name="user">"29:…" or an Entra object id.</param>
    public static string PersonalConversation(string user) => $"a:personal-{user.Replace("29:", "", StringComparison.Ordinal)}";

    private FakeAnswer.Http Page(string query)
    {
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        var size = int.Parse(asked.GetValueOrDefault("pageSize").FirstOrDefault() ?? "50", CultureInfo.InvariantCulture);
        var from = int.Parse(asked.GetValueOrDefault("continuationToken").FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var next = from + size < Members.Count ? (from + size).ToString(CultureInfo.InvariantCulture) : null;
        return Json(200, new PagedMembers { Members = [.. Members.Skip(from).Take(size)], ContinuationToken = next });
    }

    private FakeAnswer.Http Member(string id) =>
        Members.FirstOrDefault(m => m.Id == id || m.AadObjectId == id) is { } member ? Json(200, member) : FakeAnswer.Error(404, "MemberNotFoundInConversation");

    private async Task GiveTokenAsync(HttpContext http)
    {
        var token = $"token-{Interlocked.Increment(ref _tokensGiven)}";
        _tokens[token] = true;
        await http.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = TokenLife, access_token = token }, http.RequestAborted);
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"1:{Interlocked.Increment(ref _ids):D6}");

    private static string? Bearer(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] ? token : null;

    private static FakeAnswer.Http Json<T>(int status, T value) => new(status, JsonSerializer.SerializeToUtf8Bytes(value, typeof(T), ActivityJson.Default));

    private static async Task WriteAsync(HttpContext http, FakeAnswer.Http answer)
    {
        http.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } retryAfter)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        if (answer.Body.Length > 0)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = answer.Body.Length;
            await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
        }
    }
}

/// <summary>One request that the connector got.</summary>
/// <param name="Path">Decoded, from "v3" on.</param>
/// <param name="Query">With its "?", or empty.</param>
/// <param name="Bearer">Null when there was no token.</param>
/// <param name="ContentLength">As the header said; null for a chunked body.</param>
internal sealed record ConnectorCall(string Method, string[] Path, string Query, byte[] Body, string? Bearer, long? ContentLength)
{
    /// <summary>Null for calls that name none.</summary>
    public string? Conversation => Path is ["v3", "conversations", var conversation, ..] ? conversation : null;

    public bool IsSend => Method == "POST" && Path is ["v3", "conversations", _, "activities", ..];

    public bool IsCreate => Method == "POST" && Path is ["v3", "conversations"];

    public Activity Activity => JsonSerializer.Deserialize(Body, ActivityJson.Default.Activity)!;

    public ConversationParameters Parameters => JsonSerializer.Deserialize(Body, ActivityJson.Default.ConversationParameters)!;
}

internal abstract record FakeAnswer
{
    /// <param name="RetryAfter">The header, as it stands.</param>
    internal sealed record Http(int Status, byte[] Body, string? RetryAfter = null) : FakeAnswer
    {
        public Http(int status)
            : this(status, [])
        {
        }
    }

    /// <summary>The request is read whole, then the connection is closed without an answer.</summary>
    /// <param name="ButShown">The message arrived all the same.</param>
    internal sealed record Broken(bool ButShown = false) : FakeAnswer;

    /// <summary>A slow connector.</summary>
    /// <param name="Then">Null for what Teams would answer.</param>
    internal sealed record After(Task When, FakeAnswer? Then = null) : FakeAnswer;

    /// <summary>A refusal with the connector's own code.</summary>
    public static Http Error(int status, string code, string? subCode = null, string? retryAfter = null) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(new ConnectorError { Error = new ConnectorErrorBody { Code = code, SubCode = subCode, Message = code } }, ActivityJson.Default.ConnectorError), retryAfter);
}
