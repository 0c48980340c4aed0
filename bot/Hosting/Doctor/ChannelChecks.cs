using System.Net;
using System.Net.NetworkInformation;
using MentorBot.Channels.BotFramework;
using MentorBot.Hosting.Commands;

namespace MentorBot.Hosting;

/// <summary>How people reach the mentor.</summary>
internal static class ChannelChecks
{
    public static IEnumerable<DoctorCheck> Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var teams = SettingsChecks.TryRead<BotFrameworkOptions>(configuration, BotFrameworkOptions.Section) is { HasApp: true };
        yield return environment.IsDevelopment()
            ? new DoctorCheck("channels", DoctorState.Ok, teams ? "web, terminal, Teams" : "web, terminal", "the web chat is open on this machine, where one picks a person of the roster")
            : teams ? new DoctorCheck("channels", DoctorState.Ok, "Teams, web", "the web pages open in Teams' own tab, with Teams' sign-in")
            : new DoctorCheck("channels", DoctorState.Warning, "web", "outside Development the web pages are off: one signs in to them through Teams, which is not set up", "set BotFramework:AppId and Hosting:PublicUrl, or use 'chat --as'");
        if (teams && !environment.IsDevelopment() && SettingsChecks.TryRead<HostingOptions>(configuration, HostingOptions.Section) is { PublicUrl.Length: 0 })
        {
            yield return new DoctorCheck("channels", DoctorState.Warning, "Hosting:PublicUrl", "it is empty: tokens for api://host/app and pages behind a proxy are refused", "write the address that the Teams manifest names, such as https://mentorbot.example.com");
        }

        // This build has no such channel yet.
        if (configuration.GetSection("Slack").Exists())
        {
            yield return new DoctorCheck("channels", DoctorState.Warning, "Slack", "it is set, but this build has no such channel yet", "nobody is reached there; remove the section if that surprises you");
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
