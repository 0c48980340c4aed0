using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Deliveries;

/// <summary>The lease on the outbox: by class, then oldest first; replies keep their order within a conversation; a broadcast never holds another message.</summary>
internal sealed class DeliveryQueries(Database database, Instance instance, TimeProvider time)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const string ClaimSql = """
        UPDATE deliveries SET "State" = 1, "LeaseUntil" = {1}, "LeaseOwner" = {2}, "Attempts" = "Attempts" + 1
        WHERE "Seq" = (
            SELECT d."Seq" FROM deliveries AS d
            WHERE d."State" < 2 AND d."State" = 0 AND d."DueAt" <= {0} AND d."Channel" IN (/*channels*/)
              AND (d."Class" = 3 OR NOT EXISTS (
                  SELECT 1 FROM deliveries AS e
                  WHERE e."Channel" = d."Channel" AND e."Conversation" = d."Conversation" AND e."Seq" < d."Seq"
                    AND e."State" < 2 AND e."Class" = d."Class" AND (e."DueAt" <= {0} OR e."Attempts" > 0)))
            ORDER BY d."Class", d."DueAt", d."Seq" LIMIT 1 /*lock*/)
        RETURNING *
        """;

    /// <param name="channels">Those that this instance can send on; names of ours, never input.</param>
    public async Task<Delivery?> ClaimAsync(BotDb db, IEnumerable<string> channels, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + Lease;
        var sql = ClaimSql.Replace("/*channels*/", string.Join(", ", channels.Select(c => $"'{c}'")), StringComparison.Ordinal);
        using var turn = await database.WriterTurnAsync(cancellationToken);
        var rows = database.IsPostgres
            ? db.Set<Delivery>().FromSqlRaw(sql.Replace("/*lock*/", "FOR UPDATE OF d SKIP LOCKED", StringComparison.Ordinal), now, until, instance.Id)
            : db.Set<Delivery>().FromSqlRaw(sql, SqliteValue.Of(now), SqliteValue.Of(until), SqliteValue.Of(instance.Id));
        return (await rows.AsTracking().ToListAsync(cancellationToken)).FirstOrDefault();
    }

    /// <summary>
    /// Settles what was on the wire when its sender died. A transcript has no wire, so it is queued again; elsewhere the outcome is unknown and is not blindly repeated.
    /// </summary>
    public async Task<int> TakeOverAsync(IReadOnlyList<string> transcripts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = database.Open();
        var sending = await db.Set<Delivery>().Where(d => d.State < DeliveryState.Sent && d.State == DeliveryState.Sending && d.LeaseOwner != instance.Id).ToListAsync(cancellationToken);
        if (sending.Count == 0)
        {
            return 0;
        }

        var dead = (await instance.FindDeadAsync(sending.Select(d => d.LeaseOwner).OfType<Guid>(), cancellationToken)).ToHashSet();
        var moved = 0;
        foreach (var delivery in sending.Where(d => d.LeaseOwner is null || dead.Contains(d.LeaseOwner.Value) || d.LeaseUntil < now))
        {
            delivery.State = transcripts.Contains(delivery.Channel) ? DeliveryState.Queued : DeliveryState.Unconfirmed;
            delivery.LeaseOwner = null;
            moved++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return moved;
    }
}
