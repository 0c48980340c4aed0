namespace MentorBot.Coaching;
internal sealed class FlowLint { }
