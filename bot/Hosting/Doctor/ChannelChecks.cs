using System.Net;
using System.Net.NetworkInformation;
using MentorBot.Hosting.Commands;

namespace MentorBot.Hosting;

/// <summary>How people reach the mentor.</summary>
internal static class ChannelChecks
{
    /// <summary>Sections of channels that this build does not have yet.</summary>
    private static readonly string[] Later = ["Slack", "BotFramework"];

    public static IEnumerable<DoctorCheck> Of(IConfiguration configuration, IHostEnvironment environment)
    {
        yield return environment.IsDevelopment()
            ? new DoctorCheck("channels", DoctorState.Ok, "web, terminal", "the web chat is open on this machine, where one picks a person of the roster")
            : new DoctorCheck("channels", DoctorState.Warning, "web", "outside Development the web pages are off: this build has no sign-in yet", "use 'chat --as' or Development on this machine");
        foreach (var section in Later.Where(s => configuration.GetSection(s).Exists()))
        {
            yield return new DoctorCheck("channels", DoctorState.Warning, section, "it is set, but this build has no such channel yet", "nobody is reached there; remove the section if that surprises you");
        }

        var address = ServeCommand.Address(null);
        foreach (var url in address.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return !Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var parsed)
                ? new DoctorCheck("address", DoctorState.Failed, "ASPNETCORE_URLS", "it is no address", "write one such as http://127.0.0.1:3978")
                : IsTaken(parsed.Port) ? new DoctorCheck("address", DoctorState.Warning, url, "something listens there already: the service itself, or another program", "if it is another program, start with --urls and another port")
                : new DoctorCheck("address", DoctorState.Ok, url, "it is free");
        }
    }

    private static bool IsTaken(int port) => port > 0 && IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(e => e.Port == port && (IPAddress.IsLoopback(e.Address) || e.Address.Equals(IPAddress.Any) || e.Address.Equals(IPAddress.IPv6Any)));
}
