using MentorBot.Channels.BotFramework;
using MentorBot.Channels.Web;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;
using OpenTelemetry.Metrics;

namespace MentorBot.Hosting;

/// <summary>The web application: the channels that are configured, health and metrics.</summary>
internal static class Service
{
    /// <exception cref="StartRefused">A setting cannot be used.</exception>
    /// <param name="configure">Settings that come before all others, and services that replace ours.</param>
    public static WebApplication Build(string urls, ServiceChanges? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "MentorBot", EnvironmentName = configure?.Environment ?? Surroundings.EnvironmentName });
        builder.WebHost.UseUrls(urls).UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        configure?.Settings(builder.Configuration);
        builder.AddMentorBot();
        builder.Services.AddWeb(MentorBotBuilder.Read<HostingOptions>(builder.Configuration, HostingOptions.Section).PublicUrl);
        builder.Services.AddLoops(Runs.From(builder.Configuration));
        builder.Services.AddOpenTelemetry().WithMetrics(m => m.AddMeter(Turns.Telemetry.MeterName, Deliveries.Telemetry.MeterName).AddPrometheusExporter());
        configure?.Services(builder.Services);

        var app = builder.Build();
        app.MapWeb();
        app.MapBotFramework();
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

/// <summary>What whoever embeds the service changes of it.</summary>
internal sealed record ServiceChanges(string Environment, Action<IConfigurationBuilder> Settings, Action<IServiceCollection> Services);
