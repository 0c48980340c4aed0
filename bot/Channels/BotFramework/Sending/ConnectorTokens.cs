namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>
/// The bot's bearer for the connector: one, kept, renewed before it ends; asked for once however many sends wait for it. Without an app id there is none.
/// Never logged. Source: facts/bot-framework.md 3.1.
/// </summary>
/// <param name="source">Null without an app id.</param>
/// <param name="mayCall">Whether a service URL is on the allow-list: nobody else ever sees a token.</param>
internal sealed class ConnectorTokens(ITokenSource? source, Func<string, bool> mayCall, TimeProvider time, ILogger<ConnectorTokens> logger) : IDisposable
{
    /// <summary>A token with less than this left is renewed; while that fails, the old one goes on serving to its end.</summary>
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    /// <summary>After a failed fetch nobody asks again for this long.</summary>
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile BearerToken? _token;
    private DateTimeOffset _notBefore;
    private bool _dropped;

    public bool HasApp => source is not null;

    /// <returns>Null without an app id: then no token is sent at all.</returns>
    /// <exception cref="InvalidOperationException">The service URL is not allowed; a fault of the caller.</exception>
    /// <exception cref="TokenException">None could be had.</exception>
    public async ValueTask<string?> ForAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        if (!mayCall(serviceUrl))
        {
            throw new InvalidOperationException("A token was asked for a host that is not on the allow-list.");
        }

        if (source is null)
        {
            return null;
        }

        return IsFresh(_token) is { } fresh ? fresh : await RenewAsync(source, cancellationToken);
    }

    /// <summary>The connector answered 401 to it: the next call gets another.</summary>
    public void Drop(string token)
    {
        if (_token is { } current && current.Value == token)
        {
            _dropped = true;
            _token = null;
        }
    }

    public void Dispose() => _one.Dispose();

    private string? IsFresh(BearerToken? token) => token is not null && token.ExpiresAt - time.GetUtcNow() > RenewBefore ? token.Value : null;

    private async Task<string?> RenewAsync(ITokenSource from, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (IsFresh(_token) is { } meanwhile)
            {
                return meanwhile;
            }

            var now = time.GetUtcNow();
            var old = _token is { } t && t.ExpiresAt > now ? t.Value : null;
            if (now < _notBefore)
            {
                return old ?? throw new TokenException("The last fetch of a token failed a moment ago.");
            }

            try
            {
                _token = await from.FetchAsync(afresh: _dropped, cancellationToken);
                _dropped = false;
                return _token.Value;
            }
            catch (TokenException e)
            {
                Log.NoToken(logger, e.Message);
                _notBefore = now + PauseAfterFailure;
                if (old is null)
                {
                    throw;
                }

                return old;
            }
        }
        finally
        {
            _one.Release();
        }
    }
}

/// <summary>Never logged: it has no text of its own.</summary>
internal sealed class BearerToken(string value, DateTimeOffset expiresAt)
{
    public string Value => value;

    public DateTimeOffset ExpiresAt => expiresAt;
}

/// <summary>No token could be had, so nothing was sent. Its message never holds a secret.</summary>
internal sealed class TokenException(string message, Exception? inner = null) : Exception(message, inner);
