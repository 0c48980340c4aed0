using MentorBot.Messages;

namespace MentorBot.Tables;

/// <summary>A file was read, or refused with a sentence. Exactly one of the two is set.</summary>
internal sealed record TableResult(KpiTable? Table, Refusal? Refusal)
{
    /// <summary>Of a file that was refused because nobody knows its columns: those that hold figures.</summary>
    public IReadOnlyList<UnknownColumn> Unknown { get; init; } = [];

    public static implicit operator TableResult(KpiTable table) => new(table, null);

    public static implicit operator TableResult(Refusal refusal) => new(null, refusal);
}
