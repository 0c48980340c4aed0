namespace MentorBot.Language;

/// <summary>
/// A readable pattern over words: <c>a|b</c> either word, <c>stem*</c> any ending, <c>word?</c> optional, <c>...</c> up to three words,
/// <c>two_words</c> one choice of two words,
/// <c>^</c> the start of the message or of a clause, <c>$</c> its end, <c>#</c> a figure, <c>{kpi}</c> a KPI's name.
/// </summary>
internal sealed class Cue
{
    private const int Gap = 3;

    private static readonly Choice End = new([], false);

    private readonly string _pattern;
    private readonly Atom[] _atoms;

    private Cue(string pattern)
    {
        _pattern = pattern;
        _atoms = [.. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        Anchor = _atoms.Where(a => a.Kind == Kind.Word && !a.Optional && a.Choices.All(c => c != End && (!c.Stem || c.Words.Length > 1)))
            .MinBy(a => a.Choices.Sum(c => Commonness(c.Words[0])))?.Choices.Select(c => c.Words[0]).Distinct().ToArray() ?? [];
    }

    private enum Kind
    {
        Word,
        Gap,
        Start,
        End,
    }

    /// <param name="Stem">The last word stands for every word that starts with it.</param>
    private sealed record Choice(string[] Words, bool Stem);

    private sealed record Atom(Kind Kind, Choice[] Choices, bool Optional);

    /// <summary>One of these words stands in every message that the pattern matches; empty when no word is sure to.</summary>
    public IReadOnlyList<string> Anchor { get; }

    public IEnumerable<string> Words => _atoms.SelectMany(a => a.Choices).SelectMany(c => c.Stem ? c.Words[..^1] : c.Words);

    public IEnumerable<string> Stems => _atoms.SelectMany(a => a.Choices).Where(c => c.Stem).Select(c => c.Words[^1]);

    public static Cue Parse(string pattern) => new(pattern);

    public override string ToString() => _pattern;

    /// <summary>Short words stand in most messages and tell little.</summary>
    private static int Commonness(string word) => word.Length switch { <= 2 => 20, 3 => 8, 4 => 2, _ => 1 };

    private static Atom Read(string part)
    {
        if (part is "..." or "^" or "$")
        {
            return new(part == "..." ? Kind.Gap : part == "^" ? Kind.Start : Kind.End, [], false);
        }

        var optional = part.EndsWith('?');
        return new(Kind.Word, [.. (optional ? part[..^1] : part).Split('|').Select(Choose).Where(c => c == End || c.Words.Length > 0)], optional);
    }

    /// <summary>"j'ai" is one choice of two words.</summary>
    private static Choice Choose(string choice) => choice switch
    {
        "{kpi}" => new([Word.Kpi], false),
        Word.Figure => new([Word.Figure], false),
        "$" => End,
        _ when choice.All(char.IsAsciiLetterLower) => new([choice], false),
        [.. var elided, '\''] => new([.. WordSplitter.Plain(elided).Select(w => w + "'")], false),
        _ => new(WordSplitter.Plain(choice.TrimEnd('*').Replace('_', ' ')), choice.EndsWith('*')),
    };

    /// <returns>The words it covers, or null.</returns>
    public (int From, int To)? Find(IReadOnlyList<Word> words)
    {
        for (var i = 0; i <= words.Count; i++)
        {
            if (Match(words, 0, i) is { } end)
            {
                return (i, end);
            }
        }

        return null;
    }

    /// <returns>The words that it covers, from each word where it starts.</returns>
    public IEnumerable<(int From, int To)> FindAll(IReadOnlyList<Word> words)
    {
        for (var i = 0; i <= words.Count; i++)
        {
            if (Match(words, 0, i) is { } end)
            {
                yield return (i, end);
            }
        }
    }

    private int? Match(IReadOnlyList<Word> words, int atom, int at)
    {
        for (; atom < _atoms.Length; atom++)
        {
            var wanted = _atoms[atom];
            switch (wanted.Kind)
            {
                case Kind.Start when at > 0 && (at >= words.Count || words[at - 1].Clause == words[at].Clause):
                case Kind.End when !Ends(words, at):
                    return null;
                case Kind.Start or Kind.End:
                    break;
                case Kind.Gap:
                    for (var skip = 0; skip <= Gap && at + skip <= words.Count; skip++)
                    {
                        if (Match(words, atom + 1, at + skip) is { } end)
                        {
                            return end;
                        }
                    }

                    return null;
                default:
                    return MatchChoices(words, atom, at);
            }
        }

        return at;
    }

    private int? MatchChoices(IReadOnlyList<Word> words, int atom, int at)
    {
        foreach (var choice in _atoms[atom].Choices)
        {
            if (Fits(choice, words, at) && Match(words, atom + 1, at + choice.Words.Length) is { } end)
            {
                return end;
            }
        }

        return _atoms[atom].Optional ? Match(words, atom + 1, at) : null;
    }

    /// <summary>Whether the clause is over before this place.</summary>
    private static bool Ends(IReadOnlyList<Word> words, int at) => at >= words.Count || at == 0 || words[at - 1].Clause != words[at].Clause;

    private static bool Fits(Choice choice, IReadOnlyList<Word> words, int at)
    {
        if (choice == End)
        {
            return Ends(words, at);
        }

        var last = choice.Words.Length - 1;
        if (at + last >= words.Count)
        {
            return false;
        }

        for (var i = 0; i <= last; i++)
        {
            var (wanted, typed) = (choice.Words[i], words[at + i].Text);
            if (i == last && choice.Stem ? !typed.StartsWith(wanted, StringComparison.Ordinal) : typed != wanted)
            {
                return false;
            }
        }

        return true;
    }
}
