using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>
/// The keys of one metadata document: read when first needed, read again behind the requests after half a day and before any answer after a day,
/// once more for a key id that is not there but at most every five minutes, by one request at a time. A failed reading leaves the old keys, for five days at the most.
/// Source: facts/bot-framework.md 2.4.
/// </summary>
internal sealed class KeyCache(string metadata, HttpClient http, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private static readonly TimeSpan Stale = TimeSpan.FromHours(24);
    private static readonly TimeSpan Dead = TimeSpan.FromDays(5);
    private static readonly TimeSpan BetweenForced = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(5);
    private const int QuickTries = 3;

    private readonly Lock _gate = new();
    private PublishedKeys? _keys;
    private Task _reading = Task.CompletedTask;
    private DateTimeOffset _forcedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private int _failures;

    /// <returns>The document's keys; null while none could be read.</returns>
    public ValueTask<PublishedKeys?> CurrentAsync(CancellationToken cancellationToken)
    {
        var keys = Volatile.Read(ref _keys);
        var age = keys is null ? Dead : time.GetUtcNow() - keys.At;
        if (age < Fresh)
        {
            return new(keys);
        }

        var reading = Read(forced: false);
        return age < Stale ? new(keys) : AfterAsync(reading, cancellationToken);
    }

    /// <summary>For a key id that the current keys do not have.</summary>
    public async ValueTask<PublishedKeys?> AgainAsync(CancellationToken cancellationToken) => await AfterAsync(Read(forced: true), cancellationToken);

    private async ValueTask<PublishedKeys?> AfterAsync(Task reading, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        var keys = Volatile.Read(ref _keys);
        return keys is not null && time.GetUtcNow() - keys.At < Dead ? keys : null;
    }

    /// <returns>The reading under way, or a new one where one is due; never faulted.</returns>
    private Task Read(bool forced)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_reading.IsCompleted || now < _notBefore || (forced && now < _forcedAt + BetweenForced))
            {
                return _reading;
            }

            _forcedAt = forced ? now : _forcedAt;

            // Apart from the request that started it: whoever hangs up does not end the reading for the others.
            return _reading = Task.Run(ReadAsync, CancellationToken.None);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(ReadLimit);
            var document = OpenIdConnectConfiguration.Create(await http.GetStringAsync(new Uri(metadata), limit.Token));
            var set = new JsonWebKeySet(await http.GetStringAsync(AddressOf(document), limit.Token));
            var byId = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
            foreach (var key in set.Keys.Select(SigningKey.From).OfType<SigningKey>())
            {
                byId[key.Key.KeyId] = key;
            }

            if (byId.Count == 0)
            {
                throw new InvalidDataException("The document holds no RSA key that signs.");
            }

            lock (_gate)
            {
                _failures = 0;
                Volatile.Write(ref _keys, new PublishedKeys(document.Issuer ?? "", byId.ToFrozenDictionary(StringComparer.Ordinal), time.GetUtcNow()));
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or ArgumentException or InvalidDataException or JsonException or UriFormatException or SecurityTokenException)
        {
            lock (_gate)
            {
                // The first tries may follow at once; then strangers' tokens must not make us hammer a server that is down.
                _failures = Math.Min(_failures + 1, QuickTries + 5);
                _notBefore = _failures <= QuickTries ? _notBefore : time.GetUtcNow() + TimeSpan.FromSeconds(1 << (_failures - QuickTries));
            }

            Log.NoKeys(logger, new Uri(metadata).Host, e.GetType().Name);
        }
    }

    /// <summary>The address of the keys; a document read over https may not send us to plain http.</summary>
    private Uri AddressOf(OpenIdConnectConfiguration document) =>
        Uri.TryCreate(document.JwksUri, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && metadata.StartsWith("http:", StringComparison.OrdinalIgnoreCase)))
            ? address
            : throw new InvalidDataException("The document names no usable address of keys.");
}
