using System.Text;
using MentorBot.Kpis;
using MentorBot.Tests.Coaching;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Readouts;

public sealed class ColumnQuestionTests
{
    private const string Unknown = "Jour;Rendez-vous pris\n2026-09-01;14\n2026-09-02;17\n2026-09-03;12\n";
    private const string Beside = "Jour;Clics;Rendez-vous pris\n2026-09-01;140;14\n2026-09-02;170;17\n2026-09-03;120;12\n";

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_file_that_only_lacks_a_name_is_asked_about_and_nobody_of_the_team_is_asked_again(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var lea = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        Assert.Contains("« Rendez-vous pris » n’est pas dans mon dictionnaire", await lea.FileAsync("rdv.csv", Encoding.UTF8.GetBytes(Unknown)), StringComparison.Ordinal);
        Assert.Contains("Je lirai Conversions", await lea.PressAsync("Conversions"), StringComparison.Ordinal);

        var other = await Talking.StartAsync(mentor, "hugo", "fr", "tu");
        var reply = await other.FileAsync("rdv.csv", Encoding.UTF8.GetBytes(Unknown));
        Assert.DoesNotContain("dictionnaire", reply, StringComparison.Ordinal);
        Assert.Contains("Je lirai Conversions", reply, StringComparison.Ordinal);
        await using var db = mentor.Database.Open();
        Assert.Equal(("rendez-vous pris", "conversions"), await db.Set<ColumnMeaning>().Select(m => new ValueTuple<string, string>(m.Header, m.KpiId)).SingleAsync(TestMentor.Token));
    }

    [Fact]
    public async Task A_column_beside_known_ones_waits_until_the_person_wants_to_name_it_in_their_own_words()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        Assert.Contains("Je lirai Clics", await talk.FileAsync("rdv.csv", Encoding.UTF8.GetBytes(Beside)), StringComparison.Ordinal);
        await talk.PressAsync("Dire ce qu’est « Rendez-vous pris »");

        Assert.Contains("Je ne connais pas cette mesure", await talk.TypeAsync("des machins"), StringComparison.Ordinal);
        var reply = await talk.TypeAsync("ce sont des ventes");
        Assert.Contains("« Rendez-vous pris », c’est Conversions", reply, StringComparison.Ordinal);
        Assert.Contains("Je lirai Conversions", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_was_left_aside_is_not_offered_again()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "en");
        await talk.FileAsync("rdv.csv", Encoding.UTF8.GetBytes(Beside));
        await talk.PressAsync("Say what “Rendez-vous pris” is");
        await talk.PressAsync("Nothing useful");
        Assert.DoesNotContain(talk.Buttons.Choices, c => c.Label.Contains("Rendez-vous", StringComparison.Ordinal));

        await talk.TypeAsync("stop");
        await talk.FileAsync("rdv.csv", Encoding.UTF8.GetBytes(Beside));
        Assert.DoesNotContain(talk.Buttons.Choices, c => c.Label.Contains("Rendez-vous", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_personal_column_is_never_asked_about()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await talk.FileAsync("rdv.csv", Encoding.UTF8.GetBytes("Jour;Clics;Téléphone;E-mail\n2026-09-01;140;0612345678;a@exemple.fr\n2026-09-02;170;0612345679;b@exemple.fr\n"));

        Assert.DoesNotContain(talk.Buttons.Choices, c => c.Label.Contains("Téléphone", StringComparison.Ordinal) || c.Label.Contains("E-mail", StringComparison.Ordinal));
    }
}
