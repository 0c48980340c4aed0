namespace MentorBot.Language;

/// <summary>Patterns filed under the words that they cannot do without, so that a message only meets the few that may match.</summary>
internal sealed class CueSet
{
    private readonly Lazy<(Dictionary<string, List<Cue>> Filed, List<Cue> Others)> _index;

    public CueSet(IReadOnlyList<Cue> all)
    {
        All = all;
        _index = new(() => File(all));
    }

    public IReadOnlyList<Cue> All { get; }

    /// <param name="present">Every word of the message, once.</param>
    public IEnumerable<Cue> MayBeIn(IReadOnlyCollection<string> present)
    {
        var (filed, others) = _index.Value;
        foreach (var word in present)
        {
            if (filed.TryGetValue(word, out var cues))
            {
                foreach (var cue in cues)
                {
                    yield return cue;
                }
            }
        }

        foreach (var cue in others)
        {
            yield return cue;
        }
    }

    private static (Dictionary<string, List<Cue>> Filed, List<Cue> Others) File(IReadOnlyList<Cue> all)
    {
        var filed = new Dictionary<string, List<Cue>>(StringComparer.Ordinal);
        foreach (var cue in all)
        {
            foreach (var word in cue.Anchor)
            {
                if (!filed.TryGetValue(word, out var cues))
                {
                    filed[word] = cues = [];
                }

                cues.Add(cue);
            }
        }

        return (filed, [.. all.Where(c => c.Anchor.Count == 0)]);
    }
}
