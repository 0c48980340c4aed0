using System.Net;

namespace MentorBot.People;

/// <summary>The outside contract's loopback: only then may somebody say who they are without signing in.</summary>
internal static class Loopback
{
    /// <returns>True when the remote address and the Host header are loopback and nothing says that a proxy stands between.</returns>
    public static bool Reaches(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLoopbackHost(http.Request.Host.Host)
        && !http.Request.Headers.Keys.Any(h => h.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || h.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
