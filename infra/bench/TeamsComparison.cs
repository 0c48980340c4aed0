using System.Globalization;

namespace MentorBot.Bench;

/// <summary>
/// A coached turn on Teams, from the POST to the reply at the connector, beside the same on the floor (one durable write, one reply) and on the SDK's echo bot, which keeps nothing.
/// All three in every round, so that a noisy while hits them alike: the ratio within a round is what counts.
/// </summary>
internal static class TeamsComparison
{
    private const int People = 8;
    private const int WarmUp = 2000;

    /// <summary>People are enrolled as they write; the pace of sending is not what is measured.</summary>
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["People__Unknown"] = "enrol",
        ["People__Workspaces__0"] = "perf",
        ["Deliveries__Rates__BotFramework__ConversationPerSecond"] = "1000",
        ["Deliveries__Rates__BotFramework__ConversationPerTwoSeconds"] = "1000",
        ["Deliveries__Rates__BotFramework__ConversationPerHalfMinute"] = "10000",
        ["Deliveries__Rates__BotFramework__ConversationPerHour"] = "100000",
        ["Deliveries__Rates__BotFramework__TenantPerSecond"] = "10000",
        ["NODE_ENV"] = "production",
    };

    /// <param name="service">MentorBot's dll, or its executable.</param>
    /// <param name="echo">The script of the echo bot.</param>
    public static async Task<int> RunAsync(string service, string echo, int turns, int rounds)
    {
        Console.WriteLine($"{turns} turns of {People} people after {WarmUp}; CPU seconds per 10,000 turns");
        Console.WriteLine("round    floor     echo   MentorBot   x echo");
        var path = Path.GetFullPath(service);
        string[] ours = path.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", path, "--urls"] : [path, "--urls"];
        var ratios = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            var floor = await MeasureAsync([Environment.ProcessPath!, "floor"], turns);
            var sdk = await MeasureAsync(["node", Path.GetFullPath(echo)], turns);
            var mentor = await MeasureAsync(ours, turns);
            ratios.Add(mentor / sdk);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round,5}   {floor,6:0.00}   {sdk,6:0.00}   {mentor,9:0.00}   {mentor / sdk,6:0.00}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {ratios.Order().ElementAt(rounds / 2):0.00} times the echo bot on npm botbuilder"));
        return 0;
    }

    /// <returns>CPU seconds of the server per 10,000 turns.</returns>
    private static async Task<double> MeasureAsync(string[] command, int turns)
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var server = await Server.StartAsync(command, "organisation: { name: Bench, locale: en }\npeople:\n  - { id: p0, name: Nobody, roles: [member] }\n", Settings);
        using var talks = new TeamsTalks(server.Url, connector, People);
        await talks.RunAsync(WarmUp);
        var before = server.CpuMilliseconds();
        await talks.RunAsync(turns);
        return (server.CpuMilliseconds() - before) / turns * 10;
    }
}
