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
    /// <param name="publicUrl">Where people reach the pages from outside; empty when they reach this process itself.</param>
    public static IServiceCollection AddWeb(this IServiceCollection services, string publicUrl)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddFluentUIComponents();

        // It would keep the pages out of every frame; which frames may show them is said by the page's own policy.
        services.AddAntiforgery(o => o.SuppressXFrameOptionsHeader = true);
        return services.AddSingleton(new OwnOrigin(publicUrl)).AddSingleton<PageAccess>().AddSingleton<Sessions>().AddSingleton<CurrentReader>().AddSingleton<TranscriptReader>();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.UseMiddleware<OpenPages>();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null).WithMetadata(new NeedsReader());
        var web = app.MapGroup("/web").WithMetadata(new NeedsReader()).AddEndpointFilter<SameOrigin>();
        web.MapSignIn();
        web.MapTranscript();
        web.MapMessages();
        web.MapReader();
        web.MapFiles();
        web.MapCharts();
    }
}
