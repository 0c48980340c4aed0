using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Deliveries;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>What became of one call to the connector.</summary>
/// <param name="Outcome">Anything but <see cref="ConnectorOutcome.Answered"/>: no answer came, and the other values are empty.</param>
/// <param name="Status">Of HTTP.</param>
internal sealed record ConnectorAnswer(ConnectorOutcome Outcome, int Status = 0)
{
    /// <summary>The connector's own word for its refusal: "BotDisabledByAdmin".</summary>
    public string? Code { get; init; }

    public string? SubCode { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Null when the answer had no body, which a send on Teams may do.</summary>
    public ResourceResponse? Resource { get; init; }

    public bool IsSuccess => Outcome == ConnectorOutcome.Answered && Status is >= 200 and < 300;

    /// <summary>The chat is gone, or the address is no longer that of a connector that knows it.</summary>
    public bool IsConversationMissing => Outcome == ConnectorOutcome.Answered && Status == 404 && !IsActivityMissing;

    /// <summary>The message itself was not to its liking, or too large: nobody has it, and other content may be taken.</summary>
    public bool IsContentRefused => Outcome == ConnectorOutcome.TooLarge || (Outcome == ConnectorOutcome.Answered && Status is 400 or 413);

    public bool IsActivityMissing => Outcome == ConnectorOutcome.Answered && Status == 404 && Code == "ActivityNotFoundInConversation";

    /// <summary>
    /// The table of facts/bot-framework.md 3.5, with one difference that the design's rule 3 asks for: a new message that a gateway lost sight of may have
    /// arrived, so that what the vendor calls "retry" is "unknown" there.
    /// </summary>
    /// <param name="harmlessTwice">True for a call that has one effect however often it is made: an update, a deletion, the creation of a personal conversation.</param>
    /// <param name="failures">How often this delivery was turned away before; the pause grows with it.</param>
    /// <param name="chance">In [0, 1): spreads the retries.</param>
    public SendResult ToSendResult(bool harmlessTwice, int failures, double chance) => Outcome switch
    {
        ConnectorOutcome.NotAllowed => new SendResult.Failed("host-not-allowed"),
        ConnectorOutcome.TooLarge => new SendResult.Failed("too-large"),
        ConnectorOutcome.NeverLeft => Later(failures, chance),
        ConnectorOutcome.NoAnswer => harmlessTwice ? Later(failures, chance) : new SendResult.Unknown(),
        _ => Status switch
        {
            >= 200 and < 300 => new SendResult.Sent(Resource?.Id),
            412 or 429 => Later(failures, chance),
            503 when RetryAfter is not null => Later(failures, chance),
            408 or >= 500 and not 501 => harmlessTwice ? Later(failures, chance) : new SendResult.Unknown(),
            401 => new SendResult.Failed("not-registered"),
            403 => new SendResult.Failed(ReasonOf403()) { IsUnreachable = Code != "InvalidBotApiHost" },
            404 => new SendResult.Failed(IsActivityMissing ? "message-deleted" : "chat-deleted") { IsUnreachable = !IsActivityMissing },
            413 => new SendResult.Failed("too-large"),
            _ => new SendResult.Failed("refused"),
        },
    };

    private SendResult.RetryLater Later(int failures, double chance) => new(RetryAfter ?? Backoff.Pause(failures, chance));

    private string ReasonOf403() => (SubCode ?? Code, Code) switch
    {
        ("MessageWritesBlocked", _) or (_, "MessageWritesBlocked" or "ConversationBlockedByUser") => "blocked",
        (_, "BotNotInConversationRoster") => "left",
        (_, "BotDisabledByAdmin") => "disabled-by-admin",
        (_, "InvalidBotApiHost") => "wrong-cloud",
        (_, "ForbiddenOperationException") => "not-installed",
        (_, "NotEnoughPermissions") => "not-permitted",
        _ => "forbidden",
    };
}

internal enum ConnectorOutcome
{
    /// <summary>There is a status.</summary>
    Answered,

    /// <summary>The service URL is not one we give a token or a message to; nothing was called.</summary>
    NotAllowed,

    /// <summary>Above the channel's limit; nothing was called.</summary>
    TooLarge,

    /// <summary>No token, no name, no connection: nobody has the message.</summary>
    NeverLeft,

    /// <summary>The request was out, then the connection broke or the time was up.</summary>
    NoAnswer,
}
