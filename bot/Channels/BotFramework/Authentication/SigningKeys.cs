using System.Text.Json;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>
/// The keys of one issuer, fetched over HTTP and kept for a day; asked for once however many calls wait. A key that is not known forces a look, at most every five
/// minutes. While the issuer's server is away the keys in hand go on serving. Source: facts/bot-framework.md 2.1 and 2.4.
/// </summary>
internal sealed class SigningKeys(string metadata, HttpClient http, TimeProvider time, ILogger<SigningKeys> logger) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    /// <summary>With no key in hand nobody can be let in, so the pause is short.</summary>
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile KeySet? _keys;
    private DateTimeOffset? _lookedAt;

    /// <returns>Null when no such key can be had, with the issuer of the document when there is one.</returns>
    public async ValueTask<(SigningKey? Key, string? Issuer)> FindAsync(string kid, CancellationToken cancellationToken)
    {
        var keys = _keys;
        if (keys is null || time.GetUtcNow() - keys.ReadAt > Life || !keys.Keys.ContainsKey(kid))
        {
            keys = await LookAsync(kid, cancellationToken);
        }

        return (keys?.Keys.GetValueOrDefault(kid), keys?.Issuer);
    }

    public void Dispose() => _one.Dispose();

    private async Task<KeySet?> LookAsync(string kid, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var keys = _keys;
            var isOld = keys is null || now - keys.ReadAt > Life;
            var pause = keys is null ? BetweenFailures : BetweenLooks;
            if ((!isOld && keys!.Keys.ContainsKey(kid)) || (_lookedAt is { } last && now - last < pause))
            {
                return keys;
            }

            _lookedAt = now;
            return _keys = await FetchAsync(now, cancellationToken) ?? keys;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <returns>Null when the server does not answer as it should.</returns>
    private async Task<KeySet?> FetchAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await http.GetStringAsync(new Uri(metadata), cancellationToken));
            var issuer = document.RootElement.GetProperty("issuer").GetString() ?? "";
            var jwks = document.RootElement.GetProperty("jwks_uri").GetString() ?? "";
            return KeySet.Read(issuer, await http.GetStringAsync(new Uri(jwks), cancellationToken), now);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException or ArgumentException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NoKeys(logger, new Uri(metadata).Host, e.GetType().Name);
            return null;
        }
    }
}
