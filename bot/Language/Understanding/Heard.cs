namespace MentorBot.Language;

/// <summary>A typed message as known words.</summary>
/// <param name="Kpis">Ids, in the order of the message.</param>
/// <param name="Language">"fr", "en", or null when the words are too few.</param>
internal sealed record Heard(string Text, IReadOnlyList<Word> Words, IReadOnlyList<string> Kpis, string? Language)
{
    private readonly HashSet<string> _present = new(Words.Select(w => w.Text), StringComparer.Ordinal);

    public bool AsksSomething => Phrasings.Asks(Text);

    /// <summary>Whether any of the patterns matches within a part of this message.</summary>
    public bool Matches(IReadOnlyList<Cue> cues, IReadOnlyList<Word> part)
    {
        foreach (var cue in cues)
        {
            if (cue.MayBeIn(_present) && cue.Find(part) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
