using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Deliveries;

/// <summary>
/// The lease on the outbox: by class, then oldest first; each class keeps its order within a conversation. A broadcast never holds another message, and is not
/// sent while anything else is on the wire to its conversation.
/// </summary>
internal sealed class DeliveryQueries(Database database, Instance instance, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const string ClaimSql = """
        UPDATE deliveries SET "State" = 1, "LeaseUntil" = {1}, "LeaseOwner" = {2}, "Attempts" = "Attempts" + 1
        WHERE "Seq" = (
            SELECT d."Seq" FROM deliveries AS d
            WHERE d."State" < 2 AND d."State" = 0 AND d."DueAt" <= {0} AND d."Channel" IN (/*channels*/)
              AND NOT EXISTS (
                  SELECT 1 FROM deliveries AS e
                  WHERE e."State" < 2 AND e."Channel" = d."Channel" AND e."Conversation" = d."Conversation"
                    AND ((d."Class" = 3 AND e."State" = 1)
                      OR (d."Class" < 3 AND e."Class" = d."Class" AND e."Seq" < d."Seq" AND (e."DueAt" <= {0} OR e."Attempts" > 0))))
            ORDER BY d."Class", d."DueAt", d."Seq" LIMIT 1 /*lock*/)
        RETURNING *
        """;

    /// <summary>One text per set of channels, which never changes in a process.</summary>
    private string? _claim;

    /// <param name="channels">Those that this instance can send on, the same on every call; names of ours, never input.</param>
    public async Task<Delivery?> ClaimAsync(BotDb db, IEnumerable<string> channels, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + Lease;
        var sql = _claim ??= ClaimSql
            .Replace("/*channels*/", string.Join(", ", channels.Select(c => $"'{c}'")), StringComparison.Ordinal)
            .Replace("/*lock*/", database.IsPostgres ? "FOR UPDATE OF d SKIP LOCKED" : "", StringComparison.Ordinal);
        using var turn = await database.WriterTurnAsync(cancellationToken);
        var rows = database.IsPostgres
            ? db.Set<Delivery>().FromSqlRaw(sql, now, until, instance.Id)
            : db.Set<Delivery>().FromSqlRaw(sql, SqliteValue.Of(now), SqliteValue.Of(until), SqliteValue.Of(instance.Id));
        return (await rows.AsTracking().ToListAsync(cancellationToken)).FirstOrDefault();
    }

    /// <summary>
    /// Settles what was on the wire when its sender died, or when a lease ran out unsettled. A transcript has no wire, so it is queued again; elsewhere the outcome
    /// is unknown, and what follows from that is <see cref="Settlement"/>'s.
    /// </summary>
    /// <param name="senders">Of the channels that this instance can send on; rows of others are theirs to settle.</param>
    public async Task<int> TakeOverAsync(IReadOnlyCollection<IChannelSender> senders, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var channels = senders.Select(s => s.Channel).ToList();
        await using var db = database.Open();
        var sending = await db.Set<Delivery>().AsNoTracking()
            .Where(d => d.State < DeliveryState.Sent && d.State == DeliveryState.Sending && (d.LeaseOwner != instance.Id || d.LeaseUntil < now) && channels.Contains(d.Channel))
            .ToListAsync(cancellationToken);
        if (sending.Count == 0)
        {
            return 0;
        }

        var dead = (await instance.FindDeadAsync(sending.Select(d => d.LeaseOwner).OfType<Guid>(), cancellationToken)).ToHashSet();
        var moved = 0;
        foreach (var delivery in sending.Where(d => d.LeaseOwner is null || dead.Contains(d.LeaseOwner.Value) || d.LeaseUntil < now))
        {
            moved += await TakeOverAsync(db, delivery, senders.First(s => s.Channel == delivery.Channel), now, cancellationToken);
        }

        return moved;
    }

    /// <returns>0 when another instance was quicker.</returns>
    private async Task<int> TakeOverAsync(BotDb db, Delivery delivery, IChannelSender sender, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (sender.IsTranscript)
        {
            delivery.State = DeliveryState.Queued;
        }
        else
        {
            Settlement.Apply(delivery, new SendResult.Unknown(), sender.MayRepeat, now);
        }

        using var turn = await database.WriterTurnAsync(cancellationToken);
        return await db.Set<Delivery>()
            .Where(d => d.Seq == delivery.Seq && d.State == DeliveryState.Sending && d.Attempts == delivery.Attempts)
            .ExecuteUpdateAsync(
                d => d.SetProperty(x => x.State, delivery.State).SetProperty(x => x.PossibleRepeat, delivery.PossibleRepeat).SetProperty(x => x.DueAt, delivery.DueAt)
                    .SetProperty(x => x.LeaseOwner, (Guid?)null),
                cancellationToken);
    }
}
