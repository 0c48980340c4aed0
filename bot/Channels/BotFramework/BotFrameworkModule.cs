using MentorBot.Channels.BotFramework.Arriving;
using MentorBot.Channels.BotFramework.Authentication;
using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Channels.BotFramework.Sending;
using MentorBot.Turns;

namespace MentorBot.Channels.BotFramework;

/// <summary>The Bot Framework channel: Teams, and the development clients that speak the same protocol.</summary>
internal static class BotFrameworkModule
{
    /// <param name="publicUrl">Where people reach the service from outside; empty when they do not.</param>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, BotFrameworkOptions options, ConnectorRates rates, bool development, string publicUrl)
    {
        services.AddSingleton(options).AddSingleton(Cloud.Of(options));
        services.AddBotFrameworkAuthentication(options, development);
        if (options.HasApp)
        {
            services.AddTeamsSignIn(options, publicUrl);
        }

        services.AddBotFrameworkSending(options, p => p.GetRequiredService<ServiceHosts>().Allows, p => p.GetRequiredService<ActivityRenderer>().Render, rates);
        services.AddHttpClient(RemoteFiles.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        return services.AddSingleton<ActivityRenderer>().AddSingleton<IContentFetcher, RemoteFiles>()
            .AddSingleton<MessagesEndpoint>().AddSingleton<Invokes>().AddSingleton<FileConsents>().AddSingleton<PressedCards>().AddSingleton<UsedCards>().AddSingleton<Withdrawals>().AddSingleton<Conversations>();
    }

    public static void MapBotFramework(this WebApplication app)
    {
        app.MapPost(MessagesEndpoint.Path, (HttpContext http, MessagesEndpoint messages) => messages.PostAsync(http)).DisableAntiforgery();

        // Development clients look first whether anybody is there; a quick answer of any kind is enough.
        app.Map(MessagesEndpoint.Path, () => Results.StatusCode(StatusCodes.Status405MethodNotAllowed));
    }
}
