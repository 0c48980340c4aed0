using MentorBot.Deliveries;
using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Turns;

/// <summary>Events whose sender holds the line: the instance that received one runs its turn itself and takes the answer out of the outbox, so that it is given once.</summary>
internal sealed class AwaitedTurns(Database database, TurnRunner runner, InboxQueries inbox, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    /// <param name="by">The event's own <see cref="InboundEvent.AnswerBy"/>.</param>
    /// <returns>The replies, oldest first, marked Sent; null when the time ran out: the replies then follow as messages.</returns>
    public async Task<IReadOnlyList<Delivery>?> AnswerAsync(Acceptance accepted, DateTimeOffset by, CancellationToken cancellationToken)
    {
        while (!await inbox.IsDoneAsync(accepted.EventId, cancellationToken))
        {
            // Earlier events of the same person go first; one may be in other hands.
            if (!await runner.RunNextAsync(accepted.Lane, cancellationToken))
            {
                await Task.Delay(Look, time, cancellationToken);
            }

            if (time.GetUtcNow() >= by)
            {
                return null;
            }
        }

        return await TakeAsync(accepted.EventId, cancellationToken);
    }

    /// <summary>The delivery loop leaves these rows alone until the line is let go; whoever moves a row first has it.</summary>
    private async Task<IReadOnlyList<Delivery>> TakeAsync(Guid eventId, CancellationToken cancellationToken)
    {
        var prefix = $"reply:{eventId:N}:";
        var now = time.GetUtcNow();
        await using var db = database.Open();
        var replies = await db.Set<Delivery>().AsNoTracking().Where(d => d.Key.StartsWith(prefix) && d.State == DeliveryState.Queued).OrderBy(d => d.Seq).ToListAsync(cancellationToken);
        var taken = new List<Delivery>();
        foreach (var reply in replies)
        {
            using var turn = await database.WriterTurnAsync(cancellationToken);
            if (await db.Set<Delivery>().Where(d => d.Seq == reply.Seq && d.State == DeliveryState.Queued)
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Sent).SetProperty(x => x.SentAt, now), cancellationToken) == 1)
            {
                taken.Add(reply);
            }
        }

        return taken;
    }
}
