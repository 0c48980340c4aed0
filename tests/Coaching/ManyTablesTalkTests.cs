using MentorBot.Tests.Builders.Exports;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;

namespace MentorBot.Tests.Coaching;

public sealed class ManyTablesTalkTests
{
    private static readonly byte[] Zip = SearchConsoleExport.Write(Story.Days(new StoryLine(), 5, new DateOnly(2026, 9, 7), 21), french: true);

    [Theory]
    [InlineData("Requêtes", "Lignes: 21 lues", "Requêtes")]
    [InlineData("1", "21 jours", "Graphique")]
    public async Task A_zip_asks_once_which_of_its_tables_and_a_person_may_answer_by_name(string answer, string read, string named)
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        var asked = await talk.FileAsync("lecourrier.zip", Zip);
        Assert.Contains("4 tableaux", asked, StringComparison.Ordinal);
        Assert.Contains("Requêtes", asked, StringComparison.Ordinal);
        var reply = await talk.TypeAsync(answer);
        Assert.Contains(read, reply.Replace('\u00A0', ' ').Replace(" :", ":", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Search Console", reply, StringComparison.Ordinal);
        Assert.Contains($"« {named} »", reply.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }
}
