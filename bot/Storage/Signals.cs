using System.Collections.Concurrent;

namespace MentorBot.Storage;

/// <summary>
/// In-process nudges after a commit, so that nobody waits for the next poll. They carry nothing and may be lost: what counts is in the database.
/// </summary>
internal sealed class Signals
{
    private readonly ConcurrentDictionary<Guid, Action> _transcripts = new();

    /// <summary>At most this many turns run at once in one process.</summary>
    public const int TurnWorkers = 4;

    public Pulse Inbox { get; } = new(TurnWorkers);

    public Pulse Outbox { get; } = new(1);

    public Pulse Clocks { get; } = new(1);

    /// <summary>Called, on any thread, when something a person sees may have changed.</summary>
    public IDisposable OnTranscript(Guid personId, Action changed)
    {
        _transcripts.AddOrUpdate(personId, changed, (_, others) => others + changed);
        return new Subscription(() => _transcripts.AddOrUpdate(personId, static () => { }, (_, others) => (others - changed) ?? (static () => { })));
    }

    public void TranscriptChanged(Guid personId)
    {
        if (_transcripts.TryGetValue(personId, out var changed))
        {
            changed();
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
