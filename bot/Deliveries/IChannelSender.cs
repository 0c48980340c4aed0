using MentorBot.Messages;
using MentorBot.People;

namespace MentorBot.Deliveries;

/// <summary>Open set: one per channel that this instance can send on. Renders a message in the channel's own terms and hands it over.</summary>
internal interface IChannelSender
{
    /// <summary>"slack", "msteams", "web", "terminal".</summary>
    string Channel { get; }

    /// <summary>
    /// True where the transcript in our own database is what people read: committing the row is the whole effect, so that no send can be lost or repeated.
    /// </summary>
    bool IsTranscript { get; }

    /// <summary>
    /// True where nothing tells afterwards whether a send of unknown outcome arrived: a reply or an escalation then goes out once more, marked as a possible repeat,
    /// because a person left without an answer is worse off than one who reads it twice. Nudges and broadcasts never do.
    /// </summary>
    bool MayRepeat => false;

    /// <summary>Where somebody of the roster is written to first who was never seen on this channel; null where only they can begin.</summary>
    Address? FirstAddress(Identity identity) => null;

    /// <summary>
    /// Never throws for what the channel answers; a fault of ours may throw and is treated as an unknown outcome. Called for several conversations at once.
    /// Ends soon after <paramref name="cancellationToken"/> fires, with what is known then.
    /// </summary>
    Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken);
}

/// <summary>What a channel made of one send.</summary>
internal abstract record SendResult
{
    /// <summary>The channel's id of what it has accepted so far; the next try of the same delivery finds it in <see cref="Delivery.ChannelRef"/> and goes on from there.</summary>
    public string? Reference { get; init; }

    internal sealed record Sent : SendResult
    {
        /// <param name="reference">The channel's id of the message.</param>
        public Sent(string? reference) => Reference = reference;
    }

    /// <summary>The channel definitely did not take it and says when to come back.</summary>
    internal sealed record RetryLater(TimeSpan After) : SendResult
    {
        /// <summary>True when we kept it back ourselves to stay under the channel's limits: no failure.</summary>
        public bool Paced { get; init; }
    }

    /// <summary>Definitely not, and trying again will not help.</summary>
    /// <param name="Reason">Key in the texts of "deliveries": not-installed, blocked, left, chat-deleted, too-large…</param>
    internal sealed record Failed(string Reason) : SendResult
    {
        /// <summary>True when it is the person who is not reached there, whatever the message: the next ones would fail alike.</summary>
        public bool IsUnreachable { get; init; }
    }

    /// <summary>It may have arrived: never blindly repeated.</summary>
    internal sealed record Unknown : SendResult;
}
