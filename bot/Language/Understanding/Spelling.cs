namespace MentorBot.Language;

/// <summary>Finds the known word that a typed one was meant to be: Damerau-Levenshtein, one slip from four letters, two from eight.</summary>
internal sealed class Spelling
{
    private readonly HashSet<string> _known;
    private readonly string[] _stems;
    private readonly ILookup<(char First, int Length), string> _byStart;

    /// <param name="words">What a slip may be mended to.</param>
    /// <param name="stems">Beginnings of known words.</param>
    public Spelling(IEnumerable<string> words, IEnumerable<string> stems)
    {
        _known = new(words, StringComparer.Ordinal);
        _stems = [.. stems.Where(s => s.Length > 3).Distinct()];
        _byStart = _known.Where(w => w.Length >= 4 && char.IsAsciiLetter(w[0])).Order(StringComparer.Ordinal).ToLookup(w => (w[0], w.Length));
    }

    public bool Knows(string word) => _known.Contains(word) || Array.Exists(_stems, s => word.StartsWith(s, StringComparison.Ordinal));

    /// <returns>The nearest known word, or the word itself when it is known, short, or near none.</returns>
    public string Correct(string word)
    {
        if (word.Length < 4 || word.Length > 24 || !char.IsAsciiLetter(word[0]) || Knows(word))
        {
            return word;
        }

        var best = word;
        var allowed = word.Length < 8 ? 1 : 2;
        var nearest = allowed + 1;
        Span<char> starts = [word[0], word[1]];
        foreach (var start in starts)
        {
            for (var length = word.Length - allowed; length <= word.Length + allowed; length++)
            {
                foreach (var candidate in _byStart[(start, length)])
                {
                    if (Distance(word, candidate, nearest - 1) is var distance && distance < nearest && !OnlyInflected(word, candidate))
                    {
                        (best, nearest) = (candidate, distance);
                    }
                }
            }
        }

        return best;
    }

    /// <summary>"campagnes" beside "campagne", "paused" beside "pause": another form, not a slip. A plural is folded, a tense is left as typed.</summary>
    private static bool OnlyInflected(string word, string candidate) =>
        word.Length > candidate.Length && word.StartsWith(candidate, StringComparison.Ordinal) && word[candidate.Length..] is "d" or "r" or "e" or "ee" or "es" or "ed" or "er" or "nt" or "ez";

    /// <returns>The number of slips, or limit + 1 when there are more.</returns>
    internal static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    value = Math.Min(value, before[j - 2] + 1);
                }

                current[j] = value;
                least = Math.Min(least, value);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return previous[b.Length];
    }
}
