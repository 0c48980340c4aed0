namespace MentorBot.Hosting;

/// <summary>The service cannot start with what it was given. The message is one sentence for the operator: what, where, what to do.</summary>
internal sealed class StartRefused(string message, Exception? inner = null) : Exception(message, inner);
