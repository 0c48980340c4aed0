using MentorBot.Channels.Web;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;
using OpenTelemetry.Metrics;

namespace MentorBot.Hosting;

/// <summary>The web application: the channels that are configured, health and metrics.</summary>
internal static class Service
{
    /// <exception cref="StartRefused">A setting cannot be used.</exception>
    public static WebApplication Build(string urls, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Surroundings.EnvironmentName });
        builder.WebHost.UseUrls(urls).UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        configure?.Invoke(builder);
        builder.AddMentorBot();
        builder.Services.AddLoops(Runs.From(builder.Configuration));
        builder.Services.AddOpenTelemetry().WithMetrics(m => m.AddMeter(Turns.Telemetry.MeterName).AddPrometheusExporter());

        var app = builder.Build();
        app.MapWeb();
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
        app.MapPrometheusScrapingEndpoint("/metrics");
        return app;
    }

    private static async Task<IResult> ReadyAsync(Database database, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Database.CanConnectAsync(cancellationToken) ? Results.Text("ready") : Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
