using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Turns;

/// <summary>The lease on the inbox: oldest first, one in flight per lane, across instances.</summary>
internal sealed class InboxQueries(Database database, Instance instance, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>One statement, so that two instances never take the same event; see ADR 0004.</summary>
    private const string ClaimSql = """
        UPDATE inbox SET "State" = 1, "LeaseUntil" = {1}, "LeaseOwner" = {2}, "Attempts" = "Attempts" + 1
        WHERE "Seq" = (
            SELECT i."Seq" FROM inbox AS i
            WHERE i."State" < 2 AND (i."State" = 0 OR i."LeaseUntil" < {0})
              AND NOT EXISTS (
                  SELECT 1 FROM inbox AS j
                  WHERE j."State" < 2 AND j."Lane" = i."Lane" AND j."Seq" <> i."Seq"
                    AND (j."Seq" < i."Seq" OR (j."State" = 1 AND j."LeaseUntil" >= {0})))
            ORDER BY i."Seq" LIMIT 1 /*lock*/)
        RETURNING *
        """;

    /// <summary>An event whose sender holds the line is left to the instance that received it, until the line is let go.</summary>
    private static readonly string ClaimAny = ClaimSql.Replace("WHERE i.", "WHERE (i.\"AnswerBy\" IS NULL OR i.\"AnswerBy\" < {0}) AND i.", StringComparison.Ordinal);

    private static readonly string ClaimAnyPostgres = ClaimAny.Replace("/*lock*/", "FOR UPDATE OF i SKIP LOCKED", StringComparison.Ordinal);

    private static readonly string ClaimOnePerson = ClaimSql.Replace("WHERE i.", "WHERE i.\"Lane\" = {3} AND i.", StringComparison.Ordinal);

    private static readonly string ClaimOnePersonPostgres = ClaimOnePerson.Replace("/*lock*/", "FOR UPDATE OF i SKIP LOCKED", StringComparison.Ordinal);

    /// <param name="lane">Only this lane's events; null for all.</param>
    /// <returns>Null when nothing is free to be handled.</returns>
    public async Task<InboundEvent?> ClaimAsync(BotDb db, string? lane, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + Lease;
        using var turn = await database.WriterTurnAsync(cancellationToken);
        var rows = (database.IsPostgres, lane) switch
        {
            (true, null) => db.Set<InboundEvent>().FromSqlRaw(ClaimAnyPostgres, now, until, instance.Id),
            (true, _) => db.Set<InboundEvent>().FromSqlRaw(ClaimOnePersonPostgres, now, until, instance.Id, lane),
            (false, null) => db.Set<InboundEvent>().FromSqlRaw(ClaimAny, SqliteValue.Of(now), SqliteValue.Of(until), SqliteValue.Of(instance.Id)),
            (false, _) => db.Set<InboundEvent>().FromSqlRaw(ClaimOnePerson, SqliteValue.Of(now), SqliteValue.Of(until), SqliteValue.Of(instance.Id), lane),
        };
        return (await rows.AsNoTracking().ToListAsync(cancellationToken)).FirstOrDefault();
    }

    /// <summary>Keeps a long turn's lease.</summary>
    public async Task RenewAsync(long seq, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Lease;
        await using var db = database.Open();
        using var turn = await database.WriterTurnAsync(cancellationToken);
        await db.Set<InboundEvent>().Where(e => e.Seq == seq && e.LeaseOwner == instance.Id && e.State == InboundState.Leased)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.LeaseUntil, until), cancellationToken);
    }

    /// <summary>Frees at once what instances that are gone had leased. Their turns were never committed, so handling the event anew is safe.</summary>
    public async Task<int> TakeOverAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var owners = await db.Set<InboundEvent>().Where(e => e.State < InboundState.Done && e.State == InboundState.Leased && e.LeaseOwner != instance.Id).Select(e => e.LeaseOwner).Distinct().ToListAsync(cancellationToken);
        var dead = await instance.FindDeadAsync(owners.OfType<Guid>(), cancellationToken);
        if (dead.Count == 0)
        {
            return 0;
        }

        using var turn = await database.WriterTurnAsync(cancellationToken);
        return await db.Set<InboundEvent>().Where(e => e.State < InboundState.Done && e.State == InboundState.Leased && dead.Contains(e.LeaseOwner!.Value))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, InboundState.Waiting).SetProperty(x => x.LeaseOwner, (Guid?)null), cancellationToken);
    }

    public async Task<bool> IsDoneAsync(Guid eventId, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<InboundEvent>().AnyAsync(e => e.Id == eventId && e.State >= InboundState.Done, cancellationToken);
    }

    public async Task<bool> HasOpenAsync(string lane, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<InboundEvent>().AnyAsync(e => e.Lane == lane && e.State < InboundState.Done, cancellationToken);
    }
}
