namespace MentorBot.Language;

/// <summary>A typed message as known words.</summary>
/// <param name="Kpis">Ids, in the order of the message.</param>
/// <param name="Language">"fr", "en", or null when the words are too few.</param>
internal sealed record Heard(string Text, IReadOnlyList<Word> Words, IReadOnlyList<string> Kpis, string? Language)
{
    private readonly HashSet<string> _present = new(Words.Select(w => w.Text), StringComparer.Ordinal);

    public bool AsksSomething => Phrasings.Asks(Text);

    /// <summary>Whether any of the patterns matches within a part of this message.</summary>
    public bool Matches(CueSet cues, IReadOnlyList<Word> part)
    {
        foreach (var cue in cues.MayBeIn(_present))
        {
            if (cue.Find(part) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The clauses that the patterns touch: what silences one clause leaves the others their say.</summary>
    public HashSet<int> ClausesOf(CueSet cues)
    {
        var touched = new HashSet<int>();
        foreach (var (first, last) in Hits(cues))
        {
            touched.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return touched;
    }

    /// <summary>Whether any of the patterns matches without a word in the silenced clauses.</summary>
    public bool MatchesOutside(CueSet cues, HashSet<int> silenced)
    {
        foreach (var (first, last) in Hits(cues))
        {
            if (!Enumerable.Range(first, last - first + 1).Any(silenced.Contains))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>The first and last clause that each match covers.</returns>
    private IEnumerable<(int First, int Last)> Hits(CueSet cues)
    {
        foreach (var cue in cues.MayBeIn(_present))
        {
            foreach (var (from, to) in cue.FindAll(Words))
            {
                yield return (Words[Math.Min(from, Words.Count - 1)].Clause, Words[Math.Max(from, to - 1)].Clause);
            }
        }
    }
}
