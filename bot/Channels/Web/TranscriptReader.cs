using System.Globalization;
using MentorBot.Deliveries;
using MentorBot.Storage;
using MentorBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Channels.Web;

/// <summary>Puts a talk together from what came in and what was sent.</summary>
internal sealed class TranscriptReader(Database database)
{
    /// <param name="last">At most so many entries, the newest.</param>
    public async Task<Transcript> ReadAsync(Guid personId, int last, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var events = await Events(db, personId).OrderByDescending(e => e.Seq).Take(last + 1).ToListAsync(cancellationToken);
        var sent = await Sent(db, personId).OrderByDescending(d => d.Seq).Take(last + 1).ToListAsync(cancellationToken);
        var all = events.Select(EntryOf).Concat(sent.Select(EntryOf))
            .OrderBy(e => e.At).ThenBy(e => e is MentorEntry).ThenBy(e => e.Seq).ToList();
        var shown = all.Where(e => e is not PersonEntry { Content: OpenedContent }).TakeLast(last).ToList();
        return new Transcript(shown, WorkingOn(events), all.Count > last);
    }

    /// <summary>Changes whenever the talk does; cheap enough to ask every few seconds.</summary>
    public async Task<string> StampAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var open = await Events(db, personId).CountAsync(e => e.State == InboundState.Waiting || e.State == InboundState.Leased, cancellationToken);
        var lastIn = await Events(db, personId).MaxAsync(e => (long?)e.Seq, cancellationToken);
        var sent = await Sent(db, personId).CountAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{lastIn}/{open}/{sent}");
    }

    public async Task<bool> HasStartedAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await Events(db, personId).AnyAsync(cancellationToken) || await Sent(db, personId).AnyAsync(cancellationToken);
    }

    private static IQueryable<InboundEvent> Events(BotDb db, Guid personId)
    {
        var conversation = WebAddress.Conversation(personId);
        return db.Set<InboundEvent>().AsNoTracking().Where(e => e.Channel == WebAddress.Channel && e.Conversation == conversation);
    }

    private static IQueryable<Delivery> Sent(BotDb db, Guid personId)
    {
        var conversation = WebAddress.Conversation(personId);
        return db.Set<Delivery>().AsNoTracking().Where(d => d.Channel == WebAddress.Channel && d.Conversation == conversation && d.State == DeliveryState.Sent);
    }

    private static TranscriptEntry EntryOf(InboundEvent e) => new PersonEntry(e.Id, e.Seq, e.ReceivedAt, WebAddress.PageKey(e.Key), InboundContent.FromJson(e.Content), e.State == InboundState.Failed);

    private static TranscriptEntry EntryOf(Delivery d) => new MentorEntry(d.Id, d.Seq, d.SentAt ?? d.DueAt, d.Message);

    private static Working WorkingOn(IEnumerable<InboundEvent> events)
    {
        var open = events.Where(e => e.State is InboundState.Waiting or InboundState.Leased).ToList();
        return open.Count == 0 ? Working.No : open.Any(e => InboundContent.FromJson(e.Content) is FileContent { FileId: not null }) ? Working.ReadingFile : Working.Thinking;
    }
}
