using MentorBot.Messages;
using MentorBot.People;
using MentorBot.Storage;

namespace MentorBot.Turns;

/// <summary>The door: keeps an event before its channel acknowledges it. The same key twice is one event.</summary>
internal sealed class Inbox(HotWrites writes, Handover handover, PeopleDirectory people, Signals signals, TimeProvider time, Ids ids)
{
    /// <summary>Once this returns the event survives anything.</summary>
    /// <returns>Whether the event is new, and by what it is found again.</returns>
    public async Task<Acceptance> AcceptAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var card = arrival.PersonId is { } id ? people.Find(id) : people.Find(arrival.Address.Channel, arrival.Address.Workspace, arrival.Sender)
            ?? await people.EnrolAsync(arrival.Address.Channel, arrival.Address.Workspace, arrival.Sender, arrival.SenderName, cancellationToken);
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
            Client = arrival.Client?.ToJson(),
            PrivateAddress = arrival.Private?.ToJson(),
            AnswerBy = arrival.AnswerBy,
            At = arrival.At ?? now,
            ReceivedAt = now,
        };
        if (!await KeepAsync(row, cancellationToken))
        {
            return new Acceptance(false, row.Id, row.Lane);
        }

        if (row.AnswerBy is null)
        {
            signals.Inbox.Wake();
        }

        if (card is not null)
        {
            signals.TranscriptChanged(card.Id);
        }

        return new Acceptance(true, row.Id, row.Lane);
    }

    /// <summary>Whether it was new. A worker of ours has it in hand then, or it waits to be claimed.</summary>
    private async Task<bool> KeepAsync(InboundEvent row, CancellationToken cancellationToken)
    {
        var lease = row.AnswerBy is null ? handover.Reserve() : null;
        var isNew = false;
        try
        {
            isNew = await writes.RunAsync(session => session.KeepAsync(row, lease), cancellationToken);
            return isNew;
        }
        finally
        {
            var isLeased = isNew && row.State == InboundState.Leased;
            if (isNew && !isLeased)
            {
                handover.Left();
            }

            if (lease is not null)
            {
                handover.Hand(isLeased ? row : null);
            }
        }
    }
}

/// <summary>What a channel's normaliser made of one event on its wire.</summary>
/// <param name="Key">The channel's own id of the event; a redelivery has the same.</param>
/// <param name="Sender">The channel's id of the sender.</param>
/// <param name="PersonId">Where the channel already knows who it is (web, terminal).</param>
/// <param name="At">When it was written, if the channel says so.</param>
internal sealed record Arrival(Address Address, string Key, string Sender, InboundContent Content, Guid? PersonId = null, string? SecondKey = null, DateTimeOffset? At = null)
{
    /// <summary>What the channel calls the sender; the name of somebody who is enrolled.</summary>
    public string? SenderName { get; init; }

    public ClientHints? Client { get; init; }

    /// <summary>The sender's own conversation, where <see cref="Address"/> is one that others read.</summary>
    public Address? Private { get; init; }

    /// <summary>Until when the channel holds the line for an answer, see <see cref="AwaitedTurns"/>.</summary>
    public DateTimeOffset? AnswerBy { get; init; }
}

/// <param name="IsNew">False when the event was already here; nothing was kept then.</param>
internal readonly record struct Acceptance(bool IsNew, Guid EventId, string Lane);
