using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MentorBot.Bench;

/// <summary>One server process on a free port of loopback and a folder of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private Server(Process process, string folder, Uri url)
    {
        _process = process;
        _folder = folder;
        Url = url;
    }

    public Uri Url { get; }

    public static async Task<Server> StartAsync(string[] command, string roster, IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("mentorbot-bench-").FullName;
        var file = Path.Combine(folder, "roster.yaml");
        await File.WriteAllTextAsync(file, roster);
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo(command[0], [.. command[1..], url.GetLeftPart(UriPartial.Authority)]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["People__Roster"] = file;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = url };
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await http.GetAsync("/health/live")).EnsureSuccessStatusCode();
                return new Server(process, folder, url);
            }
            catch (HttpRequestException) when (tries < 600 && !process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    public double CpuMilliseconds()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
