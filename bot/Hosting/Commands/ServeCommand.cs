using System.CommandLine;
using System.Net.Sockets;

namespace MentorBot.Hosting.Commands;

/// <summary>The service itself.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:3978";

    public static void AddTo(RootCommand root)
    {
        var urls = new Option<string?>("--urls") { Description = $"Where to listen; {DefaultUrl} by default." };
        root.Options.Add(urls);
        root.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(urls), cancellationToken));
    }

    /// <summary>Where it listens; several are parted by semicolons.</summary>
    internal static string Address(string? urls) => urls ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? DefaultUrl;

    private static async Task<int> RunAsync(string? urls, CancellationToken cancellationToken)
    {
        var address = Address(urls);
        Console.WriteLine($"MentorBot is starting. Open {address} in a browser; Ctrl+C stops it.");
        await using var app = Service.Build(address);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            throw new StartRefused($"{address} is taken by another program. Stop that one, or start here with another port: --urls http://127.0.0.1:3979", e);
        }

        Console.WriteLine($"MentorBot is ready at {string.Join(", ", app.Urls)}");
        await app.WaitForShutdownAsync(cancellationToken);
        return CommandLine.Fine;
    }
}
