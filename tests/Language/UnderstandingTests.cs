using CsCheck;
using MentorBot.Language;

namespace MentorBot.Tests.Language;

public sealed class UnderstandingTests
{
    private static readonly Understanding Understanding = Prompts.Understanding();

    [Theory]
    [InlineData("stop", "Stop", true)]
    [InlineData("stop, c'était 12 %", "Stop", false)]
    [InlineData("pause", "Pause", true)]
    [InlineData("désolé, pas le temps", "Pause", true)]
    [InlineData("personne ne regarde, pas le temps, le ton tombe à plat", "Pause", false)]
    [InlineData("slt", "Greeting", true)]
    [InlineData("saluuut", "Greeting", true)]
    [InlineData("repete stp", "Repeat", true)]
    [InlineData("comment tu calcules ça ?", "ShowArithmetic", true)]
    [InlineData("show me the maths", "ShowArithmetic", true)]
    [InlineData("jsp", "DontKnow", true)]
    [InlineData("no idea", "DontKnow", true)]
    [InlineData("oui", "Yes", true)]
    [InlineData("nope", "No", true)]
    [InlineData("on se tutoie ?", "UseTu", true)]
    public void A_gesture_is_whole_when_the_message_is_nothing_else(string text, string gesture, bool whole)
    {
        var read = Understanding.Read(text, "fr");
        Assert.Equal(Enum.Parse<Gesture>(gesture), read.Gesture);
        Assert.Equal(whole, read.Whole);
    }

    [Theory]
    [InlineData("mort de rire. non mais en vrai je craque, je pleure tous les soirs", "fr")]
    [InlineData("on a cramé le budget, et moi j'en peux plus", "fr")]
    [InlineData("crying laughing at this. but honestly i can't go on", "en")]
    [InlineData("we burnt through the budget, and i can't stop crying", "en")]
    public void A_joke_in_one_clause_does_not_silence_distress_in_the_next(string text, string locale) =>
        Assert.Equal(Gesture.Distress, Understanding.Read(text, locale).Gesture);

    [Theory]
    [InlineData("i'm crying, this is hilarious", "en")]
    [InlineData("je suis mort, mort de rire", "fr")]
    [InlineData("the audience is exhausted, we cut it", "en")]
    [InlineData("i can't wait to see the results", "en")]
    [InlineData("je dois aller chez le dentiste", "fr")]
    [InlineData("je pense qu'elle perd", "fr")]
    [InlineData("je pense qu’elle perd de l’argent", "fr")]
    [InlineData("Nothing I know of", "en")]
    [InlineData("none", "en")]
    [InlineData("None yet", "en")]
    [InlineData("none", "fr")]
    public void Words_of_pain_that_are_no_pain_are_left_alone(string text, string locale) =>
        Assert.NotEqual(Gesture.Distress, Understanding.Read(text, locale).Gesture);

    [Theory]
    [InlineData("un mois offert au lieu de -50% fait venir plus d'abonnés")]
    [InlineData("on a stoppé la campagne mardi")]
    [InlineData("cette créa me tue")]
    [InlineData("the ad set was paused")]
    [InlineData("je suis mort de rire")]
    [InlineData("ça baisse depuis mardi")]
    [InlineData("parce que la créa est usée")]
    [InlineData("le budget est de 300 euros")]
    [InlineData("if it drops again we stop everything")]
    [InlineData("article sur le harcèlement : 12 000 vues")]
    [InlineData("raconte une blague")]
    public void Innocent_sentences_ask_for_nothing(string text) => Assert.Equal(Gesture.None, Understanding.Read(text, "fr").Gesture);

    [Theory]
    [InlineData("j'en peux plus, je craque", "en")]
    [InlineData("i can't go on like this", "fr")]
    [InlineData("je voudrais m'endormir et ne plus me réveiller", "fr")]
    [InlineData("everyone would be better off without me", "en")]
    public void Distress_is_heard_in_either_language_whatever_the_locale(string text, string locale) =>
        Assert.Equal(Gesture.Distress, Understanding.Read(text, locale).Gesture);

    [Theory]
    [InlineData("non attends c'était 1240 pas 12400", "Correct")]
    [InlineData("je me suis trompé", "Back")]
    [InlineData("le budget est de 1240 euros", "None")]
    public void A_correction_needs_a_figure_and_a_cue(string text, string gesture) =>
        Assert.Equal(Enum.Parse<Gesture>(gesture), Understanding.Read(text, "fr").Gesture);

    [Theory]
    [InlineData("revenons au budget", "budget")]
    [InlineData("let's go back to the hypothesis", "hypothesis")]
    public void Going_back_to_something_keeps_what_was_named(string text, string subject)
    {
        var read = Understanding.Read(text, "fr");
        Assert.Equal(Gesture.ReturnTo, read.Gesture);
        Assert.Equal(subject, read.Subject);
    }

    [Theory]
    [InlineData("reviens à l'étape 5")]
    [InlineData("on peut retourner à la troisième question ?")]
    [InlineData("go back to step 5")]
    [InlineData("can we go back to question 2")]
    public void Going_back_to_a_place_keeps_the_words_that_name_it(string text)
    {
        var read = Understanding.Read(text, "fr");
        Assert.Equal((Gesture.ReturnTo, text), (read.Gesture, read.Subject));
    }

    [Theory]
    [InlineData("on y va quand même", "None")]
    [InlineData("on continue malgré tout", "None")]
    [InlineData("let's go ahead anyway", "None")]
    [InlineData("on continue", "Resume")]
    [InlineData("on y retourne", "Resume")]
    public void Going_ahead_all_the_same_is_a_decision_and_no_wish_to_resume(string text, string gesture) =>
        Assert.Equal(Enum.Parse<Gesture>(gesture), Understanding.Read(text, "fr").Gesture);

    [Theory]
    [InlineData("on se tutoie, j'ai une campagne à challenger", "UseTu", "Mission", "j'ai une campagne à challenger")]
    [InlineData("vouvoyez-moi. qui voit tout ça ?", "UseVous", "WhoSees", "qui voit tout ça")]
    [InlineData("on se tutoie, 300 € dépensés, 4 ventes", "UseTu", "None", "300 € dépensés, 4 ventes")]
    [InlineData("j'ai une campagne à challenger et on se tutoie", "UseTu", "Mission", "j'ai une campagne à challenger et on se")]
    public void What_stands_beside_the_form_of_address_is_heard_too(string text, string gesture, string beside, string rest)
    {
        var read = Understanding.Read(text, "fr");
        Assert.Equal(Enum.Parse<Gesture>(gesture), read.Gesture);
        Assert.Equal(Enum.Parse<Gesture>(beside), read.Beside?.Understood.Gesture);
        Assert.Equal(rest, read.Beside?.Text);
    }

    [Theory]
    [InlineData("on se tutoie ?")]
    [InlineData("salut, on se tutoie")]
    [InlineData("tutoie-moi, s'il te plaît")]
    [InlineData("le vous c'est un peu formel, tutoie-moi")]
    [InlineData("on ne se connaît pas, dites-moi vous")]
    [InlineData("in english please")]
    [InlineData("can you speak english please")]
    [InlineData("could we go on in french, thank you very much")]
    public void Courtesies_beside_it_ask_for_nothing_more(string text) => Assert.Null(Understanding.Read(text, "fr").Beside);

    [Theory]
    [InlineData("pourquoi tu demandes ça ?", "WhyAsked")]
    [InlineData("pourquoi vous me demandez ça", "WhyAsked")]
    [InlineData("à quoi sert cette question ?", "WhyAsked")]
    [InlineData("why do you ask?", "WhyAsked")]
    [InlineData("why are you asking me this", "WhyAsked")]
    [InlineData("c'est quoi un garde-fou ?", "DefineWord")]
    [InlineData("what is a guardrail?", "DefineWord")]
    [InlineData("c'est quoi un CPA ?", "Define")]
    [InlineData("qui voit tout ça ?", "WhoSees")]
    [InlineData("pourquoi le taux baisse ?", "None")]
    [InlineData("parce que les gens demandent ça", "None")]
    [InlineData("c'est quoi la capitale de l'italie", "None")]
    public void A_question_to_the_mentor_is_told_from_an_answer(string text, string gesture) =>
        Assert.Equal(Enum.Parse<Gesture>(gesture), Understanding.Read(text, "fr").Gesture is Gesture.Mission ? Gesture.None : Understanding.Read(text, "fr").Gesture);

    [Theory]
    [InlineData("c koi le cpm", "cpm")]
    [InlineData("whats the click thru rate ? i mean click-through rate", "ctr")]
    [InlineData("taux de désabonement c quoi ?", "unsubscribe_rate")]
    public void A_kpi_is_named_by_any_of_its_names(string text, string kpi)
    {
        var read = Understanding.Read(text, "fr");
        Assert.Equal(Gesture.Define, read.Gesture);
        Assert.Equal(kpi, read.Subject);
    }

    [Theory]
    [InlineData("je voudrais arrêter là", "en", "fr")]
    [InlineData("can you help me?", "fr", "en")]
    [InlineData("ça baisse depuis mardi", "en", "fr")]
    [InlineData("ok", "fr", null)]
    [InlineData("12", "en", null)]
    [InlineData("cpm", "en", null)]
    [InlineData("", "fr", null)]
    public void The_language_typed_is_told_apart_from_the_locale(string text, string locale, string? typed) =>
        Assert.Equal(typed, Understanding.Read(text, locale).TypedLocale);

    [Fact]
    public void A_new_flow_needs_only_its_ways_in()
    {
        var understanding = new Understanding(Prompts.Folder, [new MissionWays(Prompts.Folder), new TestKpis(), new PodcastFlow()]);
        Assert.Equal("grow-podcast", understanding.Read("j'aimerais faire grandir mon podcast", "fr").Subject);
        Assert.Equal("test-offer", understanding.Read("je veux tester un nouveau prix", "fr").Subject);
    }

    [Fact]
    public void Two_instances_understand_alike()
    {
        var other = Prompts.Understanding();
        foreach (var text in new[] { "mon cpm a doublé, pourquoi ?", "we tested two paywalls", "bof", "je sais plus trop où j'en suis" })
        {
            Assert.Equal(Understanding.Read(text, "fr"), other.Read(text, "fr"));
        }
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        var near = Gen.OneOf(Gen.String, Gen.Int[0, 7].Select(i => new[] { "j'", "c", " ", "12,5 €", "\ud83d", "👍", "stop, ", "l'" }[i]));
        near.Array[0, 8].Select(string.Concat).Sample(text => { Understanding.Read(text, "fr"); Understanding.Read(text, "xx"); }, iter: 300);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_mission_has_many_ways_in(string locale) =>
        Assert.All(new MissionWays(Prompts.Folder).Said(locale), m => Assert.True(m.Said.Distinct().Count() >= 45, m.Subject));

    private sealed class PodcastFlow : IVocabulary
    {
        public IEnumerable<Phrases> Said(string locale) => locale == "fr"
            ? [new(Gesture.Mission, "grow-podcast", ["faire grandir mon podcast", "je veux plus d'auditeurs", "développer notre podcast", "comment gagner des auditeurs ?", "mon podcast stagne"])]
            : [];
    }
}
