using MentorBot.Deliveries;
using MentorBot.Hosting;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Tests.Storage;
using MentorBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MentorBot.Tests.Drivers;

/// <summary>The whole service without its loops: a test says when turns, deliveries and clocks run, and what time it is.</summary>
internal sealed class TestMentor : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly TestDatabase _database;

    private TestMentor(IHost host, TestDatabase database, FakeTimeProvider time)
    {
        _host = host;
        _database = database;
        Time = time;
    }

    /// <summary>Monday 5 October 2026, 09:00 in Paris, unless a test moves it.</summary>
    public FakeTimeProvider Time { get; }

    public IServiceProvider Services => _host.Services;

    public Database Database => Get<Database>();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TestMentor> StartAsync(string engine, Action<IServiceCollection>? services = null, TestDatabase? on = null)
    {
        var database = on ?? await TestDatabase.CreateAsync(engine, Token);
        var time = Clock();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(database.Settings());
        builder.AddMentorBot();
        builder.Services.AddSingleton<TimeProvider>(time);
        services?.Invoke(builder.Services);
        var host = builder.Build();
        await host.Services.GetRequiredService<ServiceStart>().StartAsync(Token);
        return new TestMentor(host, database, time);
    }

    /// <summary>The same behind its real HTTP server on a free port of loopback.</summary>
    /// <param name="change">Settings of the test's own.</param>
    /// <param name="log">Gets every line, down to the finest.</param>
    /// <param name="environment">Development unless said otherwise.</param>
    /// <param name="services">The test's own, added last.</param>
    public static async Task<(TestMentor Mentor, Uri Url)> ServeAsync(
        string engine, Action<IDictionary<string, string?>>? change = null, KeptLog? log = null, string? environment = null, Action<IServiceCollection>? services = null)
    {
        var database = await TestDatabase.CreateAsync(engine, Token);
        var time = Clock();
        var settings = database.Settings();
        change?.Invoke(settings);
        settings["Runs:0"] = "web";
        var app = Service.Build("http://127.0.0.1:0", new ServiceChanges(
            environment ?? Environments.Development,
            c => c.AddInMemoryCollection(settings),
            s =>
            {
                s.AddSingleton<TimeProvider>(time).AddLogging(l =>
                {
                    l.ClearProviders();
                    log?.ListenTo(l);
                });
                services?.Invoke(s);
            }));
        await app.StartAsync(Token);
        return (new TestMentor(app, database, time), new Uri(app.Urls.Single()));
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public PersonCard Person(string key) => Get<PeopleDirectory>().FindKey(key) ?? throw new KeyNotFoundException(key);

    /// <summary>Anybody else of the example team.</summary>
    public string OtherThan(string key) => Get<PeopleDirectory>().People.First(p => p.Key != key).Key;

    /// <summary>Handles every waiting event, one after the other.</summary>
    public async Task RunTurnsAsync()
    {
        while (await Get<TurnRunner>().RunNextAsync(lane: null, Token))
        {
        }
    }

    public async Task RunClocksAsync()
    {
        foreach (var clock in _host.Services.GetServices<IClock>())
        {
            while (await clock.TickAsync(Token) > 0)
            {
            }
        }
    }

    /// <summary>Sends every message that is due.</summary>
    public async Task SendDueAsync()
    {
        using var loop = ActivatorUtilities.CreateInstance<DeliveryLoop>(_host.Services);
        while (await loop.SendNextAsync(Token))
        {
        }
    }

    private static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 10, 5, 7, 0, 0, TimeSpan.Zero));

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_host).DisposeAsync();
        await _database.DisposeAsync();
    }
}
