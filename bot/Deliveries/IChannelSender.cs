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

    /// <summary>Never throws for what the channel answers; a fault of ours may throw and is treated as an unknown outcome.</summary>
    Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken);
}

/// <summary>What a channel made of one send.</summary>
internal abstract record SendResult
{
    /// <param name="Reference">The channel's id of the message.</param>
    internal sealed record Sent(string? Reference) : SendResult;

    /// <summary>The channel definitely did not take it and says when to come back.</summary>
    internal sealed record RetryLater(TimeSpan After) : SendResult;

    /// <summary>Definitely not, and trying again will not help.</summary>
    /// <param name="Reason">Text key a person can be shown: not installed, blocked, left, chat deleted, too large.</param>
    internal sealed record Failed(string Reason) : SendResult;

    /// <summary>It may have arrived: never blindly repeated.</summary>
    internal sealed record Unknown : SendResult;
}
