using MentorBot.Messages;

namespace MentorBot.Tables;

/// <summary>A file was read, or refused with a sentence. Exactly one of the two is set.</summary>
internal sealed record TableResult(KpiTable? Table, Refusal? Refusal)
{
    /// <summary>With a refusal for unknown columns: those that hold figures.</summary>
    public IReadOnlyList<UnknownColumn> Unknown { get; init; } = [];

    public static implicit operator TableResult(KpiTable table) => new(table, null);

    public static implicit operator TableResult(Refusal refusal) => new(null, refusal);
}
