using System.Globalization;

namespace MentorBot.Bench;

/// <summary>One reading of a large export, start of the process included, beside eight passes of DuckDB over the same file.</summary>
internal static class ReadingComparison
{
    private const int Rounds = 3;
    private const int Passes = 8;
    private const double MostMb = 300;

    public static int Run(string service, int rows)
    {
        var folder = Directory.CreateTempSubdirectory("mentorbot-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "export.csv");
            AdExport.Write(file, rows);
            Say($"{rows} rows, {new FileInfo(file).Length / 1e6:0.0} MB; CPU is user and system of the whole process; DuckDB makes {Passes} passes");
            Say($"round   MentorBot s   peak MB   DuckDB 1 thread s   peak MB   ratio   DuckDB default s   peak MB   ratio");
            var measured = Enumerable.Range(1, Rounds).Select(round => Round(round, service, file)).ToList();
            var (memory, ratio) = (measured.Max(m => m.PeakMb), measured.Select(m => m.Ratio).Order().ElementAt(Rounds / 2));
            Say($"peak memory {memory:0} MB of {MostMb:0} MB; median CPU ratio {ratio:0.00} against the cheaper DuckDB: one reading against {Passes} passes");
            return memory < MostMb && ratio <= 1 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (double PeakMb, double Ratio) Round(int round, string service, string file)
    {
        var ours = Measured.Run(["dotnet", Path.GetFullPath(service), "readout", file, "--json", "--max-mb", "2000"]);
        var single = Duck(file, threads: 1);
        var wide = Duck(file, threads: 0);
        Say($"{round,5}   {ours.CpuSeconds,11:0.00}   {ours.PeakMb,7:0}   {single.CpuSeconds,17:0.00}   {single.PeakMb,7:0}   {ours.CpuSeconds / single.CpuSeconds,5:0.00}   {wide.CpuSeconds,16:0.00}   {wide.PeakMb,7:0}   {ours.CpuSeconds / wide.CpuSeconds,5:0.00}");
        return (ours.PeakMb, ours.CpuSeconds / Math.Min(single.CpuSeconds, wide.CpuSeconds));
    }

    private static Measured Duck(string file, int threads) =>
        Measured.Run([Environment.ProcessPath!, "duck", file, Passes.ToString(CultureInfo.InvariantCulture), threads.ToString(CultureInfo.InvariantCulture)]);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
