namespace MentorBot.Channels.BotFramework.Authentication;

/// <summary>
/// Which service URLs may be called at all: the cloud's own and those that the settings add, over https; this machine over http in Development. Nothing is kept of an
/// activity that names another one, and no token leaves for one. Source: facts/bot-framework.md, section 9 point 3.
/// </summary>
internal sealed class ServiceHosts(BotFrameworkOptions options, bool development)
{
    private readonly string[] _hosts = [.. Cloud.Of(options).ServiceHosts, .. options.AllowedServiceHosts];

    public bool Allows(string serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || url.UserInfo.Length > 0)
        {
            return false;
        }

        if (development && url.IsLoopback && url.Scheme is "http" or "https")
        {
            return true;
        }

        // IdnHost: what looks like an allowed name in other letters is compared as the name it is.
        return url is { Scheme: "https", IsDefaultPort: true, HostNameType: UriHostNameType.Dns } && _hosts.Any(h => Matches(h, url.IdnHost));
    }

    private static bool Matches(string allowed, string host) =>
        allowed.StartsWith("*.", StringComparison.Ordinal) ? host.Length > allowed.Length - 1 && host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
