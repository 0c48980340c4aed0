using MentorBot.Storage;
using Microsoft.Extensions.Hosting;

namespace MentorBot.Deliveries;

/// <summary>
/// Sends what is due, to many conversations at once: one loop leases, every send runs by itself. The lease keeps the order within a conversation, so that
/// a slow one holds only its own messages. What is on the wire is marked before and settled after; nothing is sent twice on a guess.
/// </summary>
internal sealed class DeliveryLoop(DeliveryQueries queries, IEnumerable<IChannelSender> senders, Detours detours, Signals signals, TimeProvider time, ILogger<DeliveryLoop> logger) : BackgroundService
{
    /// <summary>At most this many sends are on the wire at once in one process. A conversation has at most one per class.</summary>
    private const int MostInFlight = 32;

    /// <summary>At most this many are leased in one statement.</summary>
    private const int MostAtOnce = 16;

    /// <summary>Retries that come due and what other instances committed are found by looking; our own commits wake us.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>A send that takes longer is given up while its lease still holds.</summary>
    private static readonly TimeSpan LongestSend = DeliveryQueries.Lease * 0.75;

    /// <summary>What is on the wire when the process stops may take this long to end.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, IChannelSender> _senders = senders.ToDictionary(s => s.Channel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_senders.Count == 0)
        {
            return;
        }

        using var slots = new SemaphoreSlim(MostInFlight, MostInFlight);
        using var abandon = new CancellationTokenSource();
        await DispatchAsync(slots, abandon.Token, stoppingToken);
        abandon.CancelAfter(Grace);
        for (var n = 0; n < MostInFlight; n++)
        {
            await slots.WaitAsync(CancellationToken.None);
        }
    }

    /// <returns>False when nothing is due.</returns>
    public async Task<bool> SendNextAsync(CancellationToken cancellationToken)
    {
        if (await queries.ClaimAsync(_senders.Keys, most: 1, cancellationToken) is not [var delivery])
        {
            return false;
        }

        await SendAsync(delivery, cancellationToken);
        return true;
    }

    private async Task DispatchAsync(SemaphoreSlim slots, CancellationToken abandoned, CancellationToken stoppingToken)
    {
        long? looked = null;
        var drains = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (looked is null || time.GetElapsedTime(looked.Value) >= Poll)
                {
                    looked = time.GetTimestamp();
                    await queries.TakeOverAsync(_senders.Values, stoppingToken);
                    drains = true;
                }

                // While replies come all the time, what is behind them is looked for with every poll.
                var (started, mayBeMore) = await StartDueAsync(slots, abandoned, stoppingToken);
                drains &= started;
                if (!mayBeMore && !drains)
                {
                    await signals.Outbox.WaitAsync(Poll, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.LoopFault(logger, e.GetType().Name, e.StackTrace);
                await ((Task)signals.Outbox.WaitAsync(Poll, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>Whether something was due, and whether more may be.</returns>
    private async Task<(bool Started, bool MayBeMore)> StartDueAsync(SemaphoreSlim slots, CancellationToken abandoned, CancellationToken stoppingToken)
    {
        await slots.WaitAsync(stoppingToken);
        var free = 1;
        try
        {
            while (free < MostAtOnce && slots.Wait(0, CancellationToken.None))
            {
                free++;
            }

            var due = await queries.ClaimAsync(_senders.Keys, free, stoppingToken);
            var mayBeMore = due.Count == free || due is [{ Class: DeliveryClass.Broadcast }] || (due.Count == 1 && queries.TakesOne);
            foreach (var delivery in due)
            {
                free--;
                _ = SendInSlotAsync(delivery, slots, abandoned);
            }

            return (due.Count > 0, mayBeMore);
        }
        finally
        {
            if (free > 0)
            {
                slots.Release(free);
            }
        }
    }

    private async Task SendInSlotAsync(Delivery delivery, SemaphoreSlim slots, CancellationToken abandoned)
    {
        var othersWait = true;
        try
        {
            othersWait = await SendAsync(delivery, abandoned);
        }
        catch (Exception e)
        {
            // The row stays "Sending" until its lease runs out, and is then settled as unknown.
            Log.LoopFault(logger, e.GetType().Name, e.StackTrace);
        }
        finally
        {
            slots.Release();
            if (othersWait)
            {
                signals.Outbox.Wake();
            }
        }
    }

    /// <returns>Whether something may go now: others of its conversation are open, or it goes on elsewhere itself.</returns>
    private async Task<bool> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var sender = _senders[delivery.Channel];
        using var tooLong = new CancellationTokenSource(LongestSend, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        var result = await detours.KnownAsync(delivery, end.Token) ?? await TrySendAsync(sender, delivery, end.Token);
        if (result is SendResult.Failed { IsUnreachable: true, Reason: var reason, Reference: null } && await detours.TryTakeAsync(delivery, reason, CancellationToken.None))
        {
            return true;
        }

        Settlement.Apply(delivery, result, sender.MayRepeat, time.GetUtcNow());
        var othersWait = await queries.SettleAsync(delivery);
        Telemetry.Settle(delivery);
        if (delivery.PersonId is { } personId)
        {
            signals.TranscriptChanged(personId);
        }

        return othersWait;
    }

    private async Task<SendResult> TrySendAsync(IChannelSender sender, Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            return await sender.SendAsync(delivery, cancellationToken);
        }
        catch (Exception e)
        {
            Log.SendFault(logger, delivery.Id, delivery.Channel, e.GetType().Name, e.StackTrace);
            return new SendResult.Unknown();
        }
    }
}
