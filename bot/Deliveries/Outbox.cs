using MentorBot.Messages;
using MentorBot.Storage;

namespace MentorBot.Deliveries;

/// <summary>Turns a decided message into a Delivery row of the caller's own transaction.</summary>
internal sealed class Outbox(IEnumerable<IChannelSender> senders, Ids ids)
{
    private readonly HashSet<string> _transcripts = senders.Where(s => s.IsTranscript).Select(s => s.Channel).ToHashSet();

    /// <param name="key">Unique for ever; a second row with the same key is refused by the database.</param>
    /// <param name="due">Not sent before.</param>
    public Delivery Add(BotDb db, string key, DeliveryClass @class, Guid organisationId, Guid? personId, Address to, Message message, DateTimeOffset now, DateTimeOffset? due = null)
    {
        var at = due ?? now;
        var delivery = new Delivery
        {
            Id = ids.Next(),
            OrganisationId = organisationId,
            Key = key,
            Class = @class,
            PersonId = personId,
            Channel = to.Channel,
            Workspace = to.Workspace,
            Conversation = to.Conversation,
            Reference = to.Reference,
            Body = message.ToJson(),
            CreatedAt = now,
            DueAt = at,
        };
        if (at <= now && _transcripts.Contains(to.Channel))
        {
            delivery.State = DeliveryState.Sent;
            delivery.SentAt = now;
        }

        db.Add(delivery);
        return delivery;
    }
}
