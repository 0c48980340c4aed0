using MentorBot.Messages;

namespace MentorBot.Turns;

/// <summary>Something a person did, kept before it is acknowledged and handled once.</summary>
internal sealed class InboundEvent
{
    /// <summary>Order of arrival; given by the database.</summary>
    public long Seq { get; set; }

    public required Guid Id { get; init; }

    /// <summary>Empty when the sender is not known.</summary>
    public required Guid OrganisationId { get; init; }

    public required string Channel { get; init; }

    public required string Workspace { get; init; }

    /// <summary>The channel's own id of the event; unique per channel and workspace, so that a redelivery ends at the door.</summary>
    public required string Key { get; init; }

    /// <summary>A second id where a channel reports one thing twice under two ids (Slack: channel and ts).</summary>
    public string? SecondKey { get; init; }

    public required string Conversation { get; init; }

    public string? Reference { get; init; }

    /// <summary>The channel's id of the sender.</summary>
    public required string Sender { get; init; }

    public required Guid? PersonId { get; init; }

    /// <summary>Events of one lane are handled one at a time, oldest first: the person's id, or the address of an unknown sender.</summary>
    public required string Lane { get; init; }

    /// <summary>An <see cref="InboundContent"/> as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>Where the sender's client says they are, as JSON of a <see cref="ClientHints"/>.</summary>
    public string? Client { get; init; }

    /// <summary>Set where others read along (a channel, a group chat): the sender's own conversation, as JSON of an Address.</summary>
    public string? PrivateAddress { get; init; }

    /// <summary>Set where the sender's client holds the line: until then the receiving instance alone runs the turn and gives the answer; afterwards it follows as messages.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public InboundState State { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public Guid? LeaseOwner { get; set; }

    /// <summary>How often it was leased; a process that dies leaves nothing else.</summary>
    public int Attempts { get; set; }

    /// <summary>How often handling it failed.</summary>
    public int Faults { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Of the event by which a person's words from an open conversation are handled again in their own.</summary>
    public static string PrivateKey(Guid asked, Guid person) => $"private:{asked:N}:{person:N}";

    public Address Address => new(Channel, Workspace, Conversation, Reference);
}

internal enum InboundState
{
    Waiting,
    Leased,
    Done,

    /// <summary>Given up after repeated faults; the person was told.</summary>
    Failed,
}
