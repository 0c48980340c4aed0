using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace MentorBot.Bench;

/// <summary>
/// CPU of one reading of a test: the whole of what `offer read` computes (split, comparison, looks, chances, what settles a tie), without the start of a process and its words. The service is loaded as it was
/// built and called inside this process, over and over, since a single reading is far below what a process's own clock can tell.
/// </summary>
internal static class StatisticsCost
{
    private const int Rounds = 5;
    private const int Readings = 400;
    private const double MostMs = 5;
    private const double MostTimes = 5;

    private static readonly double[] Sizes = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    public static int Run(string service)
    {
        var calls = new OfferCalls(Assembly.LoadFrom(Path.GetFullPath(service)));
        var first = Milliseconds(() => calls.Read(1e4, arms: 2, looks: 10));
        Say($"the first reading of a process, compiling included: {first:0.0} ms of CPU");
        Say($"people per arm   2 arms ms   2 arms, 10 looks ms   5 arms ms");
        var rows = Sizes.Select(users => Row(calls, users)).ToList();
        var most = rows.Max(r => Math.Max(r.Peeked, Math.Max(r.Two, r.Five)));
        var times = rows[^1].Two / rows[0].Two;
        Say($"the dearest reading {most:0.000} ms of {MostMs:0} ms; {Sizes[^1]:0e0} people against {Sizes[0]:0e0}: {times:0.00} times the work");
        return most <= MostMs && times <= MostTimes ? 0 : 1;
    }

    private static (double Two, double Peeked, double Five) Row(OfferCalls calls, double users)
    {
        var (two, peeked, five) = (Median(() => calls.Read(users, 2, 1)), Median(() => calls.Read(users, 2, 10)), Median(() => calls.Read(users, 5, 1)));
        Say($"{users,14:0e0}   {two,9:0.000}   {peeked,19:0.000}   {five,9:0.000}");
        return (two, peeked, five);
    }

    /// <summary>Milliseconds of CPU of one call: the median of the rounds, after one for the compiler.</summary>
    private static double Median(Action read) => Enumerable.Range(0, Rounds + 1).Select(_ => Round(read)).Skip(1).Order().ElementAt(Rounds / 2);

    private static double Round(Action read) => Milliseconds(() =>
    {
        for (var i = 0; i < Readings; i++)
        {
            read();
        }
    }) / Readings;

    private static double Milliseconds(Action work)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        work();
        self.Refresh();
        return (self.TotalProcessorTime - before).TotalMilliseconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
