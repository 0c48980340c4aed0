using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MentorBot.Storage;

namespace MentorBot.Tests.Drivers;

/// <summary>The real service in its own process, on a data folder and a port of its own. Can be killed at any moment and started again on the same ones.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly List<string> _output = [];
    private readonly int _port;
    private Process? _process;

    private ServiceProcess(IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        _port = FreePort();
        Folder = Directory.CreateTempSubdirectory("mentorbot-test-").FullName;
    }

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    /// <summary>The working folder; the data is in "data" below it.</summary>
    public string Folder { get; }

    /// <summary>The embedded database of this service, opened beside it. Only where the settings left the engine at SQLite.</summary>
    public Database OpenDatabase() => Database.Sqlite(Path.Combine(Folder, "data", "mentorbot.db"));

    /// <summary>What the process has written so far, for a failure's message.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join(Environment.NewLine, _output.TakeLast(200));
            }
        }
    }

    /// <param name="settings">Environment variables, such as <c>Storage__Engine</c>.</param>
    /// <returns>Once it answers that it is alive.</returns>
    public static async Task<ServiceProcess> StartAsync(CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? settings = null)
    {
        var service = new ServiceProcess(settings ?? new Dictionary<string, string>());
        try
        {
            await service.StartAgainAsync(cancellationToken);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>kill -9: nothing gets a chance to finish.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }
    }

    /// <summary>Starts on the same data and the same port.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not come up in time; the message carries what it wrote.</exception>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        _process = Launch();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (!await IsLiveAsync(limit.Token))
        {
            if (_process.HasExited || limit.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new InvalidOperationException($"The service did not come up.{Environment.NewLine}{Output}");
            }

            await Task.Delay(40, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private Process Launch()
    {
        var start = new ProcessStartInfo("dotnet", [Binary(), "--urls", Url]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.Add(line ?? "");
        }
    }

    private async Task<bool> IsLiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Url + "/health/live"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The service as built, from its own project's output: that is where its static files are found.</summary>
    private static string Binary()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(tests.Parent!.Parent!.Parent!.Parent!.FullName, "bot", "bin", tests.Parent.Name, tests.Name, "MentorBot.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("Build the service first.", path);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
