using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MentorBot.Tests.Drivers;

/// <summary>Plays the Teams client in a browser: a page of another site that shows the tab in a frame and answers the two questions of its script as the client answers its own library.</summary>
internal sealed class TeamsWindow : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TeamsWindow(WebApplication app) => _app = app;

    /// <summary>"localhost", while services of tests are at 127.0.0.1: two sites to a browser.</summary>
    public string Origin => $"http://localhost:{new Uri(_app.Urls.Single()).Port}";

    /// <summary>Who is signed in to Teams now; null for nobody.</summary>
    public string? Token { get; set; }

    public static async Task<TeamsWindow> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var window = new TeamsWindow(app);
        app.MapGet("/", (string tab) => Results.Text(Page(tab), "text/html"));
        app.MapGet("/token", () => window.Token is { } token ? Results.Text(token) : Results.NotFound());
        await app.StartAsync();
        return window;
    }

    public string Showing(string tab) => $"{Origin}/?tab={Uri.EscapeDataString(tab)}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Page(string tab) => $$"""
        <!doctype html><title>Teams</title>
        <iframe id="tab" src="{{System.Net.WebUtility.HtmlEncode(tab)}}" style="width: 1100px; height: 800px; border: 0"></iframe>
        <script>
            addEventListener('message', async event => {
                const { id, uuidAsString, func } = event.data ?? {};
                const answer = (...args) => event.source.postMessage({ id, uuidAsString, args }, event.origin);
                if (func === 'initialize') answer('content', 'web', '{"apiVersion":4,"supports":{} }', '2.58.0');
                if (func === 'authentication.getAuthToken') {
                    const token = await fetch('/token');
                    if (token.ok) answer(true, await token.text()); else answer(false, 'CancelledByUser');
                }
            });
        </script>
        """;
}
