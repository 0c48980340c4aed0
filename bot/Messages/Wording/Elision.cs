using System.Globalization;
using System.Text;

namespace MentorBot.Messages;

/// <summary>French drops the e of "de" and "que" before a vowel and a mute h: "d'Automne", "qu'hier", but "de Halloween", "de 11", "de onze" and "de Yoga".</summary>
internal static class Elision
{
    /// <summary>How the words with a mute h begin that name campaigns, offers and figures; any other h is pronounced as if it were there, as that of most names is.</summary>
    private static readonly string[] MuteH =
        ["habi", "hacien", "halei", "harmon", "hebdo", "heberg", "herb", "herit", "hesit", "heur", "hier", "hist", "hiv", "homm", "homo", "honnet", "honneur", "honor", "hopit", "horair", "horizon", "horlog", "horm", "horo", "hospit", "hotel", "hote", "huil", "huitr", "human", "humeur", "humid", "humour", "hydr", "hygien"];

    /// <summary>Vowels that stand as if a consonant came first.</summary>
    private static readonly string[] Unelided = ["onz", "oui", "ouistiti", "uhlan", "ululer", "yaourt", "yacht", "yoga", "yen", "youtube", "yuzu", "yog", "yah", "yan", "york"];

    /// <param name="word">Ends in e: "de", "que".</param>
    public static string Before(string word, string name) => Elides(name) ? $"{word[..^1]}'{name}" : $"{word} {name}";

    private static bool Elides(string name)
    {
        var plain = Plain(name);
        return plain.Length > 0 && !Unelided.Any(u => plain.StartsWith(u, StringComparison.Ordinal))
            && (plain[0] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' || MuteH.Any(h => plain.StartsWith(h, StringComparison.Ordinal)));
    }

    /// <summary>Without accents, in lower case, from the first character on: a quotation mark or a digit in front is no vowel.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(c is 'œ' or 'Œ' ? 'o' : c is 'æ' or 'Æ' ? 'a' : char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }
}
