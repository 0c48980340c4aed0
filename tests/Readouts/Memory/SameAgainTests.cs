using System.Text;
using MentorBot.Readouts;
using MentorBot.Tests.Builders;
using MentorBot.Tests.Coaching;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Readouts;

public sealed class SameAgainTests
{
    private static readonly DateOnly From = new(2026, 8, 24);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_second_export_of_a_shape_is_read_like_the_first_on_one_tap_and_set_against_it(string engine)
    {
        await using var mentor = await TestMentor.StartAsync(engine);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await talk.FileAsync("semaine.csv", Export(28));
        await talk.PressAsync("Changer la comparaison");
        await talk.PressAsync("La dernière semaine pleine");
        await talk.TypeAsync("ça baisse");
        mentor.Time.Advance(TimeSpan.FromDays(7));

        var asked = await talk.FileAsync("semaine.csv", Export(35));
        Assert.Contains("Je reconnais cet export : tu me l’as montré le lundi 5 octobre 2026", asked, StringComparison.Ordinal);
        Assert.Contains("La dernière semaine pleine et la précédente", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("que vois-tu", asked, StringComparison.Ordinal);

        Assert.Contains("dernière semaine pleine contre la précédente", await talk.TypeAsync("oui"), StringComparison.Ordinal);
        var reading = await talk.TypeAsync("ça baisse");
        Assert.Contains("depuis la lecture du lun. 5 oct.", reading, StringComparison.Ordinal);
        Assert.Contains("que cette lecture n'avait pas vus (du lun. 21 sept. au dim. 27 sept.)", reading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_declines_is_asked_nothing_more_and_reads_afresh()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "en");
        await talk.FileAsync("week.csv", Export(28));
        await talk.PressAsync("Change the comparison");
        await talk.PressAsync("The last full week");
        await talk.TypeAsync("going down");
        mentor.Time.Advance(TimeSpan.FromDays(7));
        await talk.FileAsync("week.csv", Export(35));

        Assert.Contains("before and after", await talk.PressAsync("No, start afresh"), StringComparison.Ordinal);
        Assert.DoesNotContain("since the reading of", await talk.TypeAsync("going down"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_file_left_undecided_is_not_asked_twice()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        Assert.Contains("Lequel vient en premier ?", await talk.FileAsync("mois.csv", Slashed(4)), StringComparison.Ordinal);
        await talk.PressAsync("jour/mois");
        await talk.TypeAsync("ça monte");
        mentor.Time.Advance(TimeSpan.FromDays(7));
        Assert.Contains("Je reconnais cet export", await talk.FileAsync("mois.csv", Slashed(5)), StringComparison.Ordinal);

        var reply = await talk.PressAsync("Oui, comme la dernière fois");
        Assert.DoesNotContain("Lequel vient en premier", reply, StringComparison.Ordinal);
        Assert.Contains("que vois-tu", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shape_or_another_person_is_not_recognised()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var lea = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await lea.FileAsync("a.csv", Export(28));
        await lea.TypeAsync("ça baisse");
        Assert.DoesNotContain("Je reconnais", await lea.FileAsync("b.csv", Encoding.UTF8.GetBytes("Jour;Clics;Impressions\n2026-09-01;40;900\n2026-09-02;44;910\n")), StringComparison.Ordinal);

        var marc = await Talking.StartAsync(mentor, mentor.OtherThan("lea"), "fr", "tu");
        Assert.DoesNotContain("Je reconnais", await marc.FileAsync("a.csv", Export(28)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_noted_in_the_middle_of_a_flow_is_kept_drawn_and_taken_back_and_the_question_waits()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await talk.FileAsync("semaine.csv", Export(28));

        var noted = await talk.TypeAsync("note : passage TV le 12 septembre");
        Assert.Contains("Noté : « passage TV », samedi 12 septembre 2026", noted, StringComparison.Ordinal);
        Assert.Contains("que vois-tu", noted, StringComparison.Ordinal);
        Assert.Contains("Événements notés : passage TV (sam. 12 sept.)", await talk.TypeAsync("ça baisse"), StringComparison.Ordinal);

        Assert.Contains("Oublié : « passage TV »", await talk.TypeAsync("oublie : passage TV"), StringComparison.Ordinal);
        await using var db = mentor.Database.Open();
        Assert.False(await db.Set<NotedEvent>().AnyAsync(TestMentor.Token));
    }

    [Fact]
    public async Task A_note_without_a_day_is_asked_for_one_and_loses_nothing()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "en");

        Assert.Contains("Which day, and what?", await talk.TypeAsync("note: TV spot"), StringComparison.Ordinal);
        Assert.Contains("You have noted nothing yet", await talk.TypeAsync("forget: TV spot"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_that_stands_out_can_be_named_from_the_reading()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await talk.FileAsync("semaine.csv", Export(28, odd: 19));
        Assert.Contains("Noter ce qui s’est passé ce jour-là", await talk.TypeAsync("un pic"), StringComparison.Ordinal);

        Assert.Contains("Que s’est-il passé le samedi 12 septembre 2026 ?", await talk.PressAsync("Noter ce qui s’est passé ce jour-là"), StringComparison.Ordinal);
        var kept = await talk.TypeAsync("passage TV");
        Assert.Contains("Noté : « passage TV »", kept, StringComparison.Ordinal);
        Assert.Contains("Quelle décision", kept, StringComparison.Ordinal);
        await using var db = mentor.Database.Open();
        Assert.Equal(new DateOnly(2026, 9, 12), (await db.Set<NotedEvent>().SingleAsync(TestMentor.Token)).From);
    }

    private static byte[] Export(int days, int odd = -1)
    {
        var clicks = Series.Daily(days, 400, factor: i => i == odd ? 3 : 1);
        var lines = clicks.Select((c, i) => $"{From.AddDays(i):yyyy-MM-dd};{c}");
        return Encoding.UTF8.GetBytes("Jour;Clics\n" + string.Join('\n', lines) + "\n");
    }

    /// <summary>Days up to the 12th only: the file cannot say which number is the month.</summary>
    private static byte[] Slashed(int days) =>
        Encoding.UTF8.GetBytes("Jour;Clics\n" + string.Join('\n', Enumerable.Range(1, days).Select(d => $"0{d}/09/2026;{400 + d}")) + "\n");
}
