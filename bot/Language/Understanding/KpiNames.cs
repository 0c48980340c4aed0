namespace MentorBot.Language;

/// <summary>Finds the names of KPIs in a message, longest first, and puts one word in place of each, so that one phrasing serves every KPI.</summary>
internal sealed class KpiNames
{
    private readonly Dictionary<string, List<(string[] Name, string Id)>> _byFirst = new(StringComparer.Ordinal);

    public KpiNames(IEnumerable<Phrases> vocabulary)
    {
        foreach (var (name, id) in vocabulary.Where(p => p.Gesture == Gesture.Define).SelectMany(p => p.Said.Select(s => (WordSplitter.Plain(s), p.Subject))).Where(n => n.Item1.Length > 0))
        {
            if (!_byFirst.TryGetValue(name[0], out var names))
            {
                _byFirst[name[0]] = names = [];
            }

            names.Add((name, id));
        }

        foreach (var names in _byFirst.Values)
        {
            names.Sort((a, b) => b.Name.Length.CompareTo(a.Name.Length));
        }
    }

    public IEnumerable<string> Words => _byFirst.Values.SelectMany(n => n).SelectMany(n => n.Name);

    /// <returns>The words with names replaced, and the KPIs in the order of the message.</returns>
    public (IReadOnlyList<Word> Words, IReadOnlyList<string> Kpis) Mark(IReadOnlyList<Word> words)
    {
        var marked = new List<Word>(words.Count);
        var kpis = new List<string>();
        for (var i = 0; i < words.Count;)
        {
            if (At(words, i) is { } hit)
            {
                kpis.Add(hit.Id);
                marked.Add(new(Word.Kpi, words[i].Clause, words[i].Start, words[i + hit.Length - 1].End));
                i += hit.Length;
            }
            else
            {
                marked.Add(words[i++]);
            }
        }

        return (marked, kpis);
    }

    /// <summary>"ca" is the turnover after one of these ("le CA"); anywhere else it is the pronoun "ça", typed in haste.</summary>
    private static readonly HashSet<string> BeforeTurnover = ["le", "du", "de", "mon", "ton", "son", "notre", "votre", "leur", "un", "au", "quel", "en", "par"];

    private (string Id, int Length)? At(IReadOnlyList<Word> words, int at)
    {
        if (!_byFirst.TryGetValue(words[at].Text, out var names) && !(words[at].Text.EndsWith('s') && _byFirst.TryGetValue(words[at].Text[..^1], out names)))
        {
            return null;
        }

        foreach (var (name, id) in names)
        {
            var k = 0;
            while (k < name.Length && at + k < words.Count && (words[at + k].Text == name[k] || words[at + k].Text == name[k] + "s"))
            {
                k++;
            }

            if (k == name.Length && (name is not ["ca"] || (at > 0 && BeforeTurnover.Contains(words[at - 1].Text))))
            {
                return (id, k);
            }
        }

        return null;
    }
}
