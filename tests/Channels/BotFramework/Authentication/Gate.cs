using MentorBot.Channels.BotFramework;
using MentorBot.Channels.BotFramework.Authentication;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Tests.Drivers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MentorBot.Tests.Channels.BotFramework.Authentication;

/// <summary>A verifier before a key server of its own, at a time that stands still; what it logs is kept.</summary>
internal sealed class Gate : IAsyncDisposable
{
    public const string App = "6a0c1f0e-7b8f-4d27-9b35-5f0f6d3f1a11";
    public const string Tenant = "9f4c0e51-2a55-4c29-8f3e-0d6a7c1b2e33";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    // Making a pair is slow: they are shared, and told apart by id alone.
    public static readonly TestKey First = TestKey.Of("first", "msteams", "webchat");
    public static readonly TestKey Second = TestKey.Of("second", "msteams");
    public static readonly TestKey Unendorsed = new("unendorsed", null);

    private readonly HttpClient _http = new();

    private Gate(KeyServer keys, BotFrameworkOptions options)
    {
        Keys = keys;
        Verifier = new TokenVerifier(options, new SigningKeys(options, _http, Time, new Logger<SigningKeys>(Logs)), Time);
    }

    public KeyServer Keys { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 10, 5, 7, 0, 0, TimeSpan.Zero));

    public TokenVerifier Verifier { get; }

    public KeptLogs Logs { get; } = new();

    public TestToken Token => new(App, Time.GetUtcNow());

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Gate> OpenAsync(string cloud = "public", string issuer = "https://api.botframework.com", params TestKey[] keys)
    {
        var server = await KeyServer.StartAsync(Cancelled, issuer, keys.Length > 0 ? keys : [First]);
        return new Gate(server, new BotFrameworkOptions { AppId = App, TenantId = Tenant, Cloud = cloud, OpenIdMetadata = server.Metadata });
    }

    public async Task<Verified> VerifyAsync(string? header) => await Verifier.VerifyAsync(header, Cancelled);

    /// <returns>Null when the header is accepted and its caller may post the activity; else why not.</returns>
    public async Task<string?> RefusalAsync(string? header, string channel = "msteams", string serviceUrl = ServiceUrl) => await VerifyAsync(header) switch
    {
        Verified.Refused refused => refused.Reason,
        Verified.Caller caller => caller.MaySpeakFor(Activity(channel, serviceUrl)),
        _ => throw new InvalidOperationException(),
    };

    public static Activity Activity(string? channel, string? serviceUrl) => new() { Type = ActivityTypes.Message, ChannelId = channel, ServiceUrl = serviceUrl };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Keys.DisposeAsync();
    }
}

/// <summary>Keeps every line.</summary>
internal sealed class KeptLogs : ILoggerFactory, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}
