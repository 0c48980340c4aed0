using MentorBot.Messages;

namespace MentorBot.Tests.Messages;

public sealed class ElisionTests
{
    [Theory]
    [InlineData("Autumn collection", "d'Autumn collection")]
    [InlineData("Été", "d'Été")]
    [InlineData("Œuvres", "d'Œuvres")]
    [InlineData("hébergement", "d'hébergement")]
    [InlineData("Yves", "d'Yves")]
    [InlineData("Marque | Search", "de Marque | Search")]
    [InlineData("Hors marque", "de Hors marque")]
    [InlineData("Halloween", "de Halloween")]
    [InlineData("YouTube", "de YouTube")]
    [InlineData("onze produits", "de onze produits")]
    [InlineData("11 produits", "de 11 produits")]
    [InlineData("« Automne »", "de « Automne »")]
    [InlineData("", "de ")]
    public void Before_a_vowel_or_a_mute_h_the_e_of_de_falls(string name, string said) => Assert.Equal(said, Elision.Before("de", name));

    [Fact]
    public void So_does_that_of_que() => Assert.Equal(("qu'Ancien prix", "que Prix actuel"), (Elision.Before("que", "Ancien prix"), Elision.Before("que", "Prix actuel")));
}
