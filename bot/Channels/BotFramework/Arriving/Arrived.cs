using MentorBot.Channels.BotFramework.Rendering;
using MentorBot.Channels.BotFramework.Wire;
using MentorBot.Turns;

namespace MentorBot.Channels.BotFramework.Arriving;

/// <summary>What one activity means to us.</summary>
internal abstract record Arrived
{
    /// <summary>Something a person did: kept in the inbox, handled once.</summary>
    internal sealed record Event(Arrival Arrival) : Arrived;

    /// <summary>A person took back what they wrote: its words go from the inbox too.</summary>
    /// <param name="Message">With the key under which it came, or will come.</param>
    internal sealed record Withdrawn(Arrival Message) : Arrived;

    /// <summary>A button of ours, pressed in a client that sends presses as messages.</summary>
    internal sealed record Press(Activity Activity, ActivityChoices Choices) : Arrived;

    /// <summary>The client waits for a body of the invoke's own shape.</summary>
    internal sealed record Invoke(Activity Activity) : Arrived;

    /// <summary>Our own message, an edit, a read receipt, a type we do not know: accepted, nothing done.</summary>
    internal sealed record Nothing : Arrived;

    /// <summary>The activity cannot be used; the sentence says why.</summary>
    internal sealed record Unusable(string Reason) : Arrived;
}
