using MentorBot.Language;
using MentorBot.Turns;

namespace MentorBot.Coaching;

/// <summary>What reaches a flow.</summary>
internal abstract record FlowInput
{
    internal sealed record Typed(string Text, Understood Understood) : FlowInput;

    /// <param name="Values">Choice values; one that begins with '@' is a gesture of the engine's own.</param>
    internal sealed record Pressed(IReadOnlyList<string> Values, string Label) : FlowInput;

    internal sealed record Uploaded(FileContent File) : FlowInput;

    /// <summary>An answer that was asked about and is now settled.</summary>
    /// <param name="Value">Null: it was taken back.</param>
    internal sealed record Settled(FlowValue? Value, string Raw, string Code) : FlowInput;

    /// <summary>Stop, pause, back, skip…: about the flow, not the question.</summary>
    internal sealed record Command(Gesture Gesture, string Text, string? Subject = null) : FlowInput;
}
