using MentorBot.Tests.Storage;

namespace MentorBot.Tests.Drivers;

/// <summary>The service with an app id, as in a real tenant: a key server for what comes in, a token endpoint and a connector that wants our token for what goes out.</summary>
internal sealed class SignedTeams : IAsyncDisposable
{
    public const string App = "6a0c1f0e-7b8f-4d27-9b35-5f0f6d3f1a11";
    public const string Secret = "Zerbinette-Secret-4711";

    // Making a pair is slow: they are shared.
    public static readonly TestKey First = TestKey.Of("first", "msteams");
    public static readonly TestKey Second = TestKey.Of("second", "msteams");
    public static readonly TestKey ForWebChat = TestKey.Of("web-chat", "webchat");
    public static readonly TestKey Unendorsed = new("unendorsed", null);

    /// <summary>Another pair that calls itself by the first one's name.</summary>
    public static readonly TestKey Impostor = TestKey.Of("first", "msteams");

    private SignedTeams(KeyServer keys, FakeConnector far, TestMentor mentor, Uri url)
    {
        (Keys, Far, Mentor, Url) = (keys, far, mentor, url);
        Lea = new TeamsClient(url, far.ServiceUrl, "lea");
    }

    public KeyServer Keys { get; }

    public FakeConnector Far { get; }

    public TestMentor Mentor { get; }

    public Uri Url { get; }

    public TeamsClient Lea { get; }

    /// <summary>As Teams writes it now.</summary>
    public TestToken Token => new(App, Mentor.Time.GetUtcNow()) { ServiceUrl = Far.ServiceUrl };

    /// <param name="log">Gets every line, down to the finest.</param>
    public static async Task<SignedTeams> StartAsync(KeptLog? log = null)
    {
        var keys = await KeyServer.StartAsync(TestMentor.Token, keys: [First, ForWebChat, Unendorsed]);
        var far = await FakeConnector.StartAsync();
        far.WantsToken = true;
        var (mentor, url) = await TeamsMentor.ServeAsync(
            TestDatabase.Sqlite,
            s =>
            {
                s["BotFramework:AppId"] = App;
                s["BotFramework:TenantId"] = TeamsClient.Tenant;
                s["BotFramework:ClientSecret"] = Secret;
                s["BotFramework:OpenIdMetadata"] = keys.Metadata;
                // MSAL takes an authority over https only, so the tests of the real one look at its requests instead: ConnectorTokensTests.
                s["BotFramework:TokenEndpoint"] = far.TokenEndpoint;
            },
            log);
        return new SignedTeams(keys, far, mentor, url);
    }

    /// <param name="header">A whole Authorization header; null for none.</param>
    public Task<HttpResponseMessage> PostAsync(System.Text.Json.Nodes.JsonNode activity, string? header) => Lea.PostAsync(activity, header, TestMentor.Token);

    public async ValueTask DisposeAsync()
    {
        Lea.Dispose();
        await Mentor.DisposeAsync();
        await Far.DisposeAsync();
        await Keys.DisposeAsync();
    }
}
