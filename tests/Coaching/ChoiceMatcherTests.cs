using MentorBot.Coaching;

namespace MentorBot.Tests.Coaching;

public sealed class ChoiceMatcherTests
{
    private static readonly string[] Collection = ["Non, rien", "Oui, quelque chose", "Je ne sais pas"];
    private static readonly string[] Decision = ["Ne rien changer et relire", "Tester un changement", "Augmenter", "Réduire ou couper"];

    [Theory]
    [InlineData("2", 1)]
    [InlineData("la deuxième", 1)]
    [InlineData("non", 0)]
    [InlineData("rien", 0)]
    [InlineData("OUI", 1)]
    [InlineData("sais pas", 2)]
    public void A_number_an_ordinal_or_a_few_words_pick_a_choice(string typed, int index) => Assert.Equal(index, ChoiceMatcher.Match(typed, Collection));

    [Theory]
    [InlineData("couper", 3)]
    [InlineData("changer et relire", 0)]
    [InlineData("augmentr", 2)]
    [InlineData("tester", 1)]
    public void A_word_inside_a_label_or_a_slip_is_enough(string typed, int index) => Assert.Equal(index, ChoiceMatcher.Match(typed, Decision));

    private static readonly string[] Tracking = ["La balise, par un achat test", "Pas de double comptage", "Le consentement", "Les UTM des liens", "La page, sur mobile", "Revenus et coûts"];

    [Theory]
    [InlineData("1, 3", 0, 2)]
    [InlineData("1 et 3", 0, 2)]
    [InlineData("1 3", 0, 2)]
    [InlineData("la balise, par un achat test", 0)]
    [InlineData("La balise, par un achat test, Le consentement", 0, 2)]
    [InlineData("le consentement et la page, sur mobile", 2, 4)]
    [InlineData("revenus et coûts, utm", 5, 3)]
    [InlineData("la balise, consentemen", 0, 2)]
    [InlineData("3, ", 2)]
    public void Several_choices_are_told_apart_by_their_labels_before_their_commas(string typed, params int[] picked) => Assert.Equal(picked, ChoiceMatcher.MatchMany(typed, Tracking));

    [Theory]
    [InlineData("la balise, les bananes")]
    [InlineData("bananes")]
    [InlineData(", ;")]
    [InlineData("")]
    public void One_part_that_is_no_choice_spoils_the_answer(string typed) => Assert.Null(ChoiceMatcher.MatchMany(typed, Tracking));

    [Theory]
    [InlineData("chang")]
    [InlineData("plutôt attendre lundi")]
    [InlineData("9")]
    [InlineData("")]
    public void What_fits_several_or_none_is_no_choice(string typed) => Assert.Null(ChoiceMatcher.Match(typed, Decision));
}
