using MentorBot.People;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>Who may post to POST /api/messages, and whom Teams vouches for on our pages.</summary>
internal static class AuthenticationModule
{
    private const int LongestDocument = 1 << 20;

    /// <param name="development">Loopback may then be a service URL.</param>
    public static IServiceCollection AddBotFrameworkAuthentication(this IServiceCollection services, BotFrameworkOptions options, bool development) =>
        services
            .AddSingleton(new ServiceHosts(options, development))
            .AddSingleton(p => new SigningKeys(options, Client(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<SigningKeys>>()))
            .AddSingleton(p => new TokenVerifier(options, p.GetRequiredService<SigningKeys>(), p.GetRequiredService<TimeProvider>()));

    /// <summary>The personal tab: whoever is signed in to Teams is signed in to the pages. Only for a bot that has an app.</summary>
    /// <param name="publicUrl">Where the tab is reached; its host is in the tokens' audience.</param>
    public static IServiceCollection AddTeamsSignIn(this IServiceCollection services, BotFrameworkOptions options, string publicUrl)
    {
        var host = Uri.TryCreate(publicUrl, UriKind.Absolute, out var url) ? url.IsDefaultPort ? url.Host : url.Authority : "";
        return services
            .AddSingleton(p => new PersonTokens(options, host, p.GetRequiredService<SigningKeys>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<PersonTokens>>()))
            .AddSingleton(p => new SignIn(
                p.GetRequiredService<PersonTokens>().VerifyAsync,
                [.. Cloud.Of(options).TeamsHosts.Select(h => $"https://{h}"), .. options.FrameAncestors],
                new Uri($"https://{Cloud.Of(options).TeamsHosts[0]}/l/entity/{options.AppId}/home")));
    }

    // One client for the life of the process: its connections are renewed, so that a moved host is found again.
    private static HttpClient Client() => new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(15) }) { MaxResponseContentBufferSize = LongestDocument };
}
