using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Turns;

/// <summary>The door: keeps an event before its channel acknowledges it. The same key twice is one event.</summary>
internal sealed class Inbox(Database database, PeopleDirectory people, Signals signals, TimeProvider time, Ids ids)
{
    /// <summary>Once this returns the event survives anything.</summary>
    /// <returns>False when the event was already here.</returns>
    public async Task<bool> AcceptAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var card = arrival.PersonId is { } id ? people.Find(id) : people.Find(arrival.Address.Channel, arrival.Address.Workspace, arrival.Sender);
        var row = new InboundEvent
        {
            Id = ids.Next(),
            OrganisationId = card?.OrganisationId ?? Guid.Empty,
            Channel = arrival.Address.Channel,
            Workspace = arrival.Address.Workspace,
            Key = arrival.Key,
            SecondKey = arrival.SecondKey,
            Conversation = arrival.Address.Conversation,
            Reference = arrival.Address.Reference,
            Sender = arrival.Sender,
            PersonId = card?.Id,
            Lane = card?.Id.ToString("N") ?? $"{arrival.Address.Channel}:{arrival.Address.Workspace}:{arrival.Address.Conversation}",
            Content = arrival.Content.ToJson(),
            At = arrival.At ?? now,
            ReceivedAt = now,
        };
        await using var db = database.Open();
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (Database.IsDuplicate(e))
        {
            return false;
        }

        signals.Inbox.Wake();
        if (card is not null)
        {
            signals.TranscriptChanged(card.Id);
        }

        return true;
    }
}

/// <summary>What a channel's normaliser made of one event on its wire.</summary>
/// <param name="Key">The channel's own id of the event; a redelivery has the same.</param>
/// <param name="Sender">The channel's id of the sender.</param>
/// <param name="PersonId">Where the channel already knows who it is (web, terminal).</param>
/// <param name="At">When it was written, if the channel says so.</param>
internal sealed record Arrival(Address Address, string Key, string Sender, InboundContent Content, Guid? PersonId = null, string? SecondKey = null, DateTimeOffset? At = null);
