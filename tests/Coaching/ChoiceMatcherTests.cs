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
    [InlineData("augmentr", 2)]
    [InlineData("tester", 1)]
    public void A_word_inside_a_label_or_a_slip_is_enough(string typed, int index) => Assert.Equal(index, ChoiceMatcher.Match(typed, Decision));

    [Theory]
    [InlineData("chang")]
    [InlineData("plutôt attendre lundi")]
    [InlineData("9")]
    [InlineData("")]
    public void What_fits_several_or_none_is_no_choice(string typed) => Assert.Null(ChoiceMatcher.Match(typed, Decision));
}
