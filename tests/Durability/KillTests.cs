using System.Globalization;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;

namespace MentorBot.Tests.Durability;

/// <summary>
/// kill -9 at random moments, while people talk: no event is lost, no message appears twice, every flow goes on at its step.
/// 8 kills on each engine here; <c>infra/kills.sh 50</c> does 50.
/// </summary>
public sealed class KillTests
{
    private const int Talking = 3;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Whatever_moment_the_process_is_killed_at_the_talks_go_on_as_if_nothing_had_happened(string engine)
    {
        var token = TestContext.Current.CancellationToken;
        var kills = Number("MENTORBOT_KILLS", 8);
        var seed = Number("MENTORBOT_KILL_SEED", Random.Shared.Next(1, 1_000_000));
        TestContext.Current.SendDiagnosticMessage("{0} kills on {1}, seed {2} (MENTORBOT_KILL_SEED repeats it)", kills, engine, seed);
        await using var database = await TestDatabase.CreateAsync(engine, token);
        var roster = Path.Combine(database.Folder, "roster.yaml");
        await File.WriteAllTextAsync(roster, Roster(people: 4 + (kills * 6)), token);
        await using var service = await ServiceProcess.StartAsync(token, Settings(database, roster));
        var url = new Uri(service.Url);

        IReadOnlyList<string> expected;
        using (var undisturbed = new KilledTalk(url, "p0", "Prénom0"))
        {
            expected = await undisturbed.RunAsync(null, token);
        }

        using var killing = new CancellationTokenSource();
        var next = 0;
        var finished = 0;
        var talks = Enumerable.Range(0, Talking).Select(_ => Task.Run(
            async () =>
            {
                while (!killing.IsCancellationRequested)
                {
                    var n = Interlocked.Increment(ref next);
                    using var talk = new KilledTalk(url, $"p{n}", $"Prénom{n}");
                    await talk.RunAsync(expected, token);
                    Interlocked.Increment(ref finished);
                }
            },
            token)).ToArray();

        var random = new Random(seed);
        for (var i = 0; i < kills && !talks.Any(t => t.IsFaulted); i++)
        {
            await Task.Delay(random.Next(20, 2000), token);
            await service.KillAsync();
            await service.StartAgainAsync(token);
        }

        await killing.CancelAsync();
        try
        {
            await Task.WhenAll(talks);
        }
        catch
        {
            TestContext.Current.SendDiagnosticMessage("{0}", service.Output);
            throw;
        }

        Assert.True(finished >= Talking);
    }

    private static Dictionary<string, string> Settings(TestDatabase database, string roster)
    {
        var settings = new Dictionary<string, string> { ["People__Roster"] = roster };
        if (database.Engine == TestDatabase.Postgres)
        {
            settings["Storage__Engine"] = "postgres";
            settings["Storage__ConnectionString"] = database.ConnectionString;
        }

        return settings;
    }

    private static string Roster(int people) =>
        "organisation: { name: Essai, locale: fr }\npeople:\n" + string.Join('\n', Enumerable.Range(0, people).Select(i => $"  - {{ id: p{i}, name: Prénom{i}, roles: [member] }}")) + "\n";

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : otherwise;
}
