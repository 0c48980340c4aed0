using MentorBot.Messages;

namespace MentorBot.Coaching;

/// <summary>What one input came to. Nothing has been written yet: the caller commits all of it or none.</summary>
/// <param name="Messages">Each is one message; only the last one asks.</param>
/// <param name="Added">New rows: a decision, a follow-up.</param>
/// <param name="Released">Uploads that have been read or refused and may go.</param>
/// <param name="WordsInstead">What the inbox keeps in place of what was typed.</param>
internal sealed record FlowMove(RunState State, IReadOnlyList<IReadOnlyList<MessagePart>> Messages, IReadOnlyList<object> Added, IReadOnlyList<Guid> Released, string? WordsInstead = null);
