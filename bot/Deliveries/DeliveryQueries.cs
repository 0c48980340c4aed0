using MentorBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Deliveries;

/// <summary>
/// The lease on the outbox: by class, then oldest first; each class keeps its order within a conversation. A broadcast never holds another message, and is not
/// sent while anything else is on the wire to its conversation.
/// </summary>
internal sealed class DeliveryQueries(Database database, HotWrites writes, Instance instance, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>One text per set of channels, which never changes in a process.</summary>
    private (string One, string? Several)? _claims;

    /// <summary>A claim takes one whatever it is asked for: where it took one there may be more.</summary>
    public bool TakesOne => database.IsPostgres;

    /// <param name="channels">Those that this instance can send on, the same on every call; names of ours, never input.</param>
    /// <param name="most">Several at once on SQLite; on PostgreSQL one, which other instances share the rows with.</param>
    /// <returns>In the order in which they are to go.</returns>
    public async Task<IReadOnlyList<Delivery>> ClaimAsync(IEnumerable<string> channels, int most, CancellationToken cancellationToken)
    {
        var (one, several) = _claims ??= ClaimsOf(channels);
        var now = time.GetUtcNow();
        var claimed = several is null || most == 1 ? [] : await writes.RunAsync(s => s.ClaimAsync(several, now, now + Lease, instance.Id, most), cancellationToken);
        return claimed.Count > 0
            ? [.. claimed.OrderBy(d => d.Class).ThenBy(d => d.DueAt).ThenBy(d => d.Seq)]
            : await writes.RunAsync(s => s.ClaimAsync(one, now, now + Lease, instance.Id, most: null), cancellationToken);
    }

    /// <summary>Keeps what became of a send.</summary>
    /// <returns>Whether others of its conversation are still open: they may go now.</returns>
    public Task<bool> SettleAsync(Delivery delivery) => writes.RunAsync(s => s.SettleAsync(delivery), CancellationToken.None);

    private (string One, string? Several) ClaimsOf(IEnumerable<string> channels)
    {
        var names = string.Join(", ", channels.Select(c => $"'{c}'"));
        return (DeliveryWrites.ClaimOne(names, database.IsPostgres), database.IsPostgres ? null : DeliveryWrites.ClaimSeveral(names));
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
