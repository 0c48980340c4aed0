using MentorBot.Messages;
using MentorBot.Turns;

namespace MentorBot.Channels.Web;

/// <summary>The talk as its page shows it.</summary>
/// <param name="Entries">Oldest first.</param>
/// <param name="Working">What the mentor is busy with right now.</param>
/// <param name="HasEarlier">Older entries exist that are not here.</param>
internal sealed record Transcript(IReadOnlyList<TranscriptEntry> Entries, Working Working, bool HasEarlier)
{
    public static readonly Transcript Empty = new([], Working.No, false);

    private readonly Dictionary<string, IReadOnlyList<string>> _picked = Entries.OfType<PersonEntry>().Select(e => e.Content).OfType<ChoiceContent>()
        .GroupBy(c => c.Nonce).ToDictionary(g => g.Key, g => g.First().Values);

    private readonly Dictionary<string, int> _versions = Entries.OfType<MentorEntry>().SelectMany(e => e.Message.Parts).OfType<ChoicesPart>()
        .GroupBy(c => c.Target).ToDictionary(g => g.Key, g => g.Max(c => c.Version));

    /// <summary>Pressed once, a set stays as it was answered; one whose question was asked anew since cannot be pressed any more.</summary>
    public Pages.ChoiceState StateOf(ChoicesPart part) =>
        _picked.TryGetValue(part.Nonce, out var values) ? new(false, values) : new(_versions.GetValueOrDefault(part.Target, part.Version) <= part.Version, []);
}

/// <param name="Id">Stable across readings.</param>
/// <param name="Seq">Order within its own kind.</param>
/// <param name="At">When the other side could first see it.</param>
internal abstract record TranscriptEntry(Guid Id, long Seq, DateTimeOffset At);

/// <param name="Key">The key that the page sent it with.</param>
/// <param name="Failed">Kept, but no answer could be made.</param>
internal sealed record PersonEntry(Guid Id, long Seq, DateTimeOffset At, string Key, InboundContent Content, bool Failed) : TranscriptEntry(Id, Seq, At);

internal sealed record MentorEntry(Guid Id, long Seq, DateTimeOffset At, Message Message) : TranscriptEntry(Id, Seq, At);

internal enum Working
{
    No,
    Thinking,
    ReadingFile,
}
