namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>Who may post, and where answers may go.</summary>
internal static class AuthenticationModule
{
    /// <summary>Ten seconds are all that a caller waits.</summary>
    private static readonly TimeSpan LongestFetch = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddBotFrameworkAuthentication(this IServiceCollection services, BotFrameworkOptions options, bool development)
    {
        services.AddSingleton(new ServiceHosts(options, development));
        return services.AddSingleton(p =>
        {
            var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = LongestFetch, MaxResponseContentBufferSize = 1024 * 1024 };
            var cloud = Cloud.Of(options);
            var time = p.GetRequiredService<TimeProvider>();
            var logger = p.GetRequiredService<ILogger<SigningKeys>>();
            return new TokenVerifier(
                options,
                new SigningKeys(options.OpenIdMetadata ?? cloud.Metadata, http, time, logger),
                new SigningKeys($"{cloud.Login}{(options.Cloud == "usgov" ? "cab8a31a-1906-4287-a0d8-4eef66b95f6e" : "common")}/v2.0/.well-known/openid-configuration", http, time, logger),
                time);
        });
    }
}
