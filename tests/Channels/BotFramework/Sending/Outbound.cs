using System.Globalization;
using MentorBot.Channels.BotFramework;
using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.Storage;
using MentorBot.Tests.Drivers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MentorBot.Tests.Channels.BotFramework.Sending;

/// <summary>The outbound half against a fake connector, with a clock that the test moves.</summary>
internal sealed class Outbound : IAsyncDisposable
{
    public const string Tenant = "72f988bf-0000-4000-8000-000000000001";
    public const string Chat = "a:chat-of-lea";
    public const string Lea = "29:lea";
    public const string Bot = "28:bot";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    // Never opened: the deliveries here are for nobody whom the database knows.
    private readonly Database _database = Database.Sqlite("none.db");
    private readonly Reaches _reaches;

    private Outbound(FakeConnector far)
    {
        Far = far;
        ServiceUrl = far.ServiceUrl;
        Pacing = new Pacing(new ConnectorRates(), Time);
        _reaches = new Reaches(_database, Time, new Ids(Time));
    }

    public FakeConnector Far { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 10, 5, 7, 0, 0, TimeSpan.Zero));

    public Pacing Pacing { get; init; }

    /// <summary>What the conversation's reference says.</summary>
    public string ServiceUrl { get; set; }

    /// <summary>Null for a bot without an app id.</summary>
    public ITokenSource? Tokens { get; set; }

    public Func<string, bool> MayCall { get; set; } = url => url.StartsWith("http://127.0.0.1", StringComparison.Ordinal);

    /// <summary>Into how many activities a message is made, one per line.</summary>
    public Func<Delivery, IReadOnlyList<Activity>> Render { get; set; } = d =>
        [.. d.Message.ToPlainText().Split('\n').Select(t => new Activity { Type = ActivityTypes.Message, Text = t, TextFormat = "plain" })];

    public TimeSpan Timeout
    {
        set => _http.Timeout = value;
    }

    public static async Task<Outbound> StartAsync() => new(await FakeConnector.StartAsync());

    public Connector Connector()
    {
        return new Connector(_http, new ConnectorTokens(Tokens, MayCall, Time, NullLogger<ConnectorTokens>.Instance), MayCall, Time);
    }

    public BotFrameworkSender Sender() => new(new BotFrameworkOptions(), Connector(), Pacing, Render, MayCall, _reaches, NullLogger<BotFrameworkSender>.Instance);

    public Delivery Delivery(string text = "hello", string conversation = Chat, DeliveryClass @class = DeliveryClass.Reply, string? user = Lea, string? replyTo = null, string scope = "personal") => new()
    {
        Id = Guid.NewGuid(),
        OrganisationId = Guid.Empty,
        Key = "k",
        Class = @class,
        PersonId = null,
        Channel = BotFrameworkSender.Name,
        Workspace = Tenant,
        Conversation = conversation,
        Reference = new Reference(ServiceUrl, "msteams", Bot, scope) { User = user, ReplyTo = replyTo }.ToJson(),
        Body = Message.Text("en", text).ToJson(),
        DueAt = Time.GetUtcNow(),
        CreatedAt = Time.GetUtcNow(),
        Attempts = 1,
    };

    public Task<SendResult> SendAsync(Delivery delivery) => Sender().SendAsync(delivery, TestMentor.Token);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _database.Dispose();
        await Far.DisposeAsync();
    }

    /// <summary>Gives token-1, token-2… that live for an hour; counts how often it was asked.</summary>
    internal sealed class CountedTokens(TimeProvider time) : ITokenSource
    {
        private int _given;

        public int Given => Volatile.Read(ref _given);

        public List<bool> Afresh { get; } = [];

        public Func<int, Exception?> Fault { get; init; } = _ => null;

        public async Task<BearerToken> FetchAsync(bool afresh, CancellationToken cancellationToken)
        {
            var n = Interlocked.Increment(ref _given);
            Afresh.Add(afresh);
            // Others that ask meanwhile must find it under way.
            await Task.Yield();
            return Fault(n) is { } fault ? throw fault : new BearerToken(string.Create(CultureInfo.InvariantCulture, $"token-{n}"), time.GetUtcNow() + TimeSpan.FromHours(1));
        }
    }
}
