namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>Who may post to POST /api/messages.</summary>
internal static class AuthenticationModule
{
    private const int LongestDocument = 1 << 20;

    /// <param name="development">Loopback may then be a service URL.</param>
    public static IServiceCollection AddBotFrameworkAuthentication(this IServiceCollection services, BotFrameworkOptions options, bool development) =>
        services
            .AddSingleton(new ServiceHosts(options, development))
            .AddSingleton(p => new SigningKeys(options, Client(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<SigningKeys>>()))
            .AddSingleton(p => new TokenVerifier(options, p.GetRequiredService<SigningKeys>(), p.GetRequiredService<TimeProvider>()));

    // One client for the life of the process: its connections are renewed, so that a moved host is found again.
    private static HttpClient Client() => new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(15) }) { MaxResponseContentBufferSize = LongestDocument };
}
