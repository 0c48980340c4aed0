using System.Diagnostics;
using System.Globalization;

namespace MentorBot.Bench;

/// <summary>What one process cost until its end.</summary>
/// <param name="CpuSeconds">User and system, all threads.</param>
/// <param name="PeakMb">Most resident memory it had at once, as the kernel counts it (VmHWM).</param>
internal sealed record Measured(double CpuSeconds, double PeakMb)
{
    /// <summary>Linux says what a process cost only while it lives; it is watched, and the last look before its end counts.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <exception cref="InvalidOperationException">The process failed; nothing was measured.</exception>
    public static Measured Run(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var (cpu, peak) = (0.0, 0.0);
        while (!process.WaitForExit(Look))
        {
            try
            {
                process.Refresh();
                cpu = Math.Max(cpu, process.TotalProcessorTime.TotalSeconds);
                peak = Math.Max(peak, PeakOf(process.Id));
            }
            catch (Exception e) when (e is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
            {
                // It ended between two lines.
            }
        }

        process.WaitForExit();
        return process.ExitCode == 0 && output.Result.Length > 0
            ? new Measured(cpu, peak)
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }

    private static double PeakOf(int process)
    {
        foreach (var line in File.ReadLines($"/proc/{process}/status"))
        {
            if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
            {
                return double.Parse(line.AsSpan(6, line.Length - 8), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) / 1024;
            }
        }

        return 0;
    }
}
