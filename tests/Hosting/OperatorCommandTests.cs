using System.Text.Json;
using MentorBot.Tests.Coaching;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;

namespace MentorBot.Tests.Hosting;

/// <summary>The operator's commands as typed: exit code, stdout, stderr. They read their settings from the environment, which is the process's own.</summary>
[Collection(CommandRun.Name)]
public sealed class OperatorCommandTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Fact]
    public async Task Doctor_prints_a_line_for_each_thing_and_ends_with_0_when_nothing_has_failed()
    {
        await using var test = await TestDatabase.CreateAsync(TestDatabase.Sqlite, TestMentor.Token);
        using var settings = new Settings(test);
        var (exit, stdout, stderr) = await CommandRun.OfAsync("doctor");
        Assert.Equal((0, ""), (exit, stderr));
        Assert.All(stdout.TrimEnd().Split('\n'), line => Assert.Matches("^(ok|warning) +[a-z]+ +.+: .+$", line));
    }

    [Fact]
    public async Task Doctor_ends_with_1_and_says_how_many_things_have_failed()
    {
        await using var test = await TestDatabase.CreateAsync(TestDatabase.Sqlite, TestMentor.Token);
        using var settings = new Settings(test, ("People__Roster", "/nowhere/at/all"));
        var (exit, stdout, stderr) = await CommandRun.OfAsync("doctor");
        Assert.Equal(1, exit);
        Assert.Single(stdout.Split('\n'), l => l.StartsWith("failed", StringComparison.Ordinal));
        Assert.StartsWith("One thing", stderr, StringComparison.Ordinal);

        (exit, stdout, stderr) = await CommandRun.OfAsync("doctor", "--json");
        using var json = JsonDocument.Parse(stdout);
        Assert.Equal((1, "", false), (exit, stderr, json.RootElement.GetProperty("fine").GetBoolean()));
        Assert.Contains(json.RootElement.GetProperty("checks").EnumerateArray(), c => c.GetProperty("state").GetString() == "failed" && c.GetProperty("where").GetString() == "/nowhere/at/all");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_person_is_exported_as_one_JSON_object_and_erased_with_a_clear_sentence(string engine)
    {
        var test = await TestDatabase.CreateAsync(engine, TestMentor.Token);
        await using var mentor = await TestMentor.StartAsync(engine, on: test);
        await (await Talking.StartAsync(mentor, "lea", "fr", "vous")).TypeAsync("300 € dépensés, 4 ventes");
        using var settings = new Settings(test);

        var (exit, stdout, stderr) = await CommandRun.OfAsync("person", "export", "lea");
        Assert.Equal((0, ""), (exit, stderr));
        using (var json = JsonDocument.Parse(stdout))
        {
            Assert.Equal("300 € dépensés, 4 ventes", json.RootElement.GetProperty("kept").GetProperty("inbox")[0].GetProperty("content").GetProperty("text").GetString());
        }

        (exit, stdout, stderr) = await CommandRun.OfAsync("person", "erase", "LEA");
        Assert.Equal((0, ""), (exit, stderr));
        Assert.StartsWith("Erased what was kept about lea", stdout, StringComparison.Ordinal);

        (_, stdout, _) = await CommandRun.OfAsync("person", "export", "lea");
        using var after = JsonDocument.Parse(stdout);
        Assert.Equal(["people"], after.RootElement.GetProperty("kept").EnumerateObject().Where(t => t.Value.GetArrayLength() > 0).Select(t => t.Name));
    }

    [Theory]
    [InlineData("export")]
    [InlineData("erase")]
    public async Task An_unknown_person_is_refused_with_the_known_ones_and_nothing_on_stdout(string command)
    {
        await using var test = await TestDatabase.CreateAsync(TestDatabase.Sqlite, TestMentor.Token);
        using var settings = new Settings(test);
        var (exit, stdout, stderr) = await CommandRun.OfAsync("person", command, "nobody");
        Assert.Equal((1, ""), (exit, stdout));
        Assert.StartsWith("Nobody with the id 'nobody' is known. Known: lea,", stderr, StringComparison.Ordinal);
    }

    /// <summary>Environment variables for as long as a test runs.</summary>
    private sealed class Settings : IDisposable
    {
        private readonly Dictionary<string, string?> _before = [];

        public Settings(TestDatabase database, params (string Name, string Value)[] more)
        {
            foreach (var (name, value) in database.Settings().Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value)).Append(("DOTNET_ENVIRONMENT", "Development")).Concat(more.Select(m => (m.Name, (string?)m.Value))))
            {
                _before[name] = Environment.GetEnvironmentVariable(name);
                Environment.SetEnvironmentVariable(name, value);
            }
        }

        public void Dispose()
        {
            foreach (var (name, value) in _before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }
}
