using System.Globalization;

namespace MentorBot.Bench;

/// <summary>The same load on the floor and on the service, three rounds, CPU from /proc; the ratio within a round is what counts.</summary>
internal static class Comparison
{
    private const int Rounds = 3;
    private const int People = 16;

    public static async Task<int> RunAsync(string service, int turns)
    {
        Console.WriteLine($"{turns} text turns of {People} people a round, after a warm-up of as many");
        Console.WriteLine("round   floor ms/turn   MentorBot ms/turn   ratio");
        var ratios = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var floor = await MeasureAsync([Environment.ProcessPath!, "floor"], turns, picksPeople: false);
            var ours = await MeasureAsync(["dotnet", Path.GetFullPath(service), "--urls"], turns, picksPeople: true);
            ratios.Add(ours / floor);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round,5}   {floor,13:0.000}   {ours,17:0.000}   {ours / floor,5:0.0}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median ratio {ratios.Order().ElementAt(Rounds / 2):0.0}: one durable coached text turn against one bare durable POST"));
        return 0;
    }

    /// <returns>CPU milliseconds of the server per turn, answer included.</returns>
    private static async Task<double> MeasureAsync(string[] command, int turns, bool picksPeople)
    {
        await using var server = await Server.StartAsync(command, Roster());
        var load = new Load(server.Url, People, picksPeople);
        await load.RunAsync(turns);
        var before = server.CpuMilliseconds();
        await load.RunAsync(turns);
        return (server.CpuMilliseconds() - before) / turns;
    }

    private static string Roster() =>
        "organisation: { name: Bench, locale: fr }\npeople:\n" + string.Concat(Enumerable.Range(0, People).Select(i => $"  - {{ id: p{i}, name: Bench {i}, roles: [member] }}\n"));
}
