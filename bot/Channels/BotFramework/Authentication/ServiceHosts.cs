using System.Globalization;
using System.Net;

namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>Which service URLs may be called at all. Asked before anything of an activity is stored and before any token is sent. Source: facts/bot-framework.md 9.3.</summary>
/// <param name="development">Loopback may then be a service URL.</param>
internal sealed class ServiceHosts(BotFrameworkOptions options, bool development)
{
    private readonly string[] _hosts = [.. Cloud.Of(options).ServiceHosts, .. options.AllowedServiceHosts];

    /// <returns>Whether <see cref="Refusal"/> has nothing against it.</returns>
    public bool Allows(string serviceUrl) => Refusal(serviceUrl) is null;

    /// <summary>
    /// https on its own port, to a host of the cloud's list or of <see cref="BotFrameworkOptions.AllowedServiceHosts"/>; "*.x" takes the subdomains of x, not x itself; "x:8443" allows another port.
    /// Addresses in numbers never match. Loopback, http and any port, only in Development.
    /// </summary>
    /// <returns>Null when it may be called; else one of <see cref="Reasons"/>.</returns>
    public string? Refusal(string? serviceUrl)
    {
        if (string.IsNullOrEmpty(serviceUrl))
        {
            return Reasons.NoServiceUrl;
        }

        if (!IsPlain(serviceUrl) || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp) || url.UserInfo.Length > 0)
        {
            return Reasons.BadServiceUrl;
        }

        if (IsLoopback(url))
        {
            return development ? null : Reasons.HostNotAllowed;
        }

        return url.Scheme == Uri.UriSchemeHttps && url.HostNameType == UriHostNameType.Dns && IsListed(url)
            ? null
            : Reasons.HostNotAllowed;
    }

    /// <summary>Whether every reader of the address reads the same: printable ASCII, and none of the signs that parsers disagree about or that would swallow the path we append.</summary>
    private static bool IsPlain(string url)
    {
        foreach (var c in url)
        {
            if (c is <= ' ' or > '~' or '\\' or '@' or '?' or '#')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLoopback(Uri url) =>
        url.HostNameType == UriHostNameType.Dns
            ? url.Host == "localhost"
            : IPAddress.TryParse(url.DnsSafeHost, out var address) && IPAddress.IsLoopback(address);

    private bool IsListed(Uri url)
    {
        foreach (var entry in _hosts)
        {
            if (Matches(url, entry))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(Uri url, ReadOnlySpan<char> entry)
    {
        var port = 443;
        if (entry.LastIndexOf(':') is var colon and >= 0)
        {
            if (!int.TryParse(entry[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port))
            {
                return false;
            }

            entry = entry[..colon];
        }

        var host = url.Host.AsSpan();
        return url.Port == port && (entry.StartsWith("*.")
            ? host.Length > entry.Length - 1 && host.EndsWith(entry[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(entry, StringComparison.OrdinalIgnoreCase));
    }
}
