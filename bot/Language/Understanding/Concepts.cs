namespace MentorBot.Language;

/// <summary>Words of both languages that carry one idea ("chute", "plonge", "drop", "tank"), so that a phrasing generalises to words it never used.</summary>
internal sealed class Concepts
{
    private const int Prefix = 3;

    private readonly Dictionary<string, string> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Stem, string Concept)>> _stems = new(StringComparer.Ordinal);

    /// <param name="concepts">Name of the idea, and its words; a word that ends in * stands for every word it starts.</param>
    public Concepts(IEnumerable<(string Concept, IEnumerable<string> Words)> concepts)
    {
        foreach (var (concept, words) in concepts)
        {
            foreach (var written in words)
            {
                var word = WordSplitter.Plain(written.TrimEnd('*')).FirstOrDefault("") + (written.EndsWith('\'') ? "'" : "");
                if (!written.EndsWith('*') || word.Length < Prefix)
                {
                    _whole.TryAdd(word, concept);
                    continue;
                }

                if (!_stems.TryGetValue(word[..Prefix], out var stems))
                {
                    _stems[word[..Prefix]] = stems = [];
                }

                stems.Add((word, concept));
            }
        }
    }

    public IEnumerable<string> Words => _whole.Keys;

    public IEnumerable<string> Stems => _stems.Values.SelectMany(s => s).Select(s => s.Stem);

    /// <returns>The idea that a word carries, or null.</returns>
    public string? Of(string word)
    {
        if (_whole.TryGetValue(word, out var concept))
        {
            return concept;
        }

        if (word.Length >= Prefix && _stems.TryGetValue(word[..Prefix], out var stems))
        {
            foreach (var (stem, idea) in stems)
            {
                if (word.StartsWith(stem, StringComparison.Ordinal))
                {
                    return idea;
                }
            }
        }

        return null;
    }
}
