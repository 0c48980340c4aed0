using MentorBot.Messages;

namespace MentorBot.Language;

/// <summary>Everything learnt from the language files and the rooms' vocabularies, ready to be matched.</summary>
internal sealed class Phrasings
{
    private const string KpiSlot = "kpislot";

    private readonly Dictionary<string, LanguageFile> _files;
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Spelling> _spelling;
    private readonly TypedLanguage _language;
    private readonly KpiNames _kpis;
    private readonly Concepts _concepts;
    private readonly string[][] _fillers;
    private readonly PhraseClassifier _classifier;

    /// <param name="prompts">The prompts folder.</param>
    /// <exception cref="InvalidDataException">A language file is malformed.</exception>
    public Phrasings(string prompts, IEnumerable<IVocabulary> vocabularies)
    {
        _files = Locales.All.ToDictionary(l => l, l => LanguageFile.Load(prompts, l), StringComparer.Ordinal);
        var rooms = vocabularies.SelectMany(v => Locales.All.SelectMany(l => v.Said(l).Select(p => (Locale: l, Phrases: p)))).ToList();
        _kpis = new(rooms.Select(r => r.Phrases));
        _fillers = [.. _files.Values.SelectMany(f => f.Fillers)];
        _concepts = new(_files.Values.SelectMany(f => f.Concepts));
        Lessons = [.. Locales.All.SelectMany(l => _files[l].Lessons).GroupBy(l => l.Label).Select(Join)];

        var examples = Locales.All.SelectMany(l => _files[l].Lessons.SelectMany(lesson => lesson.Says.Select(s => (Locale: l, lesson.Label, Text: s))))
            .Concat(rooms.Where(r => r.Phrases.Gesture == Gesture.Mission).SelectMany(r => r.Phrases.Said.Select(s => (r.Locale, Label: Labels.Mission(r.Phrases.Subject), Text: s))))
            .Select(e => (e.Locale, e.Label, e.Text, Words: Split(e.Text)))
            .ToList();
        _language = new(examples.Select(e => (e.Locale, e.Words.Select(w => w.Text))).Concat(Locales.All.SelectMany(KnownOf)));
        var expanded = examples.ConvertAll(e => (e.Locale, e.Label, e.Text, Words: Expand(e.Words, e.Locale)));
        _spelling = Locales.All.ToDictionary(l => l, l => new Spelling(
            expanded.Where(e => e.Locale == l).SelectMany(e => e.Words).Select(w => w.Text)
                .Concat(_files[l].Lessons.SelectMany(n => n.Cues.All.Concat(n.Unless.All)).SelectMany(c => c.Words))
                .Concat(_files[l].Known).Concat(_concepts.Words).Concat(_files[l].Fillers.SelectMany(w => w)).Concat(_kpis.Words),
            _files[l].Lessons.SelectMany(n => n.Cues.All.Concat(n.Unless.All)).SelectMany(c => c.Stems).Concat(_concepts.Stems)));
        var marked = expanded.ConvertAll(e => (e.Label, e.Text, Words: _kpis.Mark(e.Words).Words));
        foreach (var (label, _, words) in marked)
        {
            _said.TryAdd(Key(words), label);
        }

        // "super, merci" is thanks, "super" is not: courtesies keep all their words.
        foreach (var (label, _, words) in marked.Where(e => Labels.Read(e.Label).Gesture is not (Gesture.None or Gesture.Greeting or Gesture.Thanks)))
        {
            _said.TryAdd(Key(Bare(words)), label);
        }

        _classifier = PhraseClassifier.Train([.. marked.Select(e => (e.Label, Features.Of(e.Words, Asks(e.Text), _concepts)))]);
    }

    public IReadOnlyList<Lesson> Lessons { get; }

    /// <returns>The likeliest label of these words and its probability.</returns>
    public (string Label, double Probability) Likeliest(IReadOnlyList<Word> words, bool question) => _classifier.Best(Features.Of(words, question, _concepts));

    /// <returns>How probable it is that these words mean the label.</returns>
    public double Probability(string label, IReadOnlyList<Word> words, bool question) => _classifier.ProbabilityOf(label, Features.Of(words, question, _concepts));

    /// <summary>Whether a word of pain stands among them.</summary>
    public bool Hurts(IReadOnlyList<Word> words) => words.Any(w => _concepts.Of(w.Text) == "pain");

    /// <summary>Whether the person speaks of himself or herself.</summary>
    public bool IsPersonal(IReadOnlyList<Word> words) => words.Any(w => _concepts.Of(w.Text) == "self");

    /// <summary>Whether a word of the trade stands among them: a KPI, a campaign, a file, a price.</summary>
    public bool IsTrade(IReadOnlyList<Word> words) =>
        words.Any(w => w.Text == Word.Kpi || _concepts.Of(w.Text) is "figures" or "sheet" or "ads" or "platform" or "money" or "test" or "offer" or "craft");

    public static bool Asks(string text) => text.Contains('?', StringComparison.Ordinal);

    /// <summary>A typed message as known words: short forms written out, slips mended, KPI names marked.</summary>
    public Heard Hear(string text, string locale)
    {
        var typed = WordSplitter.Split(text);
        var language = _language.Of(typed, text);
        var mended = Expand(typed, language ?? locale).ConvertAll(w => w with { Text = Mend(w.Text, language ?? locale) });
        var (words, kpis) = _kpis.Mark(Expand(mended, language ?? locale));
        return new(text, words, kpis, language ?? _language.Of(words, text));
    }

    private string Mend(string word, string locale) =>
        _spelling.Values.Any(s => s.Knows(word)) ? word : _spelling.GetValueOrDefault(locale, _spelling[Locales.English]).Correct(word);

    /// <returns>The label that these words alone say, or null.</returns>
    public string? Said(IReadOnlyList<Word> words) => words.Count == 0 ? null
        : _said.GetValueOrDefault(Key(words)) ?? _said.GetValueOrDefault(Key(Bare(words)));

    /// <summary>Without the polite and hesitating words at both ends; the words themselves when nothing else is left.</summary>
    public IReadOnlyList<Word> Bare(IReadOnlyList<Word> words)
    {
        var (from, to) = (0, words.Count);
        for (var cut = true; cut && from < to;)
        {
            cut = false;
            foreach (var filler in _fillers)
            {
                if (Is(words, from, to, filler, atEnd: false))
                {
                    from += filler.Length;
                    cut = true;
                }
                else if (Is(words, from, to, filler, atEnd: true))
                {
                    to -= filler.Length;
                    cut = true;
                }
            }
        }

        return from < to ? [.. words.Skip(from).Take(to - from)] : words;
    }

    private static bool Is(IReadOnlyList<Word> words, int from, int to, string[] filler, bool atEnd)
    {
        var start = atEnd ? to - filler.Length : from;
        if (filler.Length > to - from)
        {
            return false;
        }

        for (var i = 0; i < filler.Length; i++)
        {
            if (words[start + i].Text != filler[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>An example of ours, where "{kpi}" stands for any KPI.</summary>
    private static List<Word> Split(string example) =>
        WordSplitter.Split(example.Replace("{kpi}", KpiSlot, StringComparison.Ordinal)).ConvertAll(w => w.Text == KpiSlot ? w with { Text = Word.Kpi } : w);

    private static string Key(IReadOnlyList<Word> words) => string.Join(' ', words.Select(w => w.Text));

    private static Lesson Join(IGrouping<string, Lesson> same) =>
        new(same.Key, [.. same.SelectMany(l => l.Says)], new([.. same.SelectMany(l => l.Cues.All)]), new([.. same.SelectMany(l => l.Unless.All)]));

    private IEnumerable<(string Locale, IEnumerable<string> Words)> KnownOf(string locale) =>
        [(locale, _files[locale].Known), (locale, _files[locale].Known), (locale, _files[locale].Short.Keys), (locale, _files[locale].Fillers.SelectMany(f => f)), (locale, _files[locale].Short.Values.SelectMany(w => w))];

    /// <summary>The language that the message leans to decides first: "y" is a French word and an English "why".</summary>
    private List<Word> Expand(List<Word> words, string locale)
    {
        var own = _files[_files.ContainsKey(locale) ? locale : Locales.English];
        var other = _files.Values.First(f => f != own);
        var expanded = new List<Word>(words.Count + 4);
        foreach (var word in words)
        {
            if (own.Short.TryGetValue(word.Text, out var full) || (word.Text.Length > 1 && other.Short.TryGetValue(word.Text, out full)))
            {
                expanded.AddRange(full.Select(f => word with { Text = f }));
            }
            else
            {
                expanded.Add(word);
            }
        }

        return expanded;
    }
}
