using MentorBot.Messages;

namespace MentorBot.Tables;

/// <summary>Ends a row stream in the middle of a file: what follows cannot be read. The reader turns it into the refusal that it carries; nobody else sees it.</summary>
internal sealed class UnreadableFileException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
