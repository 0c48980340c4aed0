namespace MentorBot.Turns;

/// <summary>Open set: one way to answer an event. The router asks them stage by stage; the first that takes the turn ends it.</summary>
internal interface IIntent
{
    Stage Stage { get; }

    /// <summary>Order among intents of one stage; lower first.</summary>
    int Order => 0;

    /// <summary>May be asked where others read along: it says nothing of the person's own talk, and changes nothing in it.</summary>
    bool SpeaksInPublic => false;

    /// <returns>True when this intent has answered; false leaves the turn to the next one (only the language may have changed, or something owed have been said).</returns>
    ValueTask<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken);
}

/// <summary>Who is asked first. The order is the design's and is the same on every channel.</summary>
internal enum Stage
{
    /// <summary>A press on a button, which names its target.</summary>
    Choice,

    /// <summary>Distress ends everything else before anything else reads the words.</summary>
    Distress,

    /// <summary>Stop, help, back, resume, who sees this, language and form of address.</summary>
    Command,

    /// <summary>What is not the mentor's to answer.</summary>
    SensitiveTopic,

    /// <summary>A talk that a human holds.</summary>
    Held,

    /// <summary>The answer to the question that is open.</summary>
    OpenFlow,

    /// <summary>A file or figures with no flow open.</summary>
    Material,

    /// <summary>A mission named outright, a definition asked for.</summary>
    Explicit,

    Guess,

    Playbook,

    /// <summary>Greetings, thanks, and what nothing understood: one message with the missions of this build.</summary>
    Fallback,
}
