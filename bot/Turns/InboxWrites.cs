using MentorBot.Storage;

namespace MentorBot.Turns;

/// <summary>The door's one statement, by hand: every message passes it, and the channel waits for its commit.</summary>
internal static class InboxWrites
{
    /// <summary>
    /// A key that is here already is left alone. Where the lease is asked for, the row is born leased if nothing else of its lane is open, so that the turn needs no claim: in SQLite
    /// there is one writer, and nothing of the lane can come in between.
    /// </summary>
    private const string KeepSql = """
        INSERT INTO inbox ("Id", "OrganisationId", "Channel", "Workspace", "Key", "SecondKey", "Conversation", "Reference", "Sender", "PersonId", "Lane", "Content", "Client", "PrivateAddress", "AnswerBy",
            "At", "ReceivedAt", "State", "LeaseUntil", "LeaseOwner", "Attempts", "Faults")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            CASE WHEN $18 = 0 OR EXISTS (SELECT 1 FROM inbox AS j WHERE j."State" < 2 AND j."Lane" = $11) THEN 0 ELSE 1 END, $19, $20, 0, 0)
        ON CONFLICT DO NOTHING
        RETURNING "Seq", "State"
        """;

    extension(HotSession session)
    {
        /// <param name="lease">Until when and by whom it is leased at once; null to leave it waiting.</param>
        /// <returns>False when one of its keys is here already. The row then knows its number and whether it is leased.</returns>
        public async ValueTask<bool> KeepAsync(InboundEvent row, (DateTimeOffset Until, Guid Owner)? lease)
        {
            await using var kept = await session.Command(KeepSql)
                .Id(row.Id).Id(row.OrganisationId).Text(row.Channel).Text(row.Workspace).Text(row.Key).Text(row.SecondKey).Text(row.Conversation).Text(row.Reference).Text(row.Sender)
                .Id(row.PersonId).Text(row.Lane).Text(row.Content).Text(row.Client).Text(row.PrivateAddress).Time(row.AnswerBy).Time(row.At).Time(row.ReceivedAt)
                .Number(lease is null ? 0 : 1).Time(lease?.Until).Id(lease?.Owner).ReadAsync(CancellationToken.None);
            if (!await kept.ReadAsync())
            {
                return false;
            }

            row.Seq = kept.GetInt64(0);
            row.State = (InboundState)kept.GetInt32(1);
            row.LeaseUntil = lease?.Until;
            row.LeaseOwner = lease?.Owner;
            return true;
        }
    }
}
