using MentorBot.Messages;

namespace MentorBot.Language;

/// <summary>
/// Finds what a typed message asks for, without a model. Cues and known phrasings decide; a classifier learnt from the same phrasings generalises them.
/// Ordinary answers to coaching questions come back as nothing.
/// </summary>
internal sealed class Understanding
{
    private const double LikelyEnough = .5;

    /// <summary>What leaves or turns a flow needs more evidence than what merely adds to it.</summary>
    private const double SureEnough = .62;

    /// <summary>Distress without a word of pain or of oneself, or amid the words of the trade.</summary>
    private const double Alarming = .85;

    /// <summary>Words; what is longer tells something instead of asking what a word means.</summary>
    private const int ShortQuestion = 8;

    private readonly Phrasings _phrasings;
    private readonly IReadOnlyList<Lesson> _cued;
    private readonly Dictionary<string, Lesson> _lessons;

    /// <param name="prompts">The prompts folder.</param>
    public Understanding(string prompts, IEnumerable<IVocabulary> vocabularies)
    {
        _phrasings = new(prompts, vocabularies);
        _lessons = _phrasings.Lessons.ToDictionary(l => l.Label, StringComparer.Ordinal);
        _cued = [.. _phrasings.Lessons.Where(l => l.Cues.All.Count > 0 && l.Label is not (Labels.None or Labels.Correct or Labels.ReturnTo or Labels.ReturnToPlace))];
    }

    /// <param name="locale">The person's own; the message may be in the other.</param>
    public Understood Read(string text, string locale)
    {
        var heard = _phrasings.Hear(text, locale);
        if (heard.Words.Count == 0)
        {
            return Understood.Nothing;
        }

        var read = Distressed(heard) ? Be(Labels.Distress, heard, heard.Words, whole: true)
            : Corrects(heard, locale) ? Be(Labels.Correct, heard, heard.Words, whole: true)
            : Returns(heard)
            ?? OfAll(heard)
            ?? OfClauses(heard)
            ?? Understood.Nothing with { TypedLocale = heard.Language };
        return (IsVoice(read.Gesture) ? read : read.Gesture is Gesture.Distress or Gesture.Correct ? null : VoiceClause(heard)) is { } voice
            && RestOf(heard, voice) is { } rest && BesideOf(rest, locale) is { } beside ? voice with { Beside = beside } : read;
    }

    /// <summary>A clause that says nothing but how to be addressed, whatever the others ask for.</summary>
    private Understood? VoiceClause(Heard heard)
    {
        var clauses = heard.Words.GroupBy(w => w.Clause).Select(c => (IReadOnlyList<Word>)[.. c]).ToList();
        return clauses.Count < 2 ? null
            : clauses.Where(c => _phrasings.Said(c) is { } said && IsVoice(Labels.Read(said).Gesture)).Select(c => Be(_phrasings.Said(c)!, heard, c, whole: false)).FirstOrDefault();
    }

    private static bool IsVoice(Gesture gesture) => gesture is Gesture.UseTu or Gesture.UseVous or Gesture.SpeakLanguage;

    /// <summary>What stands beside the wish counts when it asks for something itself, or is an answer with a figure; "s'il te plaît" and "salut" do not.</summary>
    private Beside? BesideOf(string rest, string locale)
    {
        if (WordSplitter.Split(rest).Count < 2)
        {
            return null;
        }

        var read = Read(rest, locale);
        var counts = read.Gesture is not (Gesture.None or Gesture.Greeting or Gesture.Thanks or Gesture.Yes or Gesture.No or Gesture.DontKnow or Gesture.Resume) && !IsVoice(read.Gesture);
        return counts || (read.Gesture == Gesture.None && rest.Any(char.IsDigit)) ? new(rest, read) : null;
    }

    /// <summary>The message without the clause that says how to be addressed; where all is one clause, the longer side of those words.</summary>
    private string? RestOf(Heard heard, Understood read)
    {
        var label = read.Gesture switch { Gesture.UseTu => "tu", Gesture.UseVous => "vous", _ => Labels.Language(read.Subject ?? "") };
        if (!_lessons.TryGetValue(label, out var lesson))
        {
            return null;
        }

        var clauses = heard.Words.GroupBy(w => w.Clause).Select(c => (IReadOnlyList<Word>)[.. c]).ToList();
        var others = clauses.Where(c => !(heard.Matches(lesson.Cues, c) || _phrasings.Said(c) == label)).ToList();
        if (clauses.Count > 1 && others.Count < clauses.Count)
        {
            return others.Count == 0 ? null : string.Join(", ", others.Select(c => heard.Text[c[0].Start..c[^1].End]));
        }

        return lesson.Cues.All.Select(c => c.Find(heard.Words)).FirstOrDefault(h => h is not null) is not var (from, to) ? null
            : from < heard.Words.Count && from > heard.Words.Count - to ? heard.Text[..heard.Words[from].Start].Trim()
            : to < heard.Words.Count ? heard.Text[heard.Words[to].Start..].Trim() : null;
    }

    /// <summary>Half a joke may stand before the cry for help: what silences one clause leaves the others their say.</summary>
    private bool Distressed(Heard heard)
    {
        var lesson = _lessons[Labels.Distress];
        var silenced = heard.ClausesOf(lesson.Unless);
        return heard.MatchesOutside(lesson.Cues, silenced)
            || SoundsDistressed(heard, silenced.Count == 0 ? heard.Words : [.. heard.Words.Where(w => !silenced.Contains(w.Clause))]);
    }

    private bool SoundsDistressed(Heard heard, IReadOnlyList<Word> words)
    {
        if (words.Count == 0 || (heard.Words.Count == words.Count && _phrasings.Said(words) is { } said && said != Labels.Distress))
        {
            return false;
        }

        var (hurts, personal, trade) = (_phrasings.Hurts(words), _phrasings.IsPersonal(words), _phrasings.IsTrade(words));
        var enough = (hurts || personal) && !trade ? LikelyEnough : hurts ? SureEnough : Alarming;
        return _phrasings.Probability(Labels.Distress, words, heard.AsksSomething) > enough;
    }

    private bool Corrects(Heard heard, string locale) =>
        heard.Words.Any(w => w.Text == Word.Figure) && Fires(_lessons[Labels.Correct], heard, heard.Words) && NumberReader.FindAll(heard.Text, locale).Count > 0;

    /// <summary>"revenons au budget": the words after the cue say where to. "go back" alone is Back.</summary>
    private Understood? Returns(Heard heard)
    {
        if (heard.Matches(_lessons[Labels.ReturnToPlace].Cues, heard.Words) && !heard.Matches(_lessons[Labels.ReturnToPlace].Unless, heard.Words))
        {
            return new(Gesture.ReturnTo, heard.Text, heard.Language, Whole: true);
        }

        var lesson = _lessons[Labels.ReturnTo];
        if (heard.Matches(lesson.Unless, heard.Words))
        {
            return null;
        }

        foreach (var cue in lesson.Cues.All)
        {
            if (cue.Find(heard.Words) is { } hit && hit.To < heard.Words.Count)
            {
                var rest = heard.Text[heard.Words[hit.To].Start..].Trim(' ', '?', '!', '.');
                return new(Gesture.ReturnTo, rest, heard.Language, Whole: true);
            }
        }

        return null;
    }

    private Understood? OfAll(Heard heard)
    {
        if (_phrasings.Said(heard.Words) is { } said)
        {
            return said == Labels.None ? Understood.Nothing with { TypedLocale = heard.Language } : Be(said, heard, heard.Words, whole: true);
        }

        var bare = _phrasings.Bare(heard.Words);
        var (label, probability) = _phrasings.Likeliest(heard.Words, heard.AsksSomething);
        foreach (var lesson in _cued)
        {
            if (!Fires(lesson, heard, bare) || (lesson.Label == Labels.Define && heard.Kpis.Count == 0) || (lesson.Label == Labels.DefineWord && (heard.Kpis.Count > 0 || heard.Words.Count > ShortQuestion)))
            {
                continue;
            }

            // "help, my figures fell" asks for the mission, not for the menu.
            var yields = Labels.Read(lesson.Label).Gesture is Gesture.Help or Gesture.Repeat or Gesture.ShowArithmetic or Gesture.Thanks or Gesture.Greeting;
            return Be(yields && probability > LikelyEnough && Labels.Read(label).Gesture == Gesture.Mission ? label : lesson.Label, heard, heard.Words, Alone(heard.Words) && !IsOneOfMany(lesson.Label, heard));
        }

        return Accepts(label, probability, heard, heard.Words) ? Be(label, heard, heard.Words, Alone(heard.Words) && !IsOneOfMany(label, heard)) : null;
    }

    /// <summary>"nobody looks, no time, the tone falls flat" is a list with a gesture's words among them, where one begins or ends with the gesture itself.</summary>
    private bool IsOneOfMany(string label, Heard heard)
    {
        var clauses = heard.Words.GroupBy(w => w.Clause).Select(c => (IReadOnlyList<Word>)[.. c]).ToList();
        return clauses.Count > 2 && Leaves(Labels.Read(label).Gesture)
            && !new[] { clauses[0], clauses[^1] }.Any(c => _phrasings.Said(c) == label || _phrasings.Likeliest(c, question: false) is var (likely, sure) && likely == label && sure >= SureEnough);
    }

    /// <summary>A message of several clauses may be an answer with a gesture beside it: "stop, c'était 12 %".</summary>
    private Understood? OfClauses(Heard heard)
    {
        var clauses = heard.Words.GroupBy(w => w.Clause).Select(c => (IReadOnlyList<Word>)[.. c]).ToList();
        if (clauses.Count < 2)
        {
            return null;
        }

        foreach (var clause in clauses)
        {
            var label = _phrasings.Said(clause);
            if (label is null && clause.Count > 1)
            {
                (label, var probability) = _phrasings.Likeliest(clause, heard.AsksSomething && clause == clauses[^1]);
                label = probability > .8 && Accepts(label, probability, heard, clause) ? label : null;
            }

            if (label is not null && Labels.Read(label).Gesture is not (Gesture.None or Gesture.Greeting or Gesture.Thanks or Gesture.Yes or Gesture.No or Gesture.DontKnow or Gesture.Define or Gesture.Distress))
            {
                return Be(label, heard, clause, whole: clauses.Where(c => c != clause).All(c => c.Count < 3 && c.All(w => w.Text != Word.Figure)));
            }
        }

        return null;
    }

    private bool Accepts(string label, double probability, Heard heard, IReadOnlyList<Word> words)
    {
        var gesture = Labels.Read(label).Gesture;
        if (gesture is Gesture.None or Gesture.Correct or Gesture.ReturnTo or Gesture.Distress || (gesture == Gesture.Define && heard.Kpis.Count == 0))
        {
            return false;
        }

        return probability >= (Leaves(gesture) ? SureEnough : LikelyEnough) && !(_lessons.TryGetValue(label, out var lesson) && heard.Matches(lesson.Unless, words));
    }

    private static bool Leaves(Gesture gesture) =>
        gesture is Gesture.Stop or Gesture.Pause or Gesture.Skip or Gesture.Back or Gesture.Resume or Gesture.Yes or Gesture.No or Gesture.UseTu or Gesture.UseVous or Gesture.Define;

    private static bool Fires(Lesson lesson, Heard heard, IReadOnlyList<Word> part) => heard.Matches(lesson.Cues, part) && !heard.Matches(lesson.Unless, part);

    private static bool Alone(IReadOnlyList<Word> words) => words.Count <= 25 && words.All(w => w.Text != Word.Figure);

    private static Understood Be(string label, Heard heard, IReadOnlyList<Word> words, bool whole)
    {
        var (gesture, subject) = Labels.Read(label);
        return new(gesture, gesture == Gesture.Define ? heard.Kpis[0] : subject, heard.Language, whole && words.Count > 0);
    }
}
