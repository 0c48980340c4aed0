using MentorBot.Deliveries;
using MentorBot.Pages;
using MentorBot.People;
using Microsoft.FluentUI.AspNetCore.Components;

namespace MentorBot.Channels.Web;

/// <summary>The web chat: its page, the endpoints that the page calls, and its sender.</summary>
internal static class WebModule
{
    /// <summary>For every process, with or without pages: what is said on the web is in the transcript.</summary>
    public static IServiceCollection AddWebSender(this IServiceCollection services) => services.AddSingleton<IChannelSender, WebSender>();

    /// <summary>For the process that serves the pages.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, WebOptions options)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddFluentUIComponents();
        return services.AddSingleton(options).AddSingleton<PersonVoices>().AddSingleton<CurrentReader>().AddSingleton<TranscriptReader>();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.UseMiddleware<OpenPages>();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null).WithMetadata(new NeedsReader());
        var web = app.MapGroup("/web").WithMetadata(new NeedsReader()).AddEndpointFilter<SameOrigin>();
        web.MapTranscript();
        web.MapMessages();
        web.MapReader();
        web.MapFiles();
        web.MapCharts();
    }
}
