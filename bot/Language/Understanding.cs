namespace MentorBot.Language;

internal sealed class Understanding
{
    public Understood Read(string text, string locale) => Understood.Nothing;
}
