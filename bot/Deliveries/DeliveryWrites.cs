using System.Data.Common;
using MentorBot.Storage;

namespace MentorBot.Deliveries;

/// <summary>What every send writes, by hand: its lease before, what became of it after.</summary>
internal static class DeliveryWrites
{
    /// <summary>An earlier one of the same conversation that must go first; a broadcast waits for whatever is on the wire there.</summary>
    private const string Blocked = """
        EXISTS (
            SELECT 1 FROM deliveries AS e
            WHERE e."State" < 2 AND e."Channel" = d."Channel" AND e."Conversation" = d."Conversation"
              AND ((d."Class" = 3 AND e."State" = 1)
                OR (d."Class" < 3 AND e."Class" = d."Class" AND e."Seq" < d."Seq" AND (e."DueAt" <= $1 OR e."Attempts" > 0))))
        """;

    private const string Columns = """
        "Seq", "Id", "OrganisationId", "Key", "Class", "PersonId", "Channel", "Workspace", "Conversation", "Reference", "Body", "DueAt", "CreatedAt", "State", "LeaseUntil", "LeaseOwner",
        "Attempts", "Failures", "PossibleRepeat", "ChannelRef", "Reason", "SentAt", "Detours"
        """;

    private const string Lease = """UPDATE deliveries SET "State" = 1, "LeaseUntil" = $2, "LeaseOwner" = $3, "Attempts" = "Attempts" + 1""";

    /// <summary>Whether more of the conversation waits is told with it, so that nobody looks in vain.</summary>
    private const string SettleSql = """
        UPDATE deliveries SET "State" = $1, "DueAt" = $2, "LeaseOwner" = $3, "Failures" = $4, "PossibleRepeat" = $5, "ChannelRef" = $6, "Reason" = $7, "SentAt" = $8
        WHERE "Seq" = $9
        RETURNING EXISTS (SELECT 1 FROM deliveries AS e WHERE e."State" < 2 AND e."Channel" = $10 AND e."Conversation" = $11 AND e."Seq" <> $9)
        """;

    /// <summary>The next one of any class. One statement, so that two instances never take the same; see ADR 0004.</summary>
    /// <param name="channels">Names of ours, quoted; never input.</param>
    public static string ClaimOne(string channels, bool isPostgres) => $"""
        {Lease}
        WHERE "Seq" = (
            SELECT d."Seq" FROM deliveries AS d
            WHERE d."State" < 2 AND d."State" = 0 AND d."DueAt" <= $1 AND d."Channel" IN ({channels}) AND NOT {Blocked}
            ORDER BY d."Class", d."DueAt", d."Seq" LIMIT 1 {(isPostgres ? "FOR UPDATE OF d SKIP LOCKED" : "")})
        RETURNING {Columns}
        """;

    /// <summary>Several at once, on SQLite. No broadcasts: a broadcast must see what else was just taken for its conversation.</summary>
    public static string ClaimSeveral(string channels) => $"""
        {Lease}
        WHERE "Seq" IN (
            SELECT d."Seq" FROM deliveries AS d
            WHERE d."State" < 2 AND d."State" = 0 AND d."Class" < 3 AND d."DueAt" <= $1 AND d."Channel" IN ({channels}) AND NOT {Blocked}
            ORDER BY d."Class", d."DueAt", d."Seq" LIMIT $4)
        RETURNING {Columns}
        """;

    extension(HotSession session)
    {
        /// <param name="most">Null where the statement takes one.</param>
        public async ValueTask<IReadOnlyList<Delivery>> ClaimAsync(string sql, DateTimeOffset now, DateTimeOffset until, Guid owner, int? most)
        {
            var command = session.Command(sql).Time(now).Time(until).Id(owner);
            if (most is { } limit)
            {
                command = command.Number(limit);
            }

            var claimed = new List<Delivery>();
            await using var rows = await command.ReadAsync(CancellationToken.None);
            while (await rows.ReadAsync())
            {
                claimed.Add(Read(rows));
            }

            return claimed;
        }

        /// <returns>Whether others of its conversation are still open.</returns>
        public async ValueTask<bool> SettleAsync(Delivery delivery)
        {
            await using var row = await session.Command(SettleSql)
                .Number((int)delivery.State).Time(delivery.DueAt).Id(delivery.LeaseOwner).Number(delivery.Failures).Flag(delivery.PossibleRepeat).Text(delivery.ChannelRef)
                .Text(delivery.Reason).Time(delivery.SentAt).Row(delivery.Seq).Text(delivery.Channel).Text(delivery.Conversation).ReadAsync(CancellationToken.None);
            return await row.ReadAsync() && row.GetBoolean(0);
        }
    }

    private static Delivery Read(DbDataReader row) => new()
    {
        Seq = row.GetInt64(0),
        Id = row.Id(1),
        OrganisationId = row.Id(2),
        Key = row.GetString(3),
        Class = (DeliveryClass)row.GetInt32(4),
        PersonId = row.IdOrNone(5),
        Channel = row.GetString(6),
        Workspace = row.GetString(7),
        Conversation = row.GetString(8),
        Reference = row.Text(9),
        Body = row.GetString(10),
        DueAt = row.Time(11),
        CreatedAt = row.Time(12),
        State = (DeliveryState)row.GetInt32(13),
        LeaseUntil = row.TimeOrNone(14),
        LeaseOwner = row.IdOrNone(15),
        Attempts = row.GetInt32(16),
        Failures = row.GetInt32(17),
        PossibleRepeat = row.GetBoolean(18),
        ChannelRef = row.Text(19),
        Reason = row.Text(20),
        SentAt = row.TimeOrNone(21),
        Detours = row.Text(22),
    };
}
