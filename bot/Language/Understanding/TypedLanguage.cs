using MentorBot.Messages;

namespace MentorBot.Language;

/// <summary>Tells French from English by the words and letter groups that our own phrasings use.</summary>
internal sealed class TypedLanguage
{
    private const double Sure = 1.2;

    private readonly Dictionary<string, (int French, int English)> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int French, int English)> _groups = new(StringComparer.Ordinal);

    /// <param name="phrases">Phrases in each language, as words.</param>
    public TypedLanguage(IEnumerable<(string Locale, IEnumerable<string> Words)> phrases)
    {
        foreach (var (locale, words) in phrases)
        {
            var french = locale == Locales.French;
            foreach (var word in words)
            {
                Count(_words, word, french);
                foreach (var group in Groups(word))
                {
                    Count(_groups, group, french);
                }
            }
        }
    }

    /// <returns>"fr" or "en"; null when the words are too few or belong to both ("ok", "12", "cpm").</returns>
    public string? Of(IReadOnlyList<Word> words, string text)
    {
        var score = words.Where(w => words.Count > 2 || !Shared(w.Text)).Sum(w => Lean(w.Text)) + (text.Any(c => c is 'é' or 'è' or 'ê' or 'à' or 'ç' or 'ù' or 'œ' or 'É' or 'À') ? 1.5 : 0);
        return score >= Sure ? Locales.French : score <= -Sure ? Locales.English : null;
    }

    /// <summary>"ok" and "stop" are said in both; alone they tell nothing.</summary>
    private bool Shared(string word) => _words.TryGetValue(word, out var seen) && seen is { French: > 0, English: > 0 };

    private double Lean(string word)
    {
        if (word is Word.Figure or Word.Kpi)
        {
            return 0;
        }

        if (_words.TryGetValue(word, out var seen) && seen.French + seen.English >= 2)
        {
            return Math.Clamp(Odds(seen, .3), -2.5, 2.5);
        }

        return word.Length < 4 ? 0 : Math.Clamp(Groups(word).Sum(g => _groups.TryGetValue(g, out var n) ? Odds(n, 2) : 0) * .5, -1.5, 1.5);
    }

    private static double Odds((int French, int English) seen, double prior) => Math.Log((seen.French + prior) / (seen.English + prior));

    private static IEnumerable<string> Groups(string word)
    {
        var padded = $"^{word}$";
        for (var i = 0; i + 3 <= padded.Length; i++)
        {
            yield return padded.Substring(i, 3);
        }
    }

    private static void Count(Dictionary<string, (int French, int English)> into, string key, bool french)
    {
        var (f, e) = into.GetValueOrDefault(key);
        into[key] = french ? (f + 1, e) : (f, e + 1);
    }
}
