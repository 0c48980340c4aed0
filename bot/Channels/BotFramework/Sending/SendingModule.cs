using System.Net;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>The outbound half of the Bot Framework channel.</summary>
internal static class SendingModule
{
    /// <summary>A connector answers within a second or two; longer is a hang.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(20);

    /// <param name="mayCall">Which service URLs are on the allow-list.</param>
    public static IServiceCollection AddBotFrameworkSending(
        this IServiceCollection services,
        BotFrameworkOptions options,
        Func<IServiceProvider, Func<string, bool>> mayCall,
        Func<IServiceProvider, Func<Delivery, IReadOnlyList<Activity>>> render,
        ConnectorRates rates)
    {
        services.AddSingleton(p => new Pacing(rates, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new ConnectorHttp(NewClient()));
        services.AddSingleton(p => new ConnectorTokens(
            TokenSources.For(options, p.GetRequiredService<ConnectorHttp>().Client, p.GetRequiredService<TimeProvider>()), mayCall(p), p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILogger<ConnectorTokens>>()));
        services.AddSingleton(p => new Connector(p.GetRequiredService<ConnectorHttp>().Client, p.GetRequiredService<ConnectorTokens>(), mayCall(p), p.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<IChannelSender>(p => new BotFrameworkSender(
            options, p.GetRequiredService<Connector>(), p.GetRequiredService<Pacing>(), render(p), mayCall(p), p.GetRequiredService<Reaches>(), p.GetRequiredService<ILogger<BotFrameworkSender>>()));
    }

    /// <summary>Without redirects and cookies, so that a token goes to the host that was checked and to no other; and without the factory's logging of headers.</summary>
    private static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = 64,
        // Shorter than the far side's own: a connection that it closes under our request leaves the outcome unknown.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(45),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = LongestCall,
        MaxResponseContentBufferSize = 4 * 1024 * 1024,
    };

    private sealed class ConnectorHttp(HttpClient client) : IDisposable
    {
        public HttpClient Client => client;

        public void Dispose() => client.Dispose();
    }
}
