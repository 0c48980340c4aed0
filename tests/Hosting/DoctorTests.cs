using System.Text.Json;
using MentorBot.Hosting;
using MentorBot.Messages;
using MentorBot.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace MentorBot.Tests.Hosting;

public sealed class DoctorTests : IDisposable
{
    private const string Secret = "Zerbinette";

    private readonly string _folder = Directory.CreateTempSubdirectory("doctor-").FullName;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Where_all_is_well_nothing_has_failed_and_nothing_is_to_be_done(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine, Token);
        using (var database = test.Open())
        {
            await database.MigrateAsync(Token);
        }

        var checks = await ExamineAsync(Environments.Development, test.Settings());

        Assert.Equal(["settings", "data", "keys", "storage", "deliveries", "prompts", "roster", "channels", "address", "clock"], checks.Select(c => c.Name));
        Assert.All(checks.Where(c => c.Name is not "address"), c => Assert.Equal((DoctorState.Ok, null), (c.State, c.Fix)));
        Assert.Contains("schema is current", Of(checks, "storage").What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_changes_nothing()
    {
        await ExamineAsync(Environments.Development, new() { ["Hosting:DataFolder"] = Path.Combine(_folder, "data") });
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task An_older_schema_keeps_a_production_service_on_PostgreSQL_from_starting()
    {
        await using var test = await TestDatabase.CreateAsync(TestDatabase.Postgres, Token);
        var storage = Of(await ExamineAsync(Environments.Production, test.Settings()), "storage");
        Assert.Equal(DoctorState.Failed, storage.State);
        Assert.Contains("'migrate'", storage.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres", "Host=127.0.0.1;Port=1;Username=u;Password=" + Secret, "does not answer")]
    [InlineData("postgres", "Host=127.0.0.1;" + Secret, "cannot be read")]
    [InlineData("postgres", "", "no connection string")]
    [InlineData("sqlite", "Data Source=x;" + Secret + "=1", "cannot be read")]
    [InlineData("oracle", "", "must be 'sqlite' or 'postgres'")]
    public async Task A_database_that_cannot_be_used_is_named_without_its_secrets(string engine, string connection, string what)
    {
        var checks = await ExamineAsync(Environments.Development, new()
        {
            ["Storage:Engine"] = engine,
            ["Storage:ConnectionString"] = connection,
            ["Slack:BotToken"] = Secret,
            ["BotFramework:ClientSecret"] = Secret,
            ["Readouts:MaxUploadMb"] = Secret,
        });
        Assert.Contains(checks, c => c.State == DoctorState.Failed && c.What.Contains(what, StringComparison.Ordinal) && c.Fix is not null);
        Assert.Contains(checks, c => c is { State: DoctorState.Failed, Where: "Readouts" });
        Assert.DoesNotContain(checks, c => c.ToString().Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        var file = Path.Combine(_folder, "mentorbot.db");
        await File.WriteAllTextAsync(file, new string('x', 5000), Token);
        var storage = Of(await ExamineAsync(Environments.Development, new() { ["Hosting:DataFolder"] = _folder }), "storage");
        Assert.Equal((DoctorState.Failed, file), (storage.State, storage.Where));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_cannot_be_written()
    {
        var file = Path.Combine(_folder, "data");
        await File.WriteAllTextAsync(file, "", Token);
        var data = Of(await ExamineAsync(Environments.Development, new() { ["Hosting:DataFolder"] = file }), "data");
        Assert.Equal((DoctorState.Failed, file), (data.State, data.Where));
        Assert.Contains("Hosting:DataFolder", data.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("organisation: {name: X}\npeople:\n  - {id: a, name: A, roles: [queen]}\n", DoctorState.Failed, "line 3")]
    [InlineData("organisation: {name: X, colour: red}\npeople:\n  - {id: a, name: A, roles: [member]}\n", DoctorState.Warning, "'colour'")]
    [InlineData("organisation: {name: X}\npeople:\n  - {id: a, name: A, roles: [member]}\n", DoctorState.Ok, "1 person in 1 organisation")]
    public async Task A_roster_is_read_and_its_mistake_named(string roster, object state, string what)
    {
        var file = Path.Combine(_folder, "roster.yaml");
        await File.WriteAllTextAsync(file, roster, Token);
        var check = Of(await ExamineAsync(Environments.Production, new() { ["People:Roster"] = file }), "roster");
        Assert.Equal((state, file), (check.State, check.Where));
        Assert.Contains(what, check.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_without_a_roster_would_not_start() =>
        Assert.Equal((DoctorState.Failed, "People:Roster"), Of(await ExamineAsync(Environments.Production, []), "roster") is var r ? (r.State, r.Where) : default);

    [Fact]
    public async Task A_misspelt_setting_and_an_unknown_loop_are_named()
    {
        var checks = await ExamineAsync(Environments.Development, new() { ["Storage:Engin"] = Secret, ["Runs"] = "web,clockz" });
        Assert.Contains(checks, c => c is { State: DoctorState.Warning, Where: "Storage:Engin" } && c.Fix!.Contains("Engine", StringComparison.Ordinal));
        Assert.Contains(checks, c => c is { State: DoctorState.Failed, Where: "Runs" } && c.What.Contains("clockz", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clock_apart_from_the_databases_is_warned_about()
    {
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(DoctorState.Ok, ClockCheck.Of(now, now.AddSeconds(-20)).State);
        Assert.Equal(DoctorState.Warning, ClockCheck.Of(now, now.AddMinutes(2)).State);
        Assert.Equal(DoctorState.Warning, ClockCheck.Of(new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero), null).State);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static DoctorCheck Of(IReadOnlyList<DoctorCheck> checks, string name) => checks.First(c => c.Name == name);

    private Task<IReadOnlyList<DoctorCheck>> ExamineAsync(string environment, Dictionary<string, string?> settings)
    {
        settings.TryAdd("Hosting:DataFolder", _folder);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        return new Doctor(builder.Configuration, builder.Environment, PromptsFolder.BesideTheBinary, TimeProvider.System).ExamineAsync(Token);
    }
}
