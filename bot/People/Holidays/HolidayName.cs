using MentorBot.Messages;

namespace MentorBot.People;

/// <summary>A holiday's name after « de », which French contracts with the article: « du 14 juillet », « de l’Ascension ». English takes the bare name.</summary>
internal static class HolidayName
{
    public static string Of(string name, string locale) => locale != Locales.French ? name
        : name.StartsWith("le ", StringComparison.Ordinal) ? "du " + name[3..]
        : name.StartsWith("les ", StringComparison.Ordinal) ? "des " + name[4..]
        : "de " + name;
}
