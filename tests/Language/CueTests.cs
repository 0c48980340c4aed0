using MentorBot.Language;

namespace MentorBot.Tests.Language;

public sealed class CueTests
{
    [Theory]
    [InlineData("a|b c", "b c", true)]
    [InlineData("arrêt* tout", "on arrêterait tout", true)]
    [InlineData("j' ai ... compris", "j'ai vraiment pas compris", true)]
    [InlineData("j' ai compris", "j ai compris", true)]
    [InlineData("x ... y", "x a b c d y", false)]
    [InlineData("^ stop $", "stop, merci", true)]
    [InlineData("^ stop $", "on a dit stop", false)]
    [InlineData("stop là|$", "stop", true)]
    [InlineData("stop là|$", "stop 12", false)]
    [InlineData("on reprend plus_tard|demain", "on reprend plus tard", true)]
    [InlineData("le? chiffre", "chiffre", true)]
    [InlineData("# ... pas #", "1240 et pas 12400", true)]
    public void Patterns_read_as_they_look(string pattern, string text, bool matches) =>
        Assert.Equal(matches, Cue.Parse(pattern).Find(WordSplitter.Split(text)) is not null);
}
