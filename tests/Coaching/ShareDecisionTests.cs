using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Coaching;

public sealed class ShareDecisionTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_decision_is_private_until_its_author_shares_it_and_again_when_they_take_it_back(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        await InOneTeamAsync(mentor, "lea", "hugo");
        var (lea, hugo) = (await Talking.StartAsync(mentor, "lea", "fr", "tu"), await Talking.StartAsync(mentor, "hugo", "fr", "vous"));
        await DecideAsync(lea);

        Assert.Contains("Aucune décision partagée", await hugo.TypeAsync("les décisions de l'équipe"), StringComparison.Ordinal);
        var button = lea.Buttons;
        Assert.Contains("(1 autre personne)", await lea.PressAsync("Partager cette décision"), StringComparison.Ordinal);
        var seen = await hugo.TypeAsync("décisions de l'équipe");
        Assert.Contains("Léa Fontaine", seen, StringComparison.Ordinal);
        Assert.Contains("Ne rien changer et relire", seen, StringComparison.Ordinal);

        // A second press of the same button changes nothing; what takes it back is another button.
        await lea.PressAsync(button, button.Choices[0]);
        Assert.Contains("Léa", await hugo.TypeAsync("décisions partagées"), StringComparison.Ordinal);
        Assert.Contains("toi seul·e", await lea.PressAsync("Ne plus la partager"), StringComparison.Ordinal);
        Assert.Contains("Aucune décision partagée", await hugo.TypeAsync("décisions de l'équipe"), StringComparison.Ordinal);
        Assert.Contains("De toi, privée", await lea.TypeAsync("mes décisions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_team_reads_nothing_and_nobody_else_can_press_the_button()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        await InOneTeamAsync(mentor, "lea", "hugo");
        var (lea, ines) = (await Talking.StartAsync(mentor, "lea", "fr", "tu"), await Talking.StartAsync(mentor, "ines", "en"));
        await DecideAsync(lea);
        var button = lea.Buttons;

        await ines.PressAsync(button, button.Choices[0]);
        await using var db = mentor.Database.Open();
        Assert.Null((await db.Set<Decision>().SingleAsync(TestMentor.Token)).SharedAt);
        await lea.PressAsync("Partager cette décision");
        Assert.Contains("No decision has been shared", await ines.TypeAsync("team decisions"), StringComparison.Ordinal);
    }

    private static async Task DecideAsync(Talking talk)
    {
        await talk.FileAsync(Path.Combine(FlowTable.Prompts, "examples", "google-ads.fr.csv"));
        await talk.TypeAsync("ça baisse");
        while (talk.Said.SelectMany(m => m.Parts).All(p => p is not FilePart))
        {
            await (talk.Said[^1].Parts.OfType<ChoicesPart>().Any() ? talk.PressAsync(talk.Buttons.Choices[0].Label) : talk.TypeAsync("passer"));
        }
    }

    private static async Task InOneTeamAsync(TestMentor mentor, params string[] keys)
    {
        await using var db = mentor.Database.Open();
        foreach (var person in await db.Set<Person>().Where(p => keys.Contains(p.Key)).ToListAsync(TestMentor.Token))
        {
            person.Team = "Croissance";
        }

        await db.SaveChangesAsync(TestMentor.Token);
    }
}
