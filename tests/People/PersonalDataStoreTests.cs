using System.Text;
using System.Text.Json;
using MentorBot.Coaching;
using MentorBot.Deliveries;
using MentorBot.Hosting;
using MentorBot.Kpis;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using MentorBot.Tests.Coaching;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.People;

/// <summary>What is kept about a person, over every table that the rooms map.</summary>
public sealed class PersonalDataStoreTests
{
    private const string Secret = "Zerbinette";

    /// <summary>Ids of things, not of people. A new name of an id must be put here, or be one of <see cref="PersonalDataStore.PersonProperties"/>.</summary>
    private static readonly string[] OfThings = ["Id", "OrganisationId", "RunId", "DecisionId", "TestId", "FileId", "LeaseOwner"];

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Fact]
    public async Task Every_id_that_an_entity_carries_is_known_to_be_a_persons_or_not()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        await using var db = mentor.Database.Open();
        var unknown = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => (p.ClrType == typeof(Guid) || p.ClrType == typeof(Guid?)) && !OfThings.Contains(p.Name) && !PersonalDataStore.PersonProperties.Contains(p.Name))
            .Select(p => $"{p.DeclaringType.ShortName()}.{p.Name}: if it is a person's id, call it PersonId, so that it is exported and erased; else add its name to OfThings");
        Assert.Empty(unknown);
    }

    [Fact]
    public async Task Every_entity_with_a_persons_id_takes_part()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        await using var db = mentor.Database.Open();
        var carrying = db.Model.GetEntityTypes().Where(e => PersonalDataStore.PersonProperties.Any(p => e.FindProperty(p) is not null)).Select(e => e.ShortName());
        var covered = mentor.Get<PersonalDataStore>().Scan(db.Model).Select(s => s.Type.ShortName()).ToList();
        Assert.Empty(carrying.Append("Person").Except(covered));
        // What is not deleted but emptied names an entity that is mapped.
        Assert.All(mentor.Services.GetServices<IPersonalRows>(), r => Assert.Contains(r.Entity.Name, covered));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_export_holds_the_talk_the_decision_and_the_bytes_of_the_files(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        await DecideAsync(await Talking.StartAsync(mentor, "lea", "fr", "tu"));

        using var json = JsonDocument.Parse(await ActivatorUtilities.CreateInstance<PersonExport>(mentor.Services).OfAsync(await FindAsync(mentor, "lea"), TestMentor.Token));
        var kept = json.RootElement.GetProperty("kept");
        Assert.Contains(kept.GetProperty("inbox").EnumerateArray(), e => e.GetProperty("content").TryGetProperty("text", out var text) && text.GetString() == Secret + " baisse");
        Assert.Equal(1, kept.GetProperty("decisions").GetArrayLength());
        Assert.Equal("Closed", kept.GetProperty("flow_runs")[0].GetProperty("phase").GetString());
        var recap = kept.GetProperty("files").EnumerateArray().Single(f => f.GetProperty("mediaType").GetString() == "text/markdown");
        Assert.StartsWith("**", Encoding.UTF8.GetString(recap.GetProperty("content").GetBytesFromBase64()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task After_an_erasure_no_table_holds_the_person_and_the_others_keep_everything(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var (lea, hugo) = (await Talking.StartAsync(mentor, "lea", "fr", "tu"), await Talking.StartAsync(mentor, "hugo", "fr", "tu"));
        await DecideAsync(lea);
        await DecideAsync(hugo);
        await InboxAsUnknownAsync(mentor, lea);
        await NameAColumnAsync(mentor, lea);
        var others = await DumpAsync(mentor, hugo.Card.Id);
        var (runs, sent) = await CountsAsync(mentor);
        Assert.Contains(Secret, await DumpAsync(mentor, lea.Card.Id), StringComparison.Ordinal);

        // Once the roster has dropped them, the name goes too.
        await using (var db = mentor.Database.Open())
        {
            await db.Set<Person>().Where(p => p.Key == "lea").ExecuteUpdateAsync(p => p.SetProperty(x => x.Active, false), TestMentor.Token);
        }

        await mentor.Get<PersonalDataStore>().EraseAsync(await FindAsync(mentor, "lea"), TestMentor.Token);

        Assert.Equal("", await DumpAsync(mentor, lea.Card.Id));
        Assert.Equal(others, await DumpAsync(mentor, hugo.Card.Id));
        Assert.DoesNotContain("Fontaine", await DumpAsync(mentor, null), StringComparison.Ordinal);
        Assert.DoesNotContain("U0LEA", await DumpAsync(mentor, null), StringComparison.Ordinal);
        await using (var db = mentor.Database.Open())
        {
            Assert.Equal("Blorps", (await db.Set<ColumnMeaning>().SingleAsync(TestMentor.Token)).Header);
        }

        // How many runs there were and how many messages went out stays, and tells nothing of anybody.
        Assert.Equal((runs, sent), await CountsAsync(mentor));
        Assert.Empty(await mentor.Get<PersonalDataStore>().FindAsync("lea", TestMentor.Token));
    }

    [Fact]
    public async Task On_SQLite_the_bytes_themselves_are_gone()
    {
        var test = await TestDatabase.CreateAsync(TestDatabase.Sqlite, TestMentor.Token);
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite, on: test);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await talk.TypeAsync("300 € dépensés, 4 ventes");
        await talk.TypeAsync(Secret + " baisse");
        Assert.Contains(Secret, Bytes(test), StringComparison.Ordinal);

        await mentor.Get<PersonalDataStore>().EraseAsync(await FindAsync(mentor, "lea"), TestMentor.Token);

        Assert.DoesNotContain(Secret, Bytes(test), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Whom_the_roster_still_lists_is_greeted_as_on_the_first_day(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var talk = await Talking.StartAsync(mentor, "lea", "en", "tu");
        await talk.TypeAsync("300 euros spent, 4 sales");

        await mentor.Get<PersonalDataStore>().EraseAsync(await FindAsync(mentor, "lea"), TestMentor.Token);

        Assert.StartsWith("Bonjour Léa. Je suis votre mentor", await talk.OpenAsync(), StringComparison.Ordinal);
    }

    private static async Task<Person> FindAsync(TestMentor mentor, string key) => Assert.Single(await mentor.Get<PersonalDataStore>().FindAsync(key, TestMentor.Token));

    private static async Task DecideAsync(Talking talk)
    {
        await talk.FileAsync(Path.Combine(FlowTable.Prompts, "examples", "google-ads.fr.csv"));
        await talk.TypeAsync(Secret + " baisse");
        while (talk.Said.SelectMany(m => m.Parts).All(p => p is not FilePart))
        {
            await (talk.Said[^1].Parts.OfType<ChoicesPart>().Any() ? talk.PressAsync(talk.Buttons.Choices[0].Label) : talk.TypeAsync("passer"));
        }
    }

    /// <summary>Something that they wrote before the roster knew them.</summary>
    private static async Task InboxAsUnknownAsync(TestMentor mentor, Talking talk)
    {
        await using var db = mentor.Database.Open();
        var ids = mentor.Get<Ids>();
        db.Add(new Identity { Id = ids.Next(), OrganisationId = talk.Card.OrganisationId, PersonId = talk.Card.Id, Channel = "slack", Workspace = "T0", User = "U0LEA" });
        db.Add(new InboundEvent
        {
            Id = ids.Next(),
            OrganisationId = Guid.Empty,
            Channel = "slack",
            Workspace = "T0",
            Key = "before",
            Conversation = "D0",
            Sender = "U0LEA",
            PersonId = null,
            Lane = "slack:T0:D0",
            Content = new TextContent(Secret).ToJson(),
            At = mentor.Time.GetUtcNow(),
            ReceivedAt = mentor.Time.GetUtcNow(),
            State = InboundState.Done,
        });
        await db.SaveChangesAsync(TestMentor.Token);
    }

    /// <summary>What they said is the organisation's; that they said it is theirs.</summary>
    private static async Task NameAColumnAsync(TestMentor mentor, Talking talk)
    {
        await using var db = mentor.Database.Open();
        db.Add(new ColumnMeaning { Id = mentor.Get<Ids>().Next(), OrganisationId = talk.Card.OrganisationId, Header = "Blorps", KpiId = "conversions", SaidBy = talk.Card.Id, SaidAt = mentor.Time.GetUtcNow() });
        await db.SaveChangesAsync(TestMentor.Token);
    }

    private static async Task<(int Runs, int Sent)> CountsAsync(TestMentor mentor)
    {
        await using var db = mentor.Database.Open();
        return (await db.Set<FlowRun>().CountAsync(TestMentor.Token), await db.Set<Delivery>().CountAsync(d => d.State == DeliveryState.Sent, TestMentor.Token));
    }

    /// <summary>Every row of every table whose columns hold the id, in either spelling; without an id, every row.</summary>
    private static async Task<string> DumpAsync(TestMentor mentor, Guid? person)
    {
        await using var db = mentor.Database.Open();
        await db.Database.OpenConnectionAsync(TestMentor.Token);
        var rows = new StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync(TestMentor.Token);
            while (await reader.ReadAsync(TestMentor.Token))
            {
                var row = string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] b ? Convert.ToHexString(b) : FormattableString.Invariant($"{reader.GetValue(i)}")));
                if (person is not { } id || row.Contains(id.ToString("D"), StringComparison.OrdinalIgnoreCase) || row.Contains(id.ToString("N"), StringComparison.OrdinalIgnoreCase))
                {
                    rows.Append(table).Append(": ").AppendLine(row);
                }
            }
        }

        return rows.ToString();
    }

    private static string Bytes(TestDatabase test)
    {
        var all = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(test.Folder, "test.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            all.Append(reader.ReadToEnd());
        }

        return all.ToString();
    }
}
