using MentorBot.Deliveries;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.People;

/// <summary>Senders who are in no roster (settings People:Unknown and People:Workspaces).</summary>
public sealed class EnrolTests
{
    private const string Welcome = "welcome-tenant";

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Somebody_from_a_welcome_workspace_becomes_a_member_once(string engine)
    {
        await using var mentor = await EnrollingAsync(engine);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => SendAsync(mentor, Welcome, "u1", $"k{n}", "Zoé Martin")));

        await using var db = mentor.Database.Open();
        var person = Assert.Single(await db.Set<Person>().Where(p => p.Enrolled).ToListAsync(TestMentor.Token));
        Assert.Equal(("Zoé Martin", "member"), (person.Name, person.Roles));
        Assert.All(await db.Set<InboundEvent>().ToListAsync(TestMentor.Token), e => Assert.Equal(person.Id, e.PersonId));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_next_reading_of_the_roster_keeps_who_was_enrolled(string engine)
    {
        await using var mentor = await EnrollingAsync(engine);
        await SendAsync(mentor, Welcome, "u1", "k1", "Zoé Martin");
        var people = mentor.Get<PeopleDirectory>();
        var before = people.Find("msteams", Welcome, "u1");

        await people.ReplaceAsync(mentor.Get<RosterFiles>().Read(), TestMentor.Token);

        Assert.Equal(before!.Id, people.Find("msteams", Welcome, "u1")?.Id);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Somebody_from_elsewhere_is_told_whom_to_ask_and_the_administrator_is_told_once(string engine)
    {
        await using var mentor = await EnrollingAsync(engine);
        await AdministratorWroteAsync(mentor);

        await SendAsync(mentor, "another-tenant", "u1", "k1", "Zoé Martin");
        await SendAsync(mentor, "another-tenant", "u1", "k2", "Zoé Martin");
        await mentor.RunTurnsAsync();

        await using var db = mentor.Database.Open();
        var said = await db.Set<Delivery>().Where(d => d.Workspace == "another-tenant").ToListAsync(TestMentor.Token);
        Assert.Equal(2, said.Count);
        Assert.All(said, d => Assert.Contains("Yann Le Goff", d.Message.ToPlainText(), StringComparison.Ordinal));
        var told = Assert.Single(await db.Set<Delivery>().Where(d => d.Class == DeliveryClass.Nudge).ToListAsync(TestMentor.Token));
        Assert.Equal(mentor.Person("yann").Id, told.PersonId);
        Assert.Contains("u1", told.Message.ToPlainText(), StringComparison.Ordinal);
        Assert.Empty(await db.Set<Person>().Where(p => p.Enrolled).ToListAsync(TestMentor.Token));
    }

    private static Task<TestMentor> EnrollingAsync(string engine) =>
        TestMentor.StartAsync(engine, services => services.AddSingleton(new PeopleOptions { Unknown = "enrol", Workspaces = [Welcome] }));

    private static async Task AdministratorWroteAsync(TestMentor mentor)
    {
        var yann = mentor.Person("yann");
        await mentor.Get<Inbox>().AcceptAsync(new Arrival(new Address("web", "local", yann.Id.ToString("N")), "y1", "yann", new TextContent("bonjour"), yann.Id), TestMentor.Token);
        await mentor.RunTurnsAsync();
    }

    private static Task SendAsync(TestMentor mentor, string tenant, string user, string key, string name) =>
        mentor.Get<Inbox>().AcceptAsync(new Arrival(new Address("msteams", tenant, $"a:{user}", "{\"serviceUrl\":\"http://127.0.0.1:1/\",\"channelId\":\"msteams\",\"bot\":\"28:bot\",\"scope\":\"personal\"}"), key, user, new TextContent("bonjour")) { SenderName = name }, TestMentor.Token);
}
