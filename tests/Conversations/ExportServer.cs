using MentorBot.Tests.Drivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MentorBot.Tests.Conversations;

/// <summary>Stands for OneDrive, where files that are sent on Teams lie: gives those of <see cref="Exports"/> on loopback.</summary>
internal sealed class ExportServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ExportServer(WebApplication app) => _app = app;

    public static async Task<ExportServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(http => http.Response.SendFileAsync(Exports.Find(http.Request.Query["name"].ToString()), http.RequestAborted));
        await app.StartAsync(TestMentor.Token);
        return new ExportServer(app);
    }

    /// <summary>A file's short-lived address; as OneDrive's, it has a query.</summary>
    public string DownloadUrl(string name) => $"{_app.Urls.Single()}/download?name={Uri.EscapeDataString(name)}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
