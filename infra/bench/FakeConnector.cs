using System.Collections.Concurrent;

namespace MentorBot.Bench;

/// <summary>The far side of Teams: takes every activity at once, and tells whoever waits for a message in that conversation.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();
    private int _ids;

    private FakeConnector(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var connector = new FakeConnector(builder.Build());
        connector._app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", connector.TakeAsync);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>Ends with the next message in this conversation; asked for before the turn is posted.</summary>
    public Task NextAsync(string conversation) => (_awaited[conversation] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> TakeAsync(string conversation, HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        if (body.Contains("\"type\":\"message\"", StringComparison.Ordinal) && _awaited.TryRemove(conversation, out var awaited))
        {
            awaited.SetResult();
        }

        return Results.Text($$"""{"id":"r{{Interlocked.Increment(ref _ids)}}"}""", "application/json");
    }
}
