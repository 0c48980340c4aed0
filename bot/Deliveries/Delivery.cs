using MentorBot.Messages;

namespace MentorBot.Deliveries;

/// <summary>One message on its way to one address, and afterwards the record of what became of it. Inserted in the same commit as the decision to send.</summary>
internal sealed class Delivery
{
    /// <summary>Order of insertion; the order within a conversation.</summary>
    public long Seq { get; init; }

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Makes a repeat harmless: "reply:{event}:{n}", "followup:{id}".</summary>
    public required string Key { get; init; }

    public required DeliveryClass Class { get; init; }

    /// <summary>Null when the sender is not in the roster.</summary>
    public required Guid? PersonId { get; init; }

    public required string Channel { get; set; }

    public required string Workspace { get; set; }

    public required string Conversation { get; set; }

    /// <summary>The channel's own reference, opaque here.</summary>
    public string? Reference { get; set; }

    /// <summary>The Message as JSON.</summary>
    public required string Body { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DeliveryState State { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public Guid? LeaseOwner { get; set; }

    /// <summary>How often it was leased.</summary>
    public int Attempts { get; set; }

    /// <summary>How often the channel could not take it and it was put back; waiting for the pace is not counted.</summary>
    public int Failures { get; set; }

    /// <summary>True once it goes out a second time after an outcome that nobody knows: the person may read it twice. Counted apart.</summary>
    public bool PossibleRepeat { get; set; }

    /// <summary>The channel's id of what it accepted: Slack ts, activity ids. While the delivery is open: of the part that was accepted so far.</summary>
    public string? ChannelRef { get; set; }

    /// <summary>Why it failed, as a text key.</summary>
    public string? Reason { get; set; }

    /// <summary>Where it was tried before and why it did not arrive there, as JSON of a list of <see cref="Detour"/>; null when it went where it was meant to.</summary>
    public string? Detours { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public Message Message => Message.FromJson(Body);

    public Address Address => new(Channel, Workspace, Conversation, Reference);

    /// <summary>Waits again, to be sent elsewhere; nobody holds it any more.</summary>
    public void GoTo(Address next, string detours, DateTimeOffset now)
    {
        (Channel, Workspace, Conversation, Reference) = (next.Channel, next.Workspace, next.Conversation, next.Reference);
        (State, Failures, Detours, DueAt, LeaseOwner) = (DeliveryState.Queued, 0, detours, now, null);
    }
}

/// <summary>Leased in this order.</summary>
internal enum DeliveryClass
{
    Reply,
    Escalation,
    Nudge,
    Broadcast,
}

internal enum DeliveryState
{
    Queued,
    Sending,
    Sent,
    Unconfirmed,
    Failed,
    Cancelled,
}
