using MentorBot.Coaching;
using MentorBot.Messages;
using MentorBot.Tests.Drivers;
using MentorBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Tests.Coaching;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("slt", "fr", "Bonjour Léa")]
    [InlineData("hello there", "en", "Hello Léa")]
    [InlineData("blorgh zzgl 42", "fr", "Je n’ai pas compris")]
    public async Task Greetings_and_nonsense_get_one_message_with_the_missions_of_this_build(string text, string locale, string expected)
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", locale);
        Assert.StartsWith(expected, await talk.TypeAsync(text), StringComparison.Ordinal);
        Assert.Single(talk.Said);
        Assert.Equal("read-kpis", talk.Buttons.Choices[0].Value);
    }

    [Theory]
    [InlineData("challenger une campagne", "Où en êtes-vous", "challenge-campaign-before", "challenge-campaign-running")]
    public async Task A_mission_that_several_flows_serve_is_asked_about_once(string text, string question, params string[] flows)
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "vous");
        Assert.Contains(question, await talk.TypeAsync(text), StringComparison.Ordinal);
        Assert.Equal(flows, talk.Buttons.Choices.Select(c => c.Value));
    }

    [Theory]
    [InlineData("mon test est terminé, qui a gagné ?", "read-offer-test")]
    [InlineData("combien de visiteurs il me faut pour mon test ?", "plan-offer-test")]
    [InlineData("on lance une campagne payante lundi, tu peux la relire ?", "challenge-campaign-before")]
    public async Task Words_that_point_to_one_flow_start_it(string text, string flow)
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "vous");
        await talk.TypeAsync(text);
        await using var db = mentor.Database.Open();
        Assert.Equal(flow, (await db.Set<FlowRun>().SingleAsync(TestMentor.Token)).FlowId);
    }

    [Fact]
    public async Task Words_of_distress_stop_the_coaching_with_the_contacts_and_without_a_question()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "tu");
        await talk.TypeAsync("300 € dépensés, 4 ventes");
        var reply = await talk.TypeAsync("je n'en peux plus, j'ai envie de mourir");
        Assert.Single(talk.Said);
        Assert.DoesNotContain("?", reply, StringComparison.Ordinal);
        Assert.DoesNotContain(talk.Said[0].Parts, p => p is ChoicesPart);
        var contact = mentor.Get<MentorBot.People.PeopleDirectory>().Organisation(talk.Card.OrganisationId).Contact("health", talk.Card.Country);
        Assert.NotNull(contact);
        Assert.Contains(contact, reply, StringComparison.Ordinal);
        await using var db = mentor.Database.Open();
        Assert.Equal(RunPhase.Paused, (await db.Set<FlowRun>().SingleAsync(TestMentor.Token)).Phase);
    }

    [Fact]
    public async Task The_form_of_address_is_kept_and_in_force_at_once()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "vous");
        await talk.TypeAsync("300 € dépensés, 4 ventes");
        Assert.Contains("que voyez-vous", talk.Text, StringComparison.Ordinal);
        var reply = await talk.TypeAsync("on se tutoie ?");
        Assert.StartsWith("D’accord, on se tutoie.", reply, StringComparison.Ordinal);
        Assert.Contains("toi, que vois-tu", reply, StringComparison.Ordinal);
        Assert.Contains("tes fichiers", await talk.TypeAsync("qui voit ce que j'écris ici ?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mission_named_beside_the_form_of_address_starts_in_that_form()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "vous");
        var reply = await talk.TypeAsync("on se tutoie, j'ai une campagne à challenger");
        Assert.StartsWith("D’accord, on se tutoie.", reply, StringComparison.Ordinal);
        Assert.Contains("Où en es-tu ?", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_beside_the_form_of_address_is_the_answer()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "vous");
        var reply = await talk.TypeAsync("on se tutoie, 300 € dépensés, 4 ventes");
        Assert.StartsWith("D’accord, on se tutoie.", reply, StringComparison.Ordinal);
        Assert.Contains("toi, que vois-tu", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qui voit tout ça ?", "Nos échanges, vos fichiers")]
    [InlineData("c'est quoi un CPA ?", "Coût par conversion (CPA)")]
    [InlineData("pourquoi tu demandes ça ?", "votre lecture vaut par ce qu’elle ne doit pas à la mienne")]
    [InlineData("c'est quoi un garde-fou ?", "Ce mot n’est pas dans mon dictionnaire")]
    [InlineData("aide", "Nous sommes dans « Lire mes chiffres »")]
    public async Task Where_any_words_are_an_answer_a_question_to_the_mentor_is_answered_and_the_step_asked_again(string question, string answer)
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "vous");
        await talk.TypeAsync("300 € dépensés, 4 ventes");
        var reply = await talk.TypeAsync(question);
        Assert.StartsWith(answer, reply.Replace("**", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("que voyez-vous", reply, StringComparison.Ordinal);
        await using var db = mentor.Database.Open();
        Assert.DoesNotContain("own", (await db.Set<FlowRun>().SingleAsync(TestMentor.Token)).State.Answers.Keys);
    }

    [Theory]
    [InlineData("pourquoi tu demandes ça ?")]
    [InlineData("c'est quoi un garde-fou ?")]
    public async Task A_question_about_a_question_asks_for_an_open_one(string question)
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr", "vous");
        Assert.StartsWith("Je n’ai pas compris", await talk.TypeAsync(question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_follows_what_is_typed_and_is_asked_about_once()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea");
        var reply = await talk.TypeAsync("can you help me read my numbers please?");
        Assert.Contains("You write in English", reply, StringComparison.Ordinal);
        Assert.Contains("Send the export", reply, StringComparison.Ordinal);
        await talk.TypeAsync("bonjour, je préfère finalement lire mes chiffres en direct avec vous");
        Assert.DoesNotContain("Vous écrivez en français", talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_with_nothing_open_says_so_and_thanks_are_answered_in_a_line()
    {
        await using var mentor = await TestMentor.StartAsync(TestDatabase.Sqlite);
        var talk = await Talking.StartAsync(mentor, "lea", "fr");
        Assert.StartsWith("Il n’y a rien en cours", await talk.TypeAsync("stop"), StringComparison.Ordinal);
        Assert.Equal("Avec plaisir.", await talk.TypeAsync("merci bcp !"));
    }
}
